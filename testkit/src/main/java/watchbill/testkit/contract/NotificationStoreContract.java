package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.notification;
import static watchbill.testkit.contract.Samples.pageId;
import static watchbill.testkit.contract.Samples.with;
import static watchbill.testkit.contract.Samples.withFence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;
import watchbill.engine.Stores;
import watchbill.notification.About;
import watchbill.notification.Delivery;
import watchbill.notification.NoticeId;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.notification.NotificationStore;

/// The outbox: nobody is told twice, and nothing due is forgotten.
public interface NotificationStoreContract extends StoreContract<NotificationStore> {
  Delivery DUE = new Delivery.Due(minute(5));
  Delivery HANDED = new Delivery.Handed(minute(5), minute(6));
  Delivery UNKNOWN = new Delivery.Unknown(minute(5), "no answer in 10 s", minute(6));

  /// What nothing more will be done about.
  List<Delivery> OVER =
      List.of(
          new Delivery.Accepted(minute(5), "smtp", "<1@example.org>"),
          new Delivery.Delivered(minute(5), "twilio", ""),
          new Delivery.Failed(minute(5), "550 no such user"),
          new Delivery.Cancelled(minute(5), "acknowledged by ana"));

  @Override
  default Class<NotificationStore> port() {
    return NotificationStore.class;
  }

  @Override
  default NotificationStore storeIn(Stores stores) {
    return stores.notifications();
  }

  // What is kept.

  @Test
  default void givesBackEveryStateAsItWas() {
    List<Delivery> deliveries = new ArrayList<>(OVER);
    for (String text : Samples.TEXTS) {
      deliveries.add(new Delivery.Accepted(minute(5), text, text));
      deliveries.add(new Delivery.Delivered(minute(5), text, text));
      deliveries.add(new Delivery.Unknown(minute(5), text, minute(6)));
      deliveries.add(new Delivery.Failed(minute(5), text));
      deliveries.add(new Delivery.Cancelled(minute(5), text));
    }
    for (Instant at : Samples.INSTANTS) {
      deliveries.add(new Delivery.Due(at));
      deliveries.add(new Delivery.Claimed(at));
      deliveries.add(new Delivery.Handed(at, at));
      deliveries.add(new Delivery.Unknown(at, "why", at));
      deliveries.add(new Delivery.Accepted(at, "smtp", "1"));
    }
    Notification first = added(notification(1, 1, DUE));
    int number = 2;
    for (Delivery delivery : deliveries) {
      Notification fromTheStart = added(notification(number, number, delivery));
      assertThat(found(fromTheStart)).isEqualTo(fromTheStart);
      number++;
      assertThat(saved(with(first, delivery))).isTrue();
      assertThat(found(first)).isEqualTo(with(first, delivery));
    }
  }

  @Test
  default void givesBackEveryWord() {
    int number = 1;
    for (String text : Samples.TEXTS) {
      Notification n = added(worded(number++, text));
      assertThat(found(n)).isEqualTo(n);
    }
    assertThat(reads().find(new NotificationId(id(404)))).isEmpty();
  }

  @Test
  default void savesAttemptsAndThatItMayBeADuplicate() {
    Notification n = added(notification(1, 1, DUE));
    Notification tried = n.with(UNKNOWN, 3, true);
    assertThat(saved(tried)).isTrue();
    assertThat(found(n)).isEqualTo(tried);
    Notification again = claim(minute(6)).getFirst();
    assertThat(again.attempts()).isEqualTo(3);
    assertThat(again.possibleDuplicate()).isTrue();
  }

  @Test
  default void nobodyIsToldTwiceByOneMethodForOneWake() {
    Notification first = added(notification(1, 1, DUE));
    assertThat(saved(with(first, OVER.getFirst()))).isTrue();
    writes().add(List.of(notification(2, 1, DUE), notification(3, 1, DUE)));
    assertThat(of(1)).containsExactly(with(first, OVER.getFirst()));
    assertThat(claim(minute(99))).isEmpty();
  }

  @Test
  default void oneSetMayNameTheSameTwice() {
    Notification first = notification(1, 1, DUE);
    writes().add(List.of(first, notification(2, 1, DUE)));
    assertThat(of(1)).containsExactly(first);
  }

  @Test
  default void anotherMethodPersonWakeOrPageIsAnotherNotification() {
    Notification n = notification(1, 1, DUE);
    Notification method = notification(2, 1, ContactMethod.CALL, Urgency.NOW, DUE);
    Notification page = notification(3, 2, DUE);
    Notification person = of(4, new PersonId("ben"), 1);
    Notification wake = of(5, n.person(), 2);
    writes().add(List.of(n, method, page, person, wake));
    assertThat(claim(minute(99))).hasSize(5);
    assertThat(of(1)).hasSize(4);
  }

