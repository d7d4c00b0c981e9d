package watchbill.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.alert.PageId;
import watchbill.audit.AuditEntry;
import watchbill.audit.Deed;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.catalog.Urgency;
import watchbill.notification.About;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;

/// Whom a page kept, and from which minute to which, told by minutes after three.
class CallingsTest {
  private static final Instant THREE = Instant.parse("2025-01-07T03:00:00Z");

  private final List<Notification> told = new ArrayList<>();
  private final List<AuditEntry> happened = new ArrayList<>();

  @Test
  void aMessageThatWasOnItsWayKeepsNobody() {
    told("ana", 0);
    happens("ana", "page.acknowledged", 5);
    told("ana", 6);
    told("ben", 6);
    happens("ana", "page.resolved", 60);
    assertThat(calls(600)).containsExactly("ana 0-60", "ben 6-6");
  }

  @Test
  void nobodyIsKeptByWhatNeverReachedThem() {
    told.add(notification("ana", new Delivery.Failed(at(0), "no such number"), false));
    told.add(notification("ben", new Delivery.Cancelled(at(1), "acknowledged"), false));
    told.add(notification("cho", new Delivery.Unknown(at(0), "no answer", at(1)), true));
    happens("cho", "page.acknowledged", 10);
    happens("cho", "page.resolved", 20);
    assertThat(calls(600)).containsExactly("cho 0-20");
  }

  @Test
  void whatIsPassedOnMayComeBack() {
    told("ana", 0);
    happens("ana", "page.acknowledged", 1);
    happens("ana", "page.passed-on", 10);
    told("ben", 10);
    happens("ben", "page.handed-over", 20);
    told("ana", 20);
    happens("ana", "page.acknowledged", 30);
    happens("ana", "page.resolved", 40);
    assertThat(calls(600)).containsExactly("ana 0-10", "ana 20-40", "ben 10-20");
  }

  @Test
  void whoTakesItFromSomebodyElseIsKeptFromThen() {
    told("ana", 0);
    told("ben", 0);
    happens("ana", "page.acknowledged", 1);
    happens("ben", "page.acknowledged", 30);
    happens("ben", "page.resolved", 50);
    assertThat(calls(600)).containsExactly("ana 0-30", "ben 0-1", "ben 30-50");
  }

  @Test
  void whatIsNotOverIsLeftForLaterButForNoMoreThanEightHours() {
    told("ana", 0);
    assertThat(calls(479)).isEmpty();
    assertThat(calls(480)).containsExactly("ana 0-480");
    happens("ana", "page.acknowledged", 100);
    assertThat(calls(579)).isEmpty();
    assertThat(calls(580)).containsExactly("ana 0-580");
    happens("ana", "page.resolved", 9_000);
    assertThat(calls(10_000)).containsExactly("ana 0-580");
  }

  private List<String> calls(int now) {
    return Callings.of(new TeamId("payments"), "p1", told, happened, at(now)).stream()
        .map(c -> c.person() + " " + minute(c.wokenAt()) + "-" + minute(c.doneAt()))
        .toList();
  }

  private void told(String who, int minute) {
    told.add(notification(who, new Delivery.Accepted(at(minute), "sms", ""), false));
  }

  private void happens(String who, String action, int minute) {
    var deed = new Deed(at(minute), who, action, "p1", "", "");
    happened.add(new AuditEntry(happened.size() + 1L, deed, "", ""));
  }

  private static Notification notification(String who, Delivery delivery, boolean duplicate) {
    return new Notification(
        new NotificationId(who + delivery),
        new About.OfPage(new PageId("p1"), 1),
        new PersonId(who),
        ContactMethod.SMS,
        "+34600000001",
        Urgency.NOW,
        "step 1 of 2",
        "primary",
        THREE,
        delivery,
        1,
        1,
        duplicate);
  }

  private static Instant at(int minute) {
    return THREE.plus(Duration.ofMinutes(minute));
  }

  private static long minute(Instant at) {
    return Duration.between(THREE, at).toMinutes();
  }
}
