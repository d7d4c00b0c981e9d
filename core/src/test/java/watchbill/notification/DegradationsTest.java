package watchbill.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.catalog.ContactMethod.CALL;
import static watchbill.catalog.ContactMethod.EMAIL;
import static watchbill.catalog.ContactMethod.PUSH;
import static watchbill.catalog.ContactMethod.SMS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import watchbill.alert.PageId;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;

/// A method that does not get through is not waited for; nobody is ever told later for it.
class DegradationsTest {
  private static final Instant NIGHT = Instant.parse("2025-01-06T03:00:00Z");
  private static final Delivery TAKEN = new Delivery.Accepted(NIGHT, "smtp", "1");
  private static final Delivery FAILED = new Delivery.Failed(NIGHT, "421 try later");
  private static final Delivery AGAIN = new Delivery.Due(NIGHT.plusSeconds(8));
  private static final Delivery UNKNOWN = new Delivery.Unknown(NIGHT, "no answer", NIGHT);
  private static final Delivery ON_ITS_WAY = new Delivery.Handed(NIGHT, NIGHT.plusSeconds(30));

  @Test
  void threeFailuresInARowAreTooMany() {
    assertThat(Degradations.of(EMAIL, sent(FAILED, AGAIN))).isEmpty();
    assertThat(Degradations.of(EMAIL, sent(UNKNOWN, FAILED, AGAIN)).orElseThrow().inWords())
        .isEqualTo("3 of the last 3 messages by email did not get through");
  }

  @Test
  void oneThatPassesEndsIt() {
    assertThat(Degradations.of(EMAIL, sent(TAKEN, FAILED, FAILED, FAILED))).isEmpty();
    assertThat(Degradations.of(EMAIL, sent(FAILED, TAKEN, FAILED, FAILED))).isPresent();
  }

  @Test
  void lessThanHalfIsNoDegradation() {
    assertThat(Degradations.of(EMAIL, sent(FAILED, FAILED, FAILED, TAKEN, TAKEN, TAKEN)))
        .isPresent();
    assertThat(Degradations.of(EMAIL, sent(FAILED, FAILED, FAILED, TAKEN, TAKEN, TAKEN, TAKEN)))
        .isEmpty();
  }

  @Test
  void whatIsOnItsWaySaysNothingYet() {
    assertThat(Degradations.of(EMAIL, sent(ON_ITS_WAY, FAILED, FAILED, FAILED))).isPresent();
    assertThat(Degradations.of(EMAIL, sent(ON_ITS_WAY, ON_ITS_WAY, FAILED, FAILED))).isEmpty();
    assertThat(Degradations.of(EMAIL, List.of())).isEmpty();
  }

  @Test
  void theNextWayGoesWithTheOneThatFailsAndBeforeIt() {
    List<ContactRule> rules = List.of(rule(PUSH, 0), rule(SMS, 2), rule(CALL, 5));
    assertThat(Degradations.reorder(rules, Set.of())).isEqualTo(rules);
    assertThat(Degradations.reorder(rules, Set.of(EMAIL))).isEqualTo(rules);
    assertThat(Degradations.reorder(rules, Set.of(PUSH)))
        .containsExactly(rule(SMS, 0), rule(PUSH, 0), rule(CALL, 5));
    assertThat(Degradations.reorder(rules, Set.of(PUSH, SMS)))
        .containsExactly(rule(CALL, 0), rule(PUSH, 0), rule(SMS, 2));
    assertThat(Degradations.reorder(rules, Set.of(CALL))).isEqualTo(rules);
  }

  @Test
  void noMethodIsLostOrFollowedLaterWhateverIsDegraded() {
    long seed = 20_250_106;
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      List<ContactRule> rules =
          Stream.of(ContactMethod.values())
              .filter(_ -> random.nextBoolean())
              .map(method -> rule(method, random.nextInt(6)))
              .toList();
      Set<ContactMethod> degraded =
          Set.of(
              Stream.of(ContactMethod.values())
                  .filter(_ -> random.nextBoolean())
                  .toArray(ContactMethod[]::new));
      List<ContactRule> followed = Degradations.reorder(rules, degraded);
      assertThat(followed).as("seed %d, round %d", seed, i).hasSameSizeAs(rules);
      for (ContactRule rule : rules) {
        assertThat(followed)
            .as("seed %d, round %d", seed, i)
            .anyMatch(f -> f.method() == rule.method() && f.after().compareTo(rule.after()) <= 0);
      }
    }
  }

  private static ContactRule rule(ContactMethod method, int minutes) {
    return new ContactRule(method, Duration.ofMinutes(minutes));
  }

  /// The newest first.
  private static List<Notification> sent(Delivery... deliveries) {
    return Stream.of(deliveries)
        .map(delivery ->
            new Notification(
                new NotificationId("n"),
                new About.OfPage(new PageId("p"), 1),
                new PersonId("ana"),
                EMAIL,
                "ana@example.org",
                Urgency.NOW,
                "step 1 of 1",
                "",
                NIGHT,
                delivery,
                1,
                1,
                false))
        .toList();
  }
}
