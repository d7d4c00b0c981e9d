package watchbill.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import watchbill.alert.Severity;
import watchbill.catalog.Keepers;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.outage.Outage;
import watchbill.outage.Restored;
import watchbill.testkit.memory.MemoryDisk;

/// Where a story says who looks after Watchbill itself, and loses its store.
public final class KeepersDesk {
  /// So long nobody says that the store is away.
  private static final Duration AWAY_AFTER = Duration.ofSeconds(15);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final HandClock clock;
  private final Clockwork clockwork;
  private final Declared declared;
  private @Nullable MemoryDisk copy;
  private Instant copiedAt = Instant.EPOCH;

  KeepersDesk(HandClock clock, Clockwork clockwork, Declared declared) {
    this.clock = clock;
    this.clockwork = clockwork;
    this.declared = declared;
  }

  /// These are told of what Watchbill missed.
  public void are(String... handles) {
    declared.keepers(new Keepers(Stream.of(handles).map(PersonId::new).toList(), Optional.empty()));
  }

  /// Trouble of Watchbill's own is an alert of checkout.
  public void watchItAsCheckout() {
    declared.keepers(new Keepers(List.of(), Optional.of(Cast.CHECKOUT)));
  }

  /// The database of several nodes is away for a while; each goes on by what it knew.
  public void loseTheDatabaseFor(String length, int nodes) {
    List<Unaided> unaided = cutOff(nodes);
    goOnAlone(unaided, length);
    unaided.forEach(Unaided::catchUp);
    clockwork.work();
  }

  /// One node of two is cut off for a while; the other goes on as ever.
  public void cutOneNodeOffFor(String length) {
    List<Unaided> unaided = cutOff(1);
    Instant back = clock.now().plus(Spoken.length(length));
    while (clock.now().isBefore(back)) {
      clockwork.workUntil(earlier(clock.now().plus(LOOK_EVERY), back));
      unaided.forEach(Unaided::work);
    }
    unaided.forEach(Unaided::catchUp);
    clockwork.work();
  }

  private List<Unaided> cutOff(int nodes) {
    return IntStream.range(0, nodes)
        .mapToObj(_ -> new Unaided(clock, clockwork, declared.configuration()))
        .toList();
  }

  private void goOnAlone(List<Unaided> unaided, String length) {
    Instant back = clock.now().plus(Spoken.length(length));
    clock.turn(AWAY_AFTER);
    while (clock.now().isBefore(back)) {
      unaided.forEach(Unaided::work);
      clock.set(earlier(clock.now().plus(LOOK_EVERY), back));
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// Something of Watchbill's own is in trouble.
  public void haveTrouble(String key, Severity severity, String summary) {
    clockwork.submit(new Command.RaiseTrouble(key, severity, summary, "a story"));
    clockwork.work();
  }

  /// It is in trouble no more.
  public void haveNoTrouble(String key) {
    clockwork.submit(new Command.EndTrouble(key, "a story"));
    clockwork.work();
  }

  /// A backup is made.
  public void makeACopy() {
    copy = clockwork.copy();
    copiedAt = clock.now();
  }

  /// The store is lost, and the copy is put back; the program starts with it after a while.
  public void putTheCopyBack(String after) {
    if (copy == null) {
      throw new AssertionError("no copy was made");
    }
    clock.turn(Spoken.length(after));
    clockwork.restore(copy);
    clockwork
        .transactions()
        .write(stores -> {
          stores.outages().mark(new Restored(copiedAt, clock.now()));
          return true;
        });
    clockwork.submit(new Command.Resume());
    clockwork.work();
  }

  /// What was missed within the last day, the last in front.
  public List<Outage> missed() {
    return clockwork
        .transactions()
        .read(stores -> stores.outages().endedAfter(clock.now().minus(Spoken.length("1 d")), 100));
  }
}
