package watchbill.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.SilenceId;
import watchbill.kernel.Refusal;

class SilencesTest {
  private static final Instant NOW = Instant.parse("2025-01-06T03:00:00Z");
  private static final SilenceId ID = new SilenceId("s1");

  @Test
  void aSilenceIsPendingThenActiveThenExpired() {
    Silence silence = draft("api", 10, 20).as(ID, NOW);
    assertThat(silence.state(at(9))).isEqualTo(Silence.State.PENDING);
    assertThat(silence.state(at(10))).isEqualTo(Silence.State.ACTIVE);
    assertThat(silence.state(at(20).minusNanos(1))).isEqualTo(Silence.State.ACTIVE);
    assertThat(silence.state(at(20))).isEqualTo(Silence.State.EXPIRED);
  }

  @Test
  void aStartInThePastMeansNow() {
    assertThat(draft("api", -60, 20).as(ID, NOW).startsAt()).isEqualTo(NOW);
  }

  @Test
  void whatIsPendingMayChangeItsTimes() {
    Silence before = draft("api", 10, 20).as(ID, NOW);
    assertThat(Silences.updated(before, draft("api", 30, 40), at(1)))
        .contains(draft("api", 30, 40).as(ID, at(1)));
  }

  @Test
  void whatIsActiveKeepsItsStart() {
    Silence before = draft("api", 0, 20).as(ID, NOW);
    Silence after = Silences.updated(before, draft("api", 5, 60), at(9)).orElseThrow();
    assertThat(after.id()).isEqualTo(ID);
    assertThat(after.startsAt()).isEqualTo(NOW);
    assertThat(after.endsAt()).isEqualTo(at(60));
    assertThat(after.updatedAt()).isEqualTo(at(9));
  }

  @Test
  void otherMatchersALaterStartAndALifeAfterDeathAreOtherSilences() {
    Silence active = draft("api", 0, 20).as(ID, NOW);
    assertThat(Silences.updated(active, draft("web", 0, 20), at(5))).isEmpty();
    assertThat(Silences.updated(active, draft("api", 9, 20), at(5))).isEmpty();
    assertThat(Silences.updated(active, draft("api", 0, 60), at(20))).isEmpty();
  }

  @Test
  void theOrderOfMatchersMakesNoOtherSilence() {
    List<Matcher> two = List.of(Matcher.is("a", "1"), Matcher.is("b", "2"));
    var before = new Draft(two, NOW, at(20), "ana", "").as(ID, NOW);
    assertThat(Silences.updated(before, new Draft(two.reversed(), NOW, at(30), "ana", ""), at(1)))
        .isPresent();
  }

  @Test
  void whatIsWrongIsSaidAllAtOnce() {
    var wrong = new Draft(List.of(), NOW, NOW, " ", "x".repeat(1_001));
    assertThat(Silences.faults(wrong, MatchersTest.PATTERNS, NOW))
        .extracting(Refusal::field)
        .containsExactly("matchers", "ends-at", "created-by", "comment");
    assertThat(Silences.faults(draft("api", 20, 10), MatchersTest.PATTERNS, NOW))
        .extracting(Refusal::allowed)
        .containsExactly("an instant after starts-at");
    assertThat(Silences.faults(draft("api", -5, 10), MatchersTest.PATTERNS, NOW)).isEmpty();
  }

  @Test
  void itsOwnerIsToldBeforeItEnds() {
    assertThat(Silences.warnAt(draft("api", 0, 120).as(ID, NOW))).isEqualTo(at(105));
    assertThat(Silences.warnAt(draft("api", 0, 20).as(ID, NOW))).isEqualTo(at(15));
  }

  @Test
  void oneThatIsEndedBeforeItBeganIsOver() {
    Silence over = draft("api", 10, 20).as(ID, NOW).expired(at(5));
    assertThat(over.state(at(5))).isEqualTo(Silence.State.EXPIRED);
    assertThat(over.startsAt()).isEqualTo(at(5));
    assertThat(Optional.of(over.endsAt())).contains(at(5));
  }

  private static Draft draft(String job, long from, long until) {
    return new Draft(List.of(Matcher.is("job", job)), at(from), at(until), "ana", "a reason");
  }

  private static Instant at(long minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }
}