  @Test
  default void nobodyIsToldTwiceByOneMethodOfOneNotice() {
    Notification first = added(ofNotice(1, 7, ContactMethod.SMS));
    Notification call = added(ofNotice(2, 7, ContactMethod.CALL));
    added(ofNotice(3, 7, ContactMethod.SMS));
    Notification other = added(ofNotice(4, 8, ContactMethod.SMS));
    Notification page = added(notification(5, 7, DUE));
    assertThat(reads().of(new NoticeId(id(7)))).containsExactly(first, call);
    assertThat(reads().of(new NoticeId(id(8)))).containsExactly(other);
    assertThat(of(7)).containsExactly(page);
    assertThat(reads().pending(pageId(7))).containsExactly(page);
    assertThat(found(call)).isEqualTo(call);
  }

  // Claiming.

  @Test
  default void whatIsDueIsClaimedOnce() {
    Notification n = added(notification(1, 1, DUE));
    assertThat(claim(minute(5).minusNanos(1_000))).isEmpty();
    List<Notification> first = claim(minute(5));
    List<Notification> second = claim(minute(5));
    assertThat(first).hasSize(1);
    assertThat(second).isEmpty();
    Notification claimed = first.getFirst();
    assertThat(claimed.delivery()).isEqualTo(new Delivery.Claimed(minute(6)));
    assertThat(claimed.fence()).isGreaterThan(n.fence());
    assertThat(withFence(claimed, n.delivery(), n.fence())).isEqualTo(n);
    assertThat(found(n)).isEqualTo(claimed);
  }

