package watchbill.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.NIGHT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.time.Span;

class PublicationsTest {
  private static final Instant LATER = NIGHT.plus(Duration.ofHours(1));

  @Test
  void whatHasNotChangedIsShownAsItWas() {
    Publications.Edition first = Publications.next(List.of(), List.of(entry("a", 1, "Ana")), NIGHT);
    assertThat(first.changed()).isEqualTo(first.shown());
    Publications.Edition second =
        Publications.next(first.shown(), List.of(entry("a", 1, "Ana")), LATER);
    assertThat(second.shown()).isEqualTo(first.shown());
    assertThat(second.changed()).isEmpty();
  }

  @Test
  void aChangeKeepsTheNameAndCountsUp() {
    Publications.Edition first = Publications.next(List.of(), List.of(entry("a", 1, "Ana")), NIGHT);
    Publications.Edition second =
        Publications.next(first.shown(), List.of(entry("a", 1, "Ben")), LATER);
    assertThat(second.changed())
        .singleElement()
        .satisfies(changed -> {
          assertThat(changed.uid()).isEqualTo("a");
          assertThat(changed.sequence()).isEqualTo(1);
          assertThat(changed.summary()).isEqualTo("Ben");
          assertThat(changed.changedAt()).isEqualTo(LATER);
        });
  }

  @Test
  void whatIsNoMoreIsCalledOffOnceAndMayComeBack() {
    Publications.Edition first = Publications.next(List.of(), List.of(entry("a", 1, "Ana")), NIGHT);
    Publications.Edition off = Publications.next(first.shown(), List.of(), LATER);
    assertThat(off.changed())
        .singleElement()
        .satisfies(gone -> {
          assertThat(gone.cancelled()).isTrue();
          assertThat(gone.sequence()).isEqualTo(1);
        });
    assertThat(Publications.next(off.shown(), List.of(), LATER).changed()).isEmpty();
    Publications.Edition back =
        Publications.next(off.shown(), List.of(entry("a", 1, "Ana")), LATER);
    assertThat(back.changed())
        .singleElement()
        .satisfies(again -> {
          assertThat(again.cancelled()).isFalse();
          assertThat(again.sequence()).isEqualTo(2);
        });
  }

  @Test
  void whatIsOverWasAsItWasShown() {
    Publications.Edition first =
        Publications.next(List.of(), List.of(entry("a", -48, "Ana")), NIGHT);
    assertThat(Publications.next(first.shown(), List.of(), LATER).changed()).isEmpty();
  }

  private static CalendarEntry entry(String uid, long hours, String summary) {
    Instant from = NIGHT.plus(Duration.ofHours(hours));
    var span = new Span(from, from.plus(Duration.ofHours(10)));
    return new CalendarEntry(uid, 0, span, summary, "", Instant.EPOCH, List.of(), false);
  }
}
