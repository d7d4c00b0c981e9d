package watchbill.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Catalog;
import watchbill.catalog.ContactMethod;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Remembered;
import watchbill.engine.Reply;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;
import watchbill.server.several.Patience;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;

/// A page waits, one message for Ana is claimed, and the store goes away.
class DegradedModeTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final HandClock clock = new HandClock(Cast.NIGHT);
  private final MemoryTransactions store = new MemoryTransactions();
  private final FakeChannel sms = new FakeChannel(ContactMethod.SMS, "smpp");
  private final Notification due = Due.by(ContactMethod.SMS, 1);
  private final List<Command.CatchUp> heard = new ArrayList<>();
  private final Gate gate = new Gate(this::answer);
  private long nanos;
  private final Reach reach = new Reach(() -> nanos);
  private boolean away;
  private boolean broken;
  private DegradedMode mode;

  @BeforeEach
  void start() {
    store.write(stores -> {
      stores.pages().open(Due.page());
      stores.notifications().add(List.of(due));
      return true;
    });
    var catalog = new Catalog(Cast.everybody(), List.of(Cast.payments()), List.of(), List.of());
    var configuration = new Configuration(catalog, List.of(), List.of());
    mode =
        new DegradedMode(
            new DegradedMode.Means(
                this::answer, store, () -> configuration, new SequentialIds(), clock),
            reach,
            gate,
            new Sending(
                new Channels(List.of(sms)),
                _ -> URI.create("https://example.org"),
                (_, _, _) -> {}),
            Duration.ZERO);
  }

  @AfterEach
  void stop() throws InterruptedException {
    mode.stop();
  }

  @Test
  void aStoreThatAnswersLeavesTheGateOpen() {
    mode.look();
    mode.tell();
    assertThat(gate.isOpen()).isTrue();
    assertThat(sms.messages()).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void whatIsDueIsToldOnceAndKeptWhenTheStoreIsBack() {
    lose();
    clock.turn(Duration.ofSeconds(30));
    mode.tell();
    mode.tell();
    Patience.within(SOON, "Ana is told", () -> sms.messages().size() == 1);
    assertThat(gate.isOpen()).isFalse();
    assertThat(gate.submit(new Command.Claim(1))).isInstanceOf(Reply.TryLater.class);
    assertThat(sms.messages().getFirst().subject())
        .isEqualTo("[possible duplicate] [page 4217] checkout is down");
    away = false;
    mode.look();
    assertThat(gate.isOpen()).isTrue();
    List<Remembered> kept = heard.getLast().pages();
    assertThat(kept).singleElement().satisfies(r -> assertThat(r.sent()).containsOnly(due.id()));
    mode.tell();
    assertThat(sms.messages()).hasSize(1);
  }

  @Test
  void whatAProviderHasAlreadyIsNotToldAgain() {
    mode.look();
    mode.heard(due, new Outcome.Accepted("r1", false), "smpp");
    lose();
    clock.turn(Duration.ofSeconds(30));
    mode.tell();
    away = false;
    mode.look();
    assertThat(sms.messages()).isEmpty();
    assertThat(heard.getLast().pages()).isEmpty();
  }

  @Test
  void whatWasKnownLongAgoIsNotGoneBy() {
    mode.look();
    clock.turn(Duration.ofHours(8));
    lose();
    mode.tell();
    away = false;
    mode.look();
    assertThat(gate.isOpen()).isTrue();
    assertThat(sms.messages()).isEmpty();
  }

  @Test
  void aFaultInKeepingDoesNotEndThePaging() {
    lose();
    clock.turn(Duration.ofSeconds(30));
    mode.tell();
    Patience.within(SOON, "Ana is told", () -> sms.messages().size() == 1);
    away = false;
    broken = true;
    mode.look();
    assertThat(gate.isOpen()).isTrue();
  }

  /// Learns what there is, then every turn fails for long enough.
  private void lose() {
    if (clock.now().equals(Cast.NIGHT)) {
      mode.look();
    }
    away = true;
    reach.missed();
    for (int i = 0; i < 15; i++) {
      nanos += Duration.ofSeconds(1).toNanos();
      reach.missed();
    }
    mode.look();
  }

  private Reply answer(Command command) {
    if (away) {
      return new Reply.TryLater(false, Duration.ofSeconds(5), "the store can't be written");
    }
    if (command instanceof Command.CatchUp said) {
      if (broken && !said.pages().isEmpty()) {
        throw new IllegalStateException("a fault of the engine");
      }
      heard.add(said);
    }
    return new Reply.Done();
  }
}
