package watchbill.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.NIGHT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.alert.PageId;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Urgency;

class DeliveriesTest {
  private static final Instant SOON = NIGHT.plusSeconds(2);
  private static final Outcome ACCEPTED = new Outcome.Accepted("ref", false);
  private static final Outcome DELIVERED = new Outcome.Accepted("ref", true);
  private static final Outcome REFUSED = new Outcome.Refused("550");
  private static final Outcome UNAVAILABLE = new Outcome.Unavailable("busy");
  private static final Outcome NO_ANSWER = new Outcome.NoAnswer("silence");

  private static final Delivery DUE = new Delivery.Due(NIGHT);
  private static final Delivery CLAIMED = new Delivery.Claimed(NIGHT);
  private static final Delivery HANDED = new Delivery.Handed(NIGHT, SOON);
  private static final Delivery UNKNOWN = new Delivery.Unknown(NIGHT, "silence", SOON);
  private static final List<Delivery> OVER =
      List.of(
          new Delivery.Accepted(NIGHT, "smtp", "ref"),
          new Delivery.Delivered(NIGHT, "smtp", "ref"),
          new Delivery.Failed(NIGHT, "550"),
          new Delivery.Cancelled(NIGHT, "resolved"));

  @Test
  void handingOverCountsTheAttemptBeforeItIsMade() {
    Notification handed = Deliveries.hand(after(0, CLAIMED), NIGHT);
    assertThat(handed.attempts()).isEqualTo(1);
    assertThat(handed.delivery())
        .isEqualTo(new Delivery.Handed(NIGHT, NIGHT.plus(Deliveries.ANSWER_LEASE)));
  }

