package watchbill.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.NIGHT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchbill.alert.PageId;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;
import watchbill.notification.Crowding.How;

class CrowdingTest {
  private static final PersonId ANA = new PersonId("ana");

  @Test
  void theThreeMostUrgentAndThenNewestGoAlone() {
    List<Notification> due = new ArrayList<>(pages(1, 9));
    due.add(page(50, ContactMethod.SMS, Urgency.WORKING_HOURS));
    for (Notification one : due) {
      boolean alone = List.of("7", "8", "9").contains(one.about().subject());
      assertThat(decide(one, due, List.of()) instanceof How.Alone)
          .as(one.toString())
          .isEqualTo(alone);
    }
  }

  @Test
  void theRestGoesTogetherByEachMethod() {
    List<Notification> due = new ArrayList<>(pages(1, 6));
    due.add(page(2, ContactMethod.CALL, Urgency.NOW));
    assertThat(decide(due.getFirst(), due, List.of()))
        .isEqualTo(new How.Together(List.of(due.get(2), due.get(1))));
    assertThat(decide(due.getLast(), due, List.of())).isEqualTo(new How.Together(List.of()));
  }

  @Test
  void whatLeftInTheLastTenMinutesCounts() {
    Notification one = pages(1, 1).getFirst();
    List<Dispatch> two = List.of(single(NIGHT), single(NIGHT));
    assertThat(decide(one, List.of(one), two)).isEqualTo(new How.Alone());
    List<Dispatch> three = List.of(single(NIGHT), single(NIGHT), single(NIGHT));
    assertThat(decide(one, List.of(), three)).isEqualTo(new How.Together(List.of()));
  }

  @Test
  void oneMessageAMinuteByEachMethodIsAboutTheRest() {
    Notification one = pages(1, 1).getFirst();
    List<Dispatch> lately = new ArrayList<>(List.of(single(NIGHT), single(NIGHT), single(NIGHT)));
    lately.add(together(NIGHT.minusSeconds(20), ContactMethod.SMS, Urgency.NOW));
    assertThat(decide(one, List.of(one), lately)).isEqualTo(new How.Later(NIGHT.plusSeconds(40)));
    Notification call = page(1, ContactMethod.CALL, Urgency.NOW);
    assertThat(decide(call, List.of(call), lately)).isEqualTo(new How.Together(List.of()));
    lately.set(3, together(NIGHT.minusSeconds(60), ContactMethod.SMS, Urgency.NOW));
    assertThat(decide(one, List.of(one), lately)).isEqualTo(new How.Together(List.of()));
  }

  @Test
  void whatCanWaitNeverDelaysWhatCanNot() {
    Notification urgent = pages(1, 1).getFirst();
    Notification calm = page(2, ContactMethod.SMS, Urgency.WORKING_HOURS);
    List<Dispatch> lately = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      lately.add(new Dispatch(calm.id(), ANA, ContactMethod.SMS, calm.urgency(), NIGHT, true));
    }
    lately.add(together(NIGHT, ContactMethod.SMS, Urgency.WORKING_HOURS));
    List<Notification> due = List.of(calm, urgent);
    assertThat(decide(urgent, due, lately)).isEqualTo(new How.Alone());
    assertThat(decide(calm, due, lately)).isInstanceOf(How.Later.class);
  }

  private static How decide(Notification one, List<Notification> due, List<Dispatch> lately) {
    return Crowding.decide(one, due, lately, NIGHT);
  }

  private static Dispatch single(Instant at) {
    return new Dispatch(new NotificationId("x"), ANA, ContactMethod.PUSH, Urgency.NOW, at, true);
  }

  private static Dispatch together(Instant at, ContactMethod method, Urgency urgency) {
    return new Dispatch(new NotificationId("y"), ANA, method, urgency, at, false);
  }

  private static List<Notification> pages(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> page(i, ContactMethod.SMS, Urgency.NOW))
        .toList();
  }

  private static Notification page(int number, ContactMethod method, Urgency urgency) {
    return new Notification(
        new NotificationId(number + method.word()),
        new About.OfPage(new PageId(Integer.toString(number)), 1),
        ANA,
        method,
        "+34600000001",
        urgency,
        "step 1 of 2",
        "primary of rota payments",
        NIGHT,
        new Delivery.Claimed(NIGHT.plus(Duration.ofSeconds(30))),
        0,
        1,
        false);
  }
}
