package watchbill.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;
import watchbill.time.Span;

/// What a ping means, what silence means, and what our own deafness does not mean.
class HeartbeatsTest {
  private static final Instant NIGHT = Instant.parse("2025-01-06T03:00:00Z");
  private static final List<Ping.Kind> KINDS = List.of(Ping.Kind.values());
  private static final Duration GRACE = Duration.ofMinutes(10);

  @Test
  void whatWasDueBeforeTheDeafnessIsToldAndWhatFellIntoItWaits() {
    Heartbeat heartbeat = fresh();
    Instant due = at(70);
    assertThat(heartbeat.lookAt()).contains(due);
    assertThat(Heartbeats.afterDeafness(heartbeat, new Span(due, at(200)))).isEqualTo(heartbeat);
    var over = new Span(due.minusSeconds(1), at(200));
    assertThat(Heartbeats.afterDeafness(heartbeat, over).lookAt()).contains(at(210));
    assertThat(Heartbeats.afterDeafness(heartbeat, over).unheard()).contains(over);
    var early = new Span(at(1), at(30));
    assertThat(Heartbeats.afterDeafness(heartbeat, early)).isEqualTo(heartbeat);
  }

  @Test
  void aRunThatMayHaveEndedUnheardGetsItsGraceAnew() {
    Heartbeat running = decide(fresh(), Ping.Kind.START, at(5));
    assertThat(running.lookAt()).contains(at(15));
    Heartbeat after = Heartbeats.afterDeafness(running, new Span(at(6), at(8)));
    assertThat(after.lookAt()).contains(at(18));
  }

  @Test
  void afterAMissTheScheduleGoesOnAndSkipsWhatIsOver() {
    Heartbeat missed = Heartbeats.decide(fresh(), at(70)).after();
    assertThat(missed.expectedAt()).isEqualTo(at(120));
    Heartbeat longAfter = Heartbeats.decide(missed, at(1_000)).after();
    assertThat(longAfter.expectedAt()).isEqualTo(at(1_020));
    assertThat(longAfter.trouble()).contains(new Trouble(Trouble.Kind.MISSING, at(70), 2));
  }

  /// Whatever comes, and whenever: what is expected has an instant at which it is looked at,
  /// trouble is told once for each time it is noted, and a good ping leaves none.
  @Test
  void holdsTogetherWhateverComes() {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      Heartbeat heartbeat = fresh();
      Instant now = NIGHT;
      for (int i = 0; i < 40; i++) {
        now = now.plusSeconds(random.nextInt(3_000));
        heartbeat = step(heartbeat, random, now);
        assertThat(heartbeat.lookAt()).as("seed " + seed).isPresent();
        assertThat(heartbeat.runs().size()).isLessThanOrEqualTo(Heartbeats.RUNS_MAX);
      }
    }
  }

  private static Heartbeat step(Heartbeat heartbeat, Random random, Instant now) {
    Beat silence = Heartbeats.decide(heartbeat, now);
    boolean due = !heartbeat.lookAt().orElseThrow().isAfter(now);
    assertThat(silence.news() == Beat.News.TROUBLE).isEqualTo(due);
    Heartbeat after = silence.after();
    if (due) {
      assertThat(after.lookAt().orElseThrow()).isAfterOrEqualTo(heartbeat.lookAt().orElseThrow());
    }
    var kind = KINDS.get(random.nextInt(KINDS.size()));
    var ping = new Ping(kind, Optional.empty(), random.nextBoolean() ? "" : "r", "", "GET");
    Beat beat = Heartbeats.decide(after, ping, now);
    assertThat(beat.news() == Beat.News.WELL)
        .isEqualTo(kind == Ping.Kind.SUCCESS && after.trouble().isPresent());
    if (kind == Ping.Kind.SUCCESS) {
      assertThat(beat.after().trouble()).isEmpty();
      assertThat(beat.after().lookAt().orElseThrow()).isAfter(now.minus(GRACE.multipliedBy(400)));
    }
    return beat.after();
  }

  private static Heartbeat decide(Heartbeat heartbeat, Ping.Kind kind, Instant now) {
    return Heartbeats.decide(heartbeat, new Ping(kind, Optional.empty(), "", "", "GET"), now)
        .after();
  }

  /// Expected every hour.
  private static Heartbeat fresh() {
    var plan =
        new HeartbeatPlan(
            new HeartbeatId("sync"),
            Optional.empty(),
            Optional.empty(),
            new ServiceId("checkout"),
            new Schedule.Every(Duration.ofHours(1)),
            GRACE,
            Severity.ERROR,
            "",
            true);
    return Heartbeats.create(plan, NIGHT);
  }

  private static Instant at(long minutes) {
    return NIGHT.plus(Duration.ofMinutes(minutes));
  }
}
