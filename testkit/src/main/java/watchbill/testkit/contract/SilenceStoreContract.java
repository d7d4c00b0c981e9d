package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.pageId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import watchbill.alert.AlertId;
import watchbill.alert.AlertStore;
import watchbill.alert.SilenceId;
import watchbill.engine.Stores;
import watchbill.silence.Matcher;
import watchbill.silence.Silence;
import watchbill.silence.SilenceStore;
import watchbill.silence.Silences;

/// Silences are found by when they begin and end, and remember what they muted.
public interface SilenceStoreContract extends StoreContract<SilenceStore> {
  @Override
  default Class<SilenceStore> port() {
    return SilenceStore.class;
  }

  @Override
  default SilenceStore storeIn(Stores stores) {
    return stores.silences();
  }

  @Test
  default void givesBackASilenceWordForWord() {
    List<Silence> all = new ArrayList<>();
    for (String text : Samples.TEXTS) {
      List<Matcher> matchers =
          List.of(
              new Matcher(text, text, true, true),
              new Matcher("b", text, true, false),
              new Matcher("c", text, false, true),
              new Matcher("d", text, false, false));
      SilenceId id = new SilenceId(id(all.size()));
      all.add(new Silence(id, matchers, minute(1), minute(9), text, text, minute(2)));
    }
    write(store -> all.forEach(store::add));
    for (Silence silence : all) {
      assertThat(reads().find(silence.id())).contains(silence);
    }
    assertThat(reads().find(new SilenceId(id(404)))).isEmpty();
  }

  @Test
  default void aSecondSilenceOfOneIdIsABug() {
    writes().add(silence(1, 0, 10));
    assertThatThrownBy(() -> writes().add(silence(1, 0, 10))).isInstanceOf(RuntimeException.class);
  }

  @Test
  default void keepsWhatChanges() {
    writes().add(silence(1, 0, 10));
    Silence longer = silence(1, 0, 20);
    writes().save(longer);
    assertThat(reads().find(longer.id())).contains(longer);
    writes().save(silence(2, 0, 20));
    assertThat(reads().find(new SilenceId(id(2)))).isEmpty();
  }

  @Test
  default void tellsWhatHasNotEndedFromWhatHas() {
    Silence early = silence(3, 0, 10);
    Silence late = silence(1, 0, 20);
    Silence pending = silence(2, 30, 40);
    write(store -> List.of(early, late, pending).forEach(store::add));
    assertThat(reads().live(minute(10).minusNanos(1_000))).containsExactly(late, pending, early);
    assertThat(reads().live(minute(10))).containsExactly(late, pending);
    assertThat(reads().ended(minute(0), minute(10), 10)).containsExactly(early);
    assertThat(reads().ended(minute(0), minute(99), 10)).containsExactly(pending, late, early);
    assertThat(reads().ended(minute(10), minute(99), 10)).containsExactly(pending, late);
    assertThat(reads().ended(minute(0), minute(99), 1)).containsExactly(pending);
  }

  @Test
  default void looksOverAlertsFromItsBeginningUntilItHasSeenAll() {
    Silence silence = silence(1, 5, 20);
    writes().add(silence);
    assertThat(reads().toSweep(minute(4), 10)).isEmpty();
    assertThat(reads().toSweep(minute(5), 10))
        .containsExactly(new SilenceStore.Sweep(silence, Optional.empty()));
    Optional<AlertStore.Place> place =
        Optional.of(new AlertStore.Place(pageId(7), new AlertId(id(8))));
    writes().swept(silence.id(), place);
    assertThat(reads().toSweep(minute(6), 10))
        .containsExactly(new SilenceStore.Sweep(silence, place));
    writes().swept(silence.id(), Optional.empty());
    assertThat(reads().toSweep(minute(6), 10)).isEmpty();
    Silence longer = silence(1, 5, 30);
    writes().save(longer);
    assertThat(reads().toSweep(minute(6), 10))
        .containsExactly(new SilenceStore.Sweep(longer, Optional.empty()));
  }

  @Test
  default void findsWhoseOwnerMustBeToldOnceForEachEnd() {
    Silence silence = silence(1, 0, 120);
    writes().add(silence);
    Instant at = Silences.warnAt(silence);
    assertThat(reads().toWarn(at.minusNanos(1_000), 10)).isEmpty();
    assertThat(reads().toWarn(at, 10)).containsExactly(silence);
    writes().warned(silence.id());
    assertThat(reads().toWarn(at, 10)).isEmpty();
    Silence longer = silence(1, 0, 240);
    writes().save(longer);
    assertThat(reads().toWarn(at, 10)).isEmpty();
    assertThat(reads().toWarn(Silences.warnAt(longer), 10)).containsExactly(longer);
  }

  @Test
  default void nothingIsDueOfWhatIsOver() {
    writes().add(silence(1, 0, 120));
    writes().save(silence(1, 0, 120).expired(minute(5)));
    assertThat(reads().toSweep(minute(999), 10)).isEmpty();
    assertThat(reads().toWarn(minute(999), 10)).isEmpty();
  }

  @Test
  default void remembersWhatItMutedEachOnce() {
    writes().add(silence(1, 0, 120));
    var one = new SilenceId(id(1));
    List<AlertId> alerts = LongStream.range(0, 3_000).mapToObj(n -> new AlertId(id(n))).toList();
    writes().muted(one, alerts);
    writes().muted(one, List.of(alerts.getLast()));
    writes().muted(one, List.of());
    assertThat(reads().countMutedBy(one)).isEqualTo(3_000);
    assertThat(reads().mutedBy(one, 2)).containsExactly(alerts.get(2_999), alerts.get(2_998));
    assertThat(reads().mutedBy(new SilenceId(id(2)), 2)).isEmpty();
    writes().save(silence(1, 0, 240));
    assertThat(reads().countMutedBy(one)).isEqualTo(3_000);
  }

  private static Silence silence(long number, long from, long until) {
    return new Silence(
        new SilenceId(id(number)),
        List.of(Matcher.is("job", "checkout")),
        minute(from),
        minute(until),
        "ana",
        "we are moving it",
        minute(from));
  }
}
