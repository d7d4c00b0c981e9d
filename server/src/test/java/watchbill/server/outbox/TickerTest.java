package watchbill.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.testkit.Cast;

class TickerTest {
  private final FakeDoor door = new FakeDoor();
  private final LinkedBlockingQueue<Instant> ticks = new LinkedBlockingQueue<>();
  private final Ticker ticker =
      new Ticker(door, () -> Cast.NIGHT, ticks::add, Duration.ofMillis(20));

  @AfterEach
  void stop() throws InterruptedException {
    ticker.stop();
  }

  @Test
  void asLongAsThereIsMoreItGoesOnAtOnce() throws InterruptedException {
    door.answersTicks(
        new Reply.Ticked(200, true), new Reply.Ticked(200, true), new Reply.Ticked(3, false));
    long start = System.nanoTime();
    ticker.start();
    for (int i = 0; i < 3; i++) {
      assertThat(ticks.poll(10, TimeUnit.SECONDS)).isEqualTo(Cast.NIGHT);
    }
    // Three turns at rest would take 400 ms at least.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(400));
  }

  @Test
  void itLooksAgainByItself() throws InterruptedException {
    ticker.start();
    assertThat(ticks.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(ticks.poll(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void itInspectsFromTimeToTime() throws InterruptedException {
    ticker.start();
    while (door.count(Command.Inspect.class) < 3) {
      assertThat(ticks.poll(10, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void whatItHadToMendIsToldForFigures() throws InterruptedException {
    var mended = new LinkedBlockingQueue<Integer>();
    var listener =
        new Ticker.TickListener() {
          @Override
          public void ticked(Instant at) {
            ticks.add(at);
          }

          @Override
          public void inspected(int count) {
            mended.add(count);
          }
        };
    var told = new Ticker(door, () -> Cast.NIGHT, listener, Duration.ofMillis(20));
    ticker.start();
    told.start();
    assertThat(mended.poll(10, TimeUnit.SECONDS)).isZero();
    told.stop();
  }

  @Test
  void itKeepsWatchOverTheRotaFromTheStart() throws InterruptedException {
    ticker.start();
    while (door.count(Command.KeepWatch.class) == 0) {
      assertThat(ticks.poll(10, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void thatTheClockWasPutBackIsToldOnce() throws InterruptedException {
    ticker.start();
    var clock = new AtomicReference<>(Cast.NIGHT);
    var seen = new LinkedBlockingQueue<Instant>();
    var jumping = new Ticker(door, clock::get, seen::add, Duration.ofMinutes(1));
    jumping.start();
    for (Duration back : List.of(Duration.ZERO, Duration.ofSeconds(9), Duration.ofHours(1))) {
      clock.set(Cast.NIGHT.minus(back));
      Instant seenAt = seen.poll(10, TimeUnit.SECONDS);
      while (!clock.get().equals(seenAt)) {
        assertThat(seenAt).isNotNull();
        seenAt = seen.poll(10, TimeUnit.SECONDS);
      }
    }
    assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(clock.get());
    jumping.stop();
    assertThat(door.commands())
        .filteredOn(Command.RaiseTrouble.class::isInstance)
        .singleElement()
        .asString()
        .contains("was put back by 59 min 51 s");
  }

  @Test
  void aFaultOfTheEngineDoesNotEndIt() throws InterruptedException {
    door.fails(2);
    ticker.start();
    assertThat(ticks.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(ticker.isTurning()).isTrue();
  }

  @Test
  void whatIsPutOffIsNoTick() throws InterruptedException {
    door.answersTicks(new Reply.TryLater(false, Duration.ofSeconds(5), "disk full"));
    ticker.start();
    assertThat(ticks.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(door.count(Command.Tick.class)).isGreaterThan(1);
  }
}
