package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.engine.Stores;
import watchbill.rota.Absence;
import watchbill.rota.request.StandDown;
import watchbill.rota.request.StandDownStore;
import watchbill.time.Span;

/// Who said that they can't is found by the time it was for, also once it was taken back.
public interface StandDownStoreContract extends StoreContract<StandDownStore> {
  @Override
  default Class<StandDownStore> port() {
    return StandDownStore.class;
  }

  @Override
  default StandDownStore storeIn(Stores stores) {
    return stores.standDowns();
  }

  @Test
  default void givesBackWhatWasSaidAsItWas() {
    long number = 0;
    for (Absence.Why why : Absence.Why.values()) {
      for (Instant at : Samples.INSTANTS) {
        var span = new Span(at, at.plusNanos(1_000));
        Optional<Instant> back = number % 2 == 0 ? Optional.empty() : Optional.of(at);
        var said = new StandDown(id(number++), new PersonId("o'\"ñ"), span, why, "ana", "ñ", back);
        writes().add(said);
        assertThat(reads().touching(span)).contains(said);
      }
    }
  }

  @Test
  default void aSecondOneOfOneIdIsABug() {
    writes().add(said(1, ANA, 10, 20));
    assertThatThrownBy(() -> writes().add(said(1, BEN, 10, 20)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  default void touchesASpanThatSharesAnInstantWithIt() {
    StandDown second = said(2, ANA, 5, 20);
    StandDown first = said(1, BEN, 10, 20);
    write(store -> List.of(second, first).forEach(store::add));
    assertThat(touching(0, 5)).isEmpty();
    assertThat(touching(0, 6)).containsExactly(second);
    assertThat(touching(19, 99)).containsExactly(first, second);
    assertThat(touching(20, 99)).isEmpty();
  }

  @Test
  default void isTakenBackOnceAndStaysKnown() {
    StandDown said = said(1, ANA, 10, 20);
    writes().add(said);
    writes().takeBack(said.id(), minute(15));
    writes().takeBack(said.id(), minute(16));
    StandDown kept = touching(18, 19).getFirst();
    assertThat(kept.takenBackAt()).contains(minute(15));
    assertThat(kept.absence().orElseThrow().span()).isEqualTo(new Span(minute(10), minute(15)));
  }

  private List<StandDown> touching(long from, long until) {
    return reads().touching(new Span(minute(from), minute(until)));
  }

  private static StandDown said(long number, PersonId person, long from, long until) {
    var span = new Span(minute(from), minute(until));
    return new StandDown(
        id(number), person, span, Absence.Why.CANNOT, "ana", "web", Optional.empty());
  }
}
