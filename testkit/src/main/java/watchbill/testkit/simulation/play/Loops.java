package watchbill.testkit.simulation.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import watchbill.engine.Command;
import watchbill.engine.Handing;
import watchbill.engine.Reply;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;

/// What a node does by itself, as the server does it: asks for what is due, inspects, empties the
/// outbox, carries each message and keeps what came of it.
final class Loops {
  private static final int TICK_AT_ONCE = 200;
  private static final int CLAIM_AT_ONCE = 64;
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final Duration INSPECT_EVERY = Duration.ofSeconds(15);
  private static final Duration DEAF_AFTER = Duration.ofMinutes(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LEAVES_WITHIN = Duration.ofSeconds(5);
  private static final Duration A_LITTLE = Duration.ofMillis(5);

  private final Node node;
  private final Stage stage;
  private final List<Runnable> forWhenTheStoreIsBack = new ArrayList<>();
  private @Nullable Instant deafSince;
  private boolean lookPending;
  private boolean claimPending;
  private boolean tickerDead;
  private boolean outboxDead;

  Loops(Node node, Stage stage) {
    this.node = node;
    this.stage = stage;
  }

  void begin() {
    forWhenTheStoreIsBack.clear();
    deafSince = null;
    lookPending = false;
    claimPending = false;
    tickerDead = false;
    outboxDead = false;
  }

  /// From now on it hears nothing, or can do nothing about it.
  void deaf() {
    if (deafSince == null) {
      deafSince = node.wall();
    }
  }

  /// It can work again, or for the first time: every loop has its turn soon, in any order.
  void rouse() {
    List<Runnable> waiting = List.copyOf(forWhenTheStoreIsBack);
    forWhenTheStoreIsBack.clear();
    waiting.forEach(w -> node.later(soon(LONGEST_PAUSE), w));
    node.later(soon(EVERY), this::look);
    node.later(soon(EVERY), this::inspect);
  }

  /// A committed turn has planned notifications.
  void outboxWakes() {
    if (!claimPending) {
      claimPending = true;
      node.later(
          soon(A_LITTLE),
          () -> {
            if (claimPending) {
              claim();
            }
          });
    }
  }

  /// What the ticker and the outbox do five times a second.
  void look() {
    lookPending = false;
    lookForWhatIsDue();
    claim();
  }

  void lookForWhatIsDue() {
    if (!node.hangs()) {
      tick();
    }
  }

  private void lookAgain() {
    if (!lookPending && !stage.weather().storeIsAway(node.number())) {
      lookPending = true;
      node.later(EVERY, this::look);
    }
  }

  private void tick() {
    boolean more = !tickerDead;
    while (more) {
      Instant since = deafSince;
      boolean deaf = since != null && node.wall().isAfter(since.plus(DEAF_AFTER));
      if (deaf && !resumed()) {
        lookAgain();
        return;
      }
      Reply reply = node.submit(new Command.Tick(TICK_AT_ONCE));
      if (!(reply instanceof Reply.Ticked ticked)) {
        tickerDead = stage.defect().has(Defect.Flaw.TICKER_DIES_OF_A_FAULT);
        lookAgain();
        return;
      }
      deafSince = null;
      stage.ticked(node);
      more = ticked.more();
    }
  }

  private boolean resumed() {
    return stage.defect().has(Defect.Flaw.DOES_NOT_RESUME)
        || node.submit(new Command.Resume()) instanceof Reply.Done;
  }

  /// As every 15 seconds; by itself only when it could matter.
  void inspect() {
    if (!stage.defect().has(Defect.Flaw.DOES_NOT_INSPECT)) {
      node.submit(new Command.Inspect());
    }
    if (node.hangs()) {
      node.later(INSPECT_EVERY, this::inspect);
    }
  }

  void claim() {
    claimPending = false;
    if (outboxDead) {
      return;
    }
    Reply reply = node.submit(new Command.Claim(CLAIM_AT_ONCE));
    if (!(reply instanceof Reply.Claimed(var claimed))) {
      outboxDead = stage.defect().has(Defect.Flaw.OUTBOX_DIES_OF_A_FAULT);
      lookAgain();
      return;
    }
    if (!claimed.isEmpty() && node.chance().happens(0.3)) {
      node.mayFreezeHere();
    }
    claimed.forEach(n -> node.later(soon(A_LITTLE), () -> carry(n)));
    if (claimed.size() == CLAIM_AT_ONCE) {
      outboxWakes();
    }
  }

  private void carry(Notification claimed) {
    if (stage.defect().has(Defect.Flaw.SENDS_BEFORE_IT_IS_MARKED)) {
      sendUnmarked(claimed);
      return;
    }
    insist(
        new Command.Hand(claimed.id(), claimed.fence()),
        FIRST_PAUSE,
        reply -> {
          if (reply instanceof Reply.HandNow(Optional<Handing> handing)) {
            handing.ifPresent(this::deliver);
          }
        });
  }

  private void deliver(Handing handing) {
    List<Notification> told = handing.notifications();
    List<Handing.OfPage> pages = pages(handing);
    if (!pages.isEmpty()) {
      stage.happens(new Happening.Leaves(node.number(), node.wall(), handing));
    }
    pages.forEach(p -> stage.happens(new Happening.Handed(node.number(), node.wall(), p)));
    if (stage.defect().has(Defect.Flaw.SETTLES_BEFORE_IT_SENDS)) {
      settle(told, new Outcome.Accepted("early", false));
    }
    Instant handedAt = stage.now();
    node.mayFreezeHere();
    node.later(
        soon(A_LITTLE),
        () -> {
          if (mayStillLeave(handedAt)) {
            send(told);
          } else {
            settle(told, new Outcome.Unavailable("this node was held up"));
          }
        });
  }

  private static List<Handing.OfPage> pages(Handing handing) {
    return switch (handing) {
      case Handing.OfPage one -> List.of(one);
      case Handing.OfPages(var several, _, _) -> several;
      case Handing.OfNotice _, Handing.OfSelfTest _ -> List.of();
    };
  }

  /// Whoever stood still for long no longer knows that nobody else is sending it.
  private boolean mayStillLeave(Instant handedAt) {
    return stage.now().isBefore(handedAt.plus(LEAVES_WITHIN))
        || stage.defect().has(Defect.Flaw.SENDS_AFTER_A_PAUSE);
  }

  /// One message, whatever it tells of.
  private void send(List<Notification> told) {
    node.point("before it sends");
    Provider.Answer answer = stage.provider().send(node.number());
    for (Notification n : told) {
      stage.happens(new Happening.Tried(node.number(), n, answer.outcome(), answer.rings()));
    }
    if (answer.rings()) {
      told.forEach(stage::rings);
    }
    node.point("after it sent");
    node.later(answer.after(), () -> heard(told, answer.outcome()));
  }

  private void sendUnmarked(Notification claimed) {
    send(List.of(claimed));
    insist(new Command.Hand(claimed.id(), claimed.fence()), FIRST_PAUSE, _ -> {});
  }

  private void heard(List<Notification> told, Outcome outcome) {
    Defect defect = stage.defect();
    if (defect.has(Defect.Flaw.FORGETS_THE_OUTCOME)) {
      return;
    }
    boolean yes =
        (outcome instanceof Outcome.NoAnswer && defect.has(Defect.Flaw.SILENCE_IS_A_YES))
            || (outcome instanceof Outcome.Unavailable && defect.has(Defect.Flaw.LATER_IS_A_YES));
    settle(told, yes ? new Outcome.Accepted("taken for a yes", false) : outcome);
  }

  private void settle(List<Notification> told, Outcome outcome) {
    for (Notification n : told) {
      var settle = new Command.Settle(n.id(), n.fence(), outcome, "phone");
      insist(settle, FIRST_PAUSE, _ -> {});
    }
  }

  /// Says it again as long as the engine says "later". Where the store is away that is pointless
  /// until it is back.
  private void insist(Command command, Duration pause, Consumer<Reply> then) {
    Reply reply = node.submit(command);
    if (!(reply instanceof Reply.TryLater)) {
      then.accept(reply);
      return;
    }
    Duration doubled = pause.multipliedBy(2);
    Duration next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    Runnable again = () -> insist(command, next, then);
    if (stage.weather().storeIsAway(node.number())) {
      forWhenTheStoreIsBack.add(again);
    } else {
      node.later(pause, again);
    }
  }

  private Duration soon(Duration most) {
    return node.chance().between(Duration.ZERO, most);
  }
}