  static Stream<Arguments> outcomes() {
    return Stream.of(HANDED, UNKNOWN)
        .flatMap(from ->
            Stream.of(
                row(from, ACCEPTED, new Delivery.Accepted(NIGHT, "smtp", "ref"), false),
                row(from, DELIVERED, new Delivery.Delivered(NIGHT, "smtp", "ref"), false),
                row(from, REFUSED, new Delivery.Failed(NIGHT, "550"), false),
                row(from, UNAVAILABLE, new Delivery.Due(SOON), false),
                row(from, NO_ANSWER, new Delivery.Unknown(NIGHT, "silence", SOON), true)));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void anOutcomeSettlesIt(Delivery from, Outcome outcome, Delivery to, boolean duplicate) {
    Notification settled = Deliveries.settle(after(1, from), outcome, "smtp", NIGHT);
    assertThat(settled.delivery()).isEqualTo(to);
    assertThat(settled.possibleDuplicate()).isEqualTo(duplicate);
    assertThat(settled.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 8", "3, 30", "4, 120"})
  void eachRepeatWaitsLonger(int attempts, long seconds) {
    Instant again = NIGHT.plusSeconds(seconds);
    assertThat(Deliveries.settle(after(attempts, HANDED), UNAVAILABLE, "smtp", NIGHT).delivery())
        .isEqualTo(new Delivery.Due(again));
    assertThat(Deliveries.settle(after(attempts, HANDED), NO_ANSWER, "smtp", NIGHT).delivery())
        .isEqualTo(new Delivery.Unknown(NIGHT, "silence", again));
    assertThat(Deliveries.lost(after(attempts, HANDED), NIGHT).delivery())
        .isInstanceOfSatisfying(
            Delivery.Unknown.class, u -> assertThat(u.againAt()).isEqualTo(again));
  }

  @Test
  void theFifthAttemptIsTheLast() {
    for (Outcome outcome : List.of(UNAVAILABLE, NO_ANSWER)) {
      assertThat(Deliveries.settle(after(5, HANDED), outcome, "smtp", NIGHT).delivery())
          .isInstanceOf(Delivery.Failed.class);
    }
    assertThat(Deliveries.lost(after(5, HANDED), NIGHT).delivery())
        .isInstanceOf(Delivery.Failed.class);
  }

  @Test
  void aDoubtOnceRaisedStays() {
    Notification unknown = Deliveries.settle(after(1, HANDED), NO_ANSWER, "smtp", NIGHT);
    Notification again = Deliveries.hand(unknown, SOON);
    Notification later = Deliveries.settle(again, UNAVAILABLE, "smtp", SOON);
    assertThat(Deliveries.hand(later, SOON).possibleDuplicate()).isTrue();
  }

  @Test
  void onlyWhatHasNotLeftTheHouseOrIsInDoubtCanBeCancelled() {
    for (Delivery delivery : List.of(DUE, CLAIMED, UNKNOWN)) {
      assertThat(Deliveries.cancel(after(1, delivery), "resolved", NIGHT).delivery())
          .isEqualTo(new Delivery.Cancelled(NIGHT, "resolved"));
    }
    for (Delivery delivery : OVER) {
      Notification over = after(1, delivery);
      assertThat(Deliveries.cancel(over, "again", SOON)).isEqualTo(over);
    }
    assertThat(Deliveries.cancel(after(1, HANDED), "resolved", NIGHT)).isEqualTo(after(1, HANDED));
  }

  @Test
  void onlyWhatWasNeverTriedAndWaitsCanBeHastened() {
    assertThat(Deliveries.canHasten(after(0, new Delivery.Due(SOON)), NIGHT)).isTrue();
    assertThat(Deliveries.canHasten(after(0, DUE), NIGHT)).isFalse();
    assertThat(Deliveries.canHasten(after(1, new Delivery.Due(SOON)), NIGHT)).isFalse();
    for (Delivery other : List.of(CLAIMED, HANDED, UNKNOWN, OVER.getFirst())) {
      assertThat(Deliveries.canHasten(after(0, other), NIGHT)).isFalse();
    }
    assertThat(Deliveries.hasten(after(0, new Delivery.Due(SOON)), NIGHT).delivery())
        .isEqualTo(DUE);
  }

  @Test
  void aWorkerThatLivesSaysTheOutcomeItselfBeforeItsLeaseEnds() {
    Duration channelMayTake = Duration.ofSeconds(10);
    assertThat(Deliveries.ANSWER_LEASE).isGreaterThan(channelMayTake.multipliedBy(2));
  }

  @Test
  void whatWasToldWithoutTheStoreIsKeptMarked() {
    Notification kept = after(0, DUE);
    for (Delivery delivery : List.of(OVER.getFirst(), OVER.get(1), UNKNOWN)) {
      Notification now = Deliveries.toldElsewhere(kept, after(1, delivery));
      assertThat(now).isEqualTo(Deliveries.doubt(after(1, delivery)));
    }
    assertThat(Deliveries.toldElsewhere(kept, after(1, HANDED)).delivery())
        .isEqualTo(new Delivery.Unknown(NIGHT, "its answer was not heard", SOON));
    assertThat(Deliveries.toldElsewhere(kept, Deliveries.doubt(after(1, OVER.get(2)))))
        .isEqualTo(Deliveries.doubt(kept));
    assertThat(Deliveries.toldElsewhere(kept, after(0, DUE))).isEqualTo(kept);
  }

  @Test
  void whatIsOverIsNotChangedByWhatWasToldWithoutTheStore() {
    for (Delivery over : OVER) {
      assertThat(Deliveries.toldElsewhere(after(1, over), after(1, UNKNOWN)))
          .isEqualTo(after(1, over));
    }
  }

  @Test
  void whatIsOverIsSoForGood() {
    assertThat(List.of(DUE, CLAIMED, HANDED, UNKNOWN)).noneMatch(Delivery::isOver);
    assertThat(OVER).allMatch(Delivery::isOver);
  }

  private static Arguments row(Delivery from, Outcome outcome, Delivery to, boolean duplicate) {
    return Arguments.of(named(from.word(), from), outcome, named(to.word(), to), duplicate);
  }

  private static Notification after(int attempts, Delivery delivery) {
    return new Notification(
        new NotificationId("n1"),
        new About.OfPage(new PageId("p1"), 1),
        ANA,
        ContactMethod.SMS,
        "+34600000001",
        Urgency.NOW,
        "step 1 of 2",
        "primary of rota payments",
        NIGHT,
        delivery,
        attempts,
        7,
        false);
  }
}
