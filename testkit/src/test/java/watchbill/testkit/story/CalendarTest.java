package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ROTA;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.calendar.CalendarEntry;
import watchbill.calendar.Feed;
import watchbill.testkit.World;

/// A calendar that people subscribe to: each change of a watch changes its entry, and counts.
class CalendarTest {
  private static final String WEEK = "2025-01-13";
  private static final Instant NINE = Instant.parse("2025-01-13T08:00:00Z");
  private static final Feed.Subject ROTA_FEED = new Feed.OfRota(ROTA.handle());

  @AutoClose
  private final World world = new World().onDuty("ana", "ben", "cho", "dev").policy("5 min");

  @Test
  void aSwapChangesTheEntryAndDoesNotDoubleIt() {
    CalendarEntry before = ofWeek(ROTA_FEED);
    assertThat(before.summary()).isEqualTo("Cho: primary of payments");
    assertThat(before.sequence()).isZero();
    swap();
    world.crash();
    CalendarEntry after = ofWeek(ROTA_FEED);
    assertThat(after.uid()).isEqualTo(before.uid());
    assertThat(after.span()).isEqualTo(before.span());
    assertThat(after.summary()).isEqualTo("Ben: primary of payments");
    assertThat(after.sequence()).isEqualTo(1);
    assertThat(after.cancelled()).isFalse();
  }

  @Test
  void whoGaveAWeekAwaySeesItCalledOffAndWhoTookItSeesItOnce() {
    CalendarEntry before = ofWeek(person("cho"));
    assertThat(entries(person("ben"))).isEmpty();
    swap();
    world.crash();
    CalendarEntry gone = ofWeek(person("cho"));
    assertThat(gone.uid()).isEqualTo(before.uid());
    assertThat(gone.cancelled()).isTrue();
    assertThat(gone.sequence()).isEqualTo(1);
    CalendarEntry taken = ofWeek(person("ben"));
    assertThat(taken.summary()).isEqualTo("On duty: primary of payments");
    assertThat(taken.cancelled()).isFalse();
  }

  @Test
  void aWithdrawnOverrideBringsTheEntryBack() {
    CalendarEntry before = ofWeek(person("cho"));
    world.rota().replaces(WEEK, "cho", "ana");
    assertThat(ofWeek(person("cho")).cancelled()).isTrue();
    assertThat(ofWeek(person("ana")).sequence()).isZero();
    world.crash().rota().withdrawsOverride();
    CalendarEntry back = ofWeek(person("cho"));
    assertThat(back.uid()).isEqualTo(before.uid());
    assertThat(back.cancelled()).isFalse();
    assertThat(back.sequence()).isEqualTo(2);
    assertThat(back.changedAt()).isEqualTo(world.now());
    assertThat(ofWeek(person("ana")).cancelled()).isTrue();
    assertThat(ofWeek(ROTA_FEED).summary()).isEqualTo("Cho: primary of payments");
  }

  @Test
  void whatDidNotChangeDoesNotCount() {
    List<CalendarEntry> first = world.rota().calendar(person("cho"));
    world.fastForward("2 h").crash();
    assertThat(world.rota().calendar(person("cho"))).isEqualTo(first);
  }

  private void swap() {
    world.rota().asksToSwap("cho", WEEK, "ben");
    world.phone("ben").readAllSubjects();
    world.rota().accepts("ben");
    world.phone("cho").readAllSubjects();
    world.phone("ben").readAllSubjects();
  }

  private static Feed.Subject person(String handle) {
    return new Feed.OfPerson(handle);
  }

  private CalendarEntry ofWeek(Feed.Subject subject) {
    List<CalendarEntry> entries = entries(subject);
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private List<CalendarEntry> entries(Feed.Subject subject) {
    return world.rota().calendar(subject).stream()
        .filter(e -> e.span().contains(NINE) && e.summary().contains("primary"))
        .toList();
  }
}