  @Test
  default void twoClaimsOfOneTransactionShareNothing() {
    write(store -> {
      for (int i = 1; i <= 10; i++) {
        store.add(List.of(notification(i, i, DUE)));
      }
    });
    List<Notification> both =
        writing(store -> {
          var claimed = new ArrayList<>(store.claim(minute(5), minute(6), 6));
          claimed.addAll(store.claim(minute(5), minute(6), 6));
          return claimed;
        });
    assertThat(both).extracting(Notification::id).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  default void aClaimThatWasLetGoIsTakenAgainWithAHigherFence() {
    added(notification(1, 1, DUE));
    long fence = claim(minute(5)).getFirst().fence();
    assertThat(claim(minute(6).minusNanos(1_000))).isEmpty();
    List<Notification> again = claim(minute(6));
    assertThat(again).hasSize(1);
    assertThat(again.getFirst().fence()).isGreaterThan(fence);
    assertThat(again.getFirst().delivery()).isEqualTo(new Delivery.Claimed(minute(7)));
  }

  @Test
  default void whoeverLostTheLeaseChangesNothing() {
    added(notification(1, 1, DUE));
    Notification slow = claim(minute(5)).getFirst();
    Notification quick = claim(minute(6)).getFirst();
    assertThat(saved(with(slow, HANDED))).isFalse();
    assertThat(found(slow)).isEqualTo(quick);
    assertThat(saved(with(quick, HANDED))).isTrue();
    assertThat(found(slow)).isEqualTo(with(quick, HANDED));
  }

  @Test
  default void whatIsNotKnownIsTriedAgainWhenItsTimeComes() {
    Notification n = added(notification(1, 1, DUE));
    assertThat(saved(with(n, UNKNOWN))).isTrue();
    assertThat(claim(minute(6).minusNanos(1_000))).isEmpty();
    assertThat(claim(minute(6))).hasSize(1);
  }

  @Test
  default void whatWasHandedOverIsNotClaimed() {
    added(notification(1, 1, HANDED));
    assertThat(claim(minute(999))).isEmpty();
  }

  @Test
  default void whatIsOverIsNeverClaimed() {
    int number = 1;
    for (Delivery over : OVER) {
      added(notification(number++, 1 + number, over));
    }
    Notification wasDue = added(notification(90, 90, DUE));
    assertThat(saved(with(wasDue, OVER.getLast()))).isTrue();
    assertThat(claim(minute(999))).isEmpty();
    assertThat(reads().nextDue()).isEmpty();
  }

  @Test
  default void theMostUrgentIsClaimedFirstAndThenTheNewestPages() {
    Notification calm =
        notification(1, 9, ContactMethod.EMAIL, Urgency.WORKING_HOURS, new Delivery.Due(minute(1)));
    Notification old = notification(2, 3, new Delivery.Due(minute(2)));
    Notification young = notification(3, 8, new Delivery.Due(minute(5)));
    writes().add(List.of(calm, old, young));
    assertThat(claim(minute(5), 1)).extracting(Notification::id).containsExactly(young.id());
    assertThat(claim(minute(5), 5))
        .extracting(Notification::id)
        .containsExactly(old.id(), calm.id());
  }

  @Test
  default void findsWhatIsDueForOnePersonAboutPagesOrIsTaken() {
    Notification due = added(notification(1, 1, DUE));
    Notification taken = added(notification(2, 2, new Delivery.Claimed(minute(99))));
    Notification again = added(notification(3, 3, UNKNOWN));
    added(notification(4, 4, new Delivery.Due(minute(7))));
    added(notification(5, 5, HANDED));
    added(notification(6, 6, OVER.getFirst()));
    added(of(7, new PersonId("b"), 1, DUE));
    added(ofNotice(8, 99, ContactMethod.SMS));
    assertThat(reads().dueFor(due.person(), minute(6), 9))
        .containsExactlyInAnyOrder(due, taken, again);
    assertThat(reads().dueFor(due.person(), minute(6), 2)).hasSize(2);
    assertThat(reads().dueFor(due.person(), minute(4), 9)).containsExactly(taken);
  }

  @Test
  default void findsAllThatAreNotOver() {
    OVER.forEach(
        over -> added(notification(10 + OVER.indexOf(over), 9 + OVER.indexOf(over), over)));
    Notification due = added(notification(1, 1, DUE));
    Notification handed = added(notification(2, 2, HANDED));
    Notification unknown = added(notification(3, 3, UNKNOWN));
    assertThat(reads().pending(100)).containsExactlyInAnyOrder(due, handed, unknown);
    assertThat(reads().pending(2)).hasSize(2).isSubsetOf(due, handed, unknown);
  }

  @Test
  default void noticesAreClaimedAfterPagesThatAreAsUrgent() {
    Notification notice = ofNotice(1, 99, ContactMethod.SMS);
    Notification later = ofNotice(3, 98, ContactMethod.SMS);
    Notification calm =
        notification(4, 9, ContactMethod.EMAIL, Urgency.WORKING_HOURS, new Delivery.Due(minute(1)));
    Notification page = notification(2, 1, DUE);
    writes().add(List.of(calm, notice, page, later));
    assertThat(claim(minute(5), 1)).extracting(Notification::id).containsExactly(page.id());
    assertThat(claim(minute(5), 9))
        .extracting(Notification::id)
        .containsExactly(notice.id(), later.id(), calm.id());
  }

  @Test
  default void aHastenedOneIsClaimedAtOnce() {
    Notification n = added(notification(1, 1, new Delivery.Due(minute(30))));
    assertThat(claim(minute(5))).isEmpty();
    assertThat(saved(with(n, new Delivery.Due(minute(5))))).isTrue();
    assertThat(claim(minute(5))).hasSize(1);
  }

  // What waits.

  @Test
  default void findsThoseWhoseAnswerIsOverdue() {
    Notification handed = added(notification(1, 1, HANDED));
    added(notification(2, 2, new Delivery.Handed(minute(5), minute(50))));
    added(notification(3, 3, DUE));
    added(notification(4, 4, new Delivery.Claimed(minute(5))));
    added(notification(5, 5, UNKNOWN));
    added(notification(6, 6, OVER.getFirst()));
    assertThat(unanswered(minute(6).minusNanos(1_000), 10)).isEmpty();
    assertThat(unanswered(minute(6), 10)).containsExactly(handed);
    assertThat(unanswered(minute(50), 10)).hasSize(2);
    assertThat(unanswered(minute(50), 1)).hasSize(1);
  }

  @Test
  default void findsTheLastThatWereHandedOverByAMethod() {
    Notification first = added(notification(1, 1, DUE));
    Notification second = added(notification(2, 2, DUE));
    added(notification(3, 3, DUE));
    Instant since = first.createdAt();
    assertThat(sent(first.method(), since, 9)).isEmpty();
    Notification tried = tried(first);
    Notification again = tried(second);
    assertThat(sent(first.method(), since, 9)).containsExactlyInAnyOrder(tried, again);
    assertThat(sent(first.method(), since, 1)).hasSize(1);
    assertThat(sent(first.method(), since.plusSeconds(86_400), 9)).isEmpty();
    ContactMethod other =
        first.method() == ContactMethod.CALL ? ContactMethod.SMS : ContactMethod.CALL;
    assertThat(sent(other, since, 9)).isEmpty();
  }

  @Test
  default void showsWhatIsPendingForOnePage() {
    List<Notification> waiting =
        List.of(
            of(1, new PersonId("a"), 1, DUE),
            of(2, new PersonId("b"), 1, new Delivery.Claimed(minute(5))),
            of(3, new PersonId("c"), 1, HANDED),
            of(4, new PersonId("d"), 1, UNKNOWN));
    writes().add(waiting);
    int wake = 2;
    for (Delivery over : OVER) {
      added(of(10 + wake, new PersonId("a"), wake++, over));
    }
    added(notification(99, 2, DUE));
    assertThat(reads().pending(pageId(1))).containsExactlyInAnyOrderElementsOf(waiting);
  }

  @Test
  default void showsAllOfAPageOldestFirst() {
    Notification second = of(2, new PersonId("b"), 1, OVER.getFirst());
    Notification first = of(1, new PersonId("a"), 1, DUE);
    Notification third = of(3, new PersonId("a"), 2, HANDED);
    writes().add(List.of(second, third, first, notification(4, 2, DUE)));
    assertThat(of(1)).containsExactly(first, second, third);
    assertThat(reads().of(pageId(1), 2)).containsExactly(first, second);
    assertThat(reads().of(pageId(1), Integer.MAX_VALUE)).hasSize(3);
  }

  @Test
  default void saysWhenTheNextCanBeClaimed() {
    assertThat(reads().nextDue()).isEmpty();
    added(notification(1, 1, HANDED));
    assertThat(reads().nextDue()).isEmpty();
    added(notification(2, 2, new Delivery.Unknown(minute(1), "", minute(40))));
    assertThat(reads().nextDue()).contains(minute(40));
    added(notification(3, 3, new Delivery.Claimed(minute(30))));
    assertThat(reads().nextDue()).contains(minute(30));
    Notification soon = added(notification(4, 4, new Delivery.Due(minute(20))));
    assertThat(reads().nextDue()).contains(minute(20));
    assertThat(saved(with(soon, OVER.getFirst()))).isTrue();
    assertThat(reads().nextDue()).contains(minute(30));
  }

  @Test
  default void keepsNothingWhenGivenNothing() {
    writes().add(List.of());
    assertThat(reads().pending(pageId(1))).isEmpty();
  }

  // How the tests above say it.

  private Notification added(Notification n) {
    writes().add(List.of(n));
    return n;
  }

  private boolean saved(Notification n) {
    return writes().save(n);
  }

  private Notification found(Notification n) {
    return reads().find(n.id()).orElseThrow();
  }

  /// Claims for a minute.
  private List<Notification> claim(Instant now) {
    return claim(now, 100);
  }

  private List<Notification> claim(Instant now, int limit) {
    return writes().claim(now, now.plusSeconds(60), limit);
  }

  private List<Notification> unanswered(Instant now, int limit) {
    return reads().unanswered(now, limit);
  }

  private List<Notification> of(long page) {
    return reads().of(pageId(page), 100);
  }

  private List<Notification> sent(ContactMethod method, Instant since, int limit) {
    return reads().sent(method, since, limit);
  }

  private Notification tried(Notification n) {
    Notification tried = n.with(UNKNOWN, 1, n.possibleDuplicate());
    assertThat(saved(tried)).isTrue();
    return tried;
  }

  private static Notification of(long number, PersonId person, int wake) {
    return of(number, person, wake, DUE);
  }

  private static Notification of(long number, PersonId person, int wake, Delivery delivery) {
    Notification n = notification(number, 1, delivery);
    return new Notification(
        n.id(),
        new About.OfPage(pageId(1), wake),
        person,
        n.method(),
        n.address(),
        n.urgency(),
        n.rung(),
        n.why(),
        n.createdAt(),
        n.delivery(),
        0,
        0,
        false);
  }

  private static Notification ofNotice(long number, long notice, ContactMethod method) {
    Notification n = notification(number, 1, method, Urgency.NOW, DUE);
    return new Notification(
        n.id(),
        new About.OfNotice(new NoticeId(id(notice))),
        n.person(),
        n.method(),
        n.address(),
        n.urgency(),
        n.rung(),
        n.why(),
        n.createdAt(),
        n.delivery(),
        0,
        0,
        false);
  }

  private static Notification worded(long number, String text) {
    Notification n = notification(number, number, DUE);
    return new Notification(
        n.id(),
        n.about(),
        n.person(),
        n.method(),
        text,
        n.urgency(),
        text,
        text,
        n.createdAt(),
        n.delivery(),
        0,
        0,
        false);
  }
}
