package watchbill.server.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Handing;
import watchbill.engine.Reply;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;

/// An engine that answers at once, unless told otherwise.
final class FakeDoor implements FrontDoor {
  private final Queue<Notification> due = new ConcurrentLinkedQueue<>();
  private final List<Notification> claimed = new CopyOnWriteArrayList<>();
  private final List<NotificationId> needless = new CopyOnWriteArrayList<>();
  private final List<Command> commands = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Command.Settle> settled = new LinkedBlockingQueue<>();
  private final AtomicInteger laterCount = new AtomicInteger();
  private final AtomicInteger faultCount = new AtomicInteger();
  private final BlockingQueue<Reply> ticks = new LinkedBlockingQueue<>();

  void add(Notification notification) {
    due.add(notification);
  }

  /// Somebody acknowledged in the meantime.
  void isNoLongerNeeded(NotificationId id) {
    needless.add(id);
  }

  /// Says "later" to the next settlements.
  void putsOff(int settlements) {
    laterCount.set(settlements);
  }

  /// Throws at the next commands, as the engine does at a bug.
  void fails(int times) {
    faultCount.set(times);
  }

  void answersTicks(Reply... replies) {
    ticks.addAll(List.of(replies));
  }

  List<Command> commands() {
    return commands;
  }

  int count(Class<? extends Command> kind) {
    return Math.toIntExact(commands.stream().filter(kind::isInstance).count());
  }

  /// The next settlement, waited for.
  Command.Settle nextSettled() {
    try {
      Command.Settle next = settled.poll(10, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing was settled; heard so far: " + commands);
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean hasUnheardSettlements() {
    return !settled.isEmpty();
  }

  @Override
  public Reply submit(Command command) {
    commands.add(command);
    if (faultCount.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("a fault of the engine");
    }
    return switch (command) {
      case Command.Claim(var limit) -> new Reply.Claimed(claim(limit));
      case Command.Hand(var id, var fence) -> new Reply.HandNow(hand(id, fence));
      case Command.Settle settle -> settle(settle);
      case Command.Tick _ -> Optional.ofNullable(ticks.poll()).orElse(new Reply.Ticked(0, false));
      case Command.Inspect _ -> new Reply.Inspected(0);
      case Command.KeepWatch _, Command.RaiseTrouble _ -> new Reply.Done();
      default -> throw new AssertionError(command);
    };
  }

  private List<Notification> claim(int limit) {
    List<Notification> taken = new ArrayList<>();
    while (taken.size() < limit && !due.isEmpty()) {
      taken.add(due.remove());
    }
    claimed.addAll(taken);
    return taken;
  }

  private Optional<Handing> hand(NotificationId id, long fence) {
    return claimed.stream()
        .filter(n -> n.id().equals(id) && n.fence() == fence && !needless.contains(id))
        .findFirst()
        .map(Due::handing);
  }

  private Reply settle(Command.Settle settle) {
    if (laterCount.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      return new Reply.TryLater(false, Duration.ofSeconds(5), "the store can't be written");
    }
    settled.add(settle);
    return new Reply.Done();
  }
}
