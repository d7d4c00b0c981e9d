package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.CHO;
import static watchbill.testkit.Cast.ROTA;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.engine.Stores;
import watchbill.rota.Change;
import watchbill.rota.OverrideStore;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.RotaOverride;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

/// Overrides are found by the time they touch; the instant where one ends is not its own.
public interface OverrideStoreContract extends StoreContract<OverrideStore> {
  @Override
  default Class<OverrideStore> port() {
    return OverrideStore.class;
  }

  @Override
  default OverrideStore storeIn(Stores stores) {
    return stores.overrides();
  }

  @Test
  default void givesBackAnOverrideAsItWas() {
    List<RotaOverride> overrides = new ArrayList<>();
    for (Change change : everyKind()) {
      for (Instant at : Samples.INSTANTS) {
        overrides.add(
            new RotaOverride(
                id(overrides.size()),
                new RotaId("night's \"rota\" ñ"),
                new Role("shadow"),
                new Span(at, at.plusNanos(1_000)),
                change,
                "she's \"ill\" ñ",
                CHO,
                at));
      }
    }
    write(store -> overrides.forEach(store::add));
    for (RotaOverride override : overrides) {
      assertThat(reads().inForce(override.span().from())).contains(override);
    }
  }

  @Test
  default void isInForceFromItsStartToBeforeItsEnd() {
    RotaOverride override = added(override(1, ROTA, 10, 20));
    assertThat(inForce(minute(10).minusNanos(1_000))).isEmpty();
    assertThat(inForce(minute(10))).containsExactly(override);
    assertThat(inForce(minute(20).minusNanos(1_000))).containsExactly(override);
    assertThat(inForce(minute(20))).isEmpty();
  }

  @Test
  default void touchesASpanThatSharesAnInstantWithIt() {
    RotaOverride override = added(override(1, ROTA, 10, 20));
    assertThat(touching(0, 10)).isEmpty();
    assertThat(touching(0, 11)).containsExactly(override);
    assertThat(touching(12, 13)).containsExactly(override);
    assertThat(touching(0, 99)).containsExactly(override);
    assertThat(touching(19, 99)).containsExactly(override);
    assertThat(touching(20, 99)).isEmpty();
  }

  @Test
  default void showsThoseOfEveryRotaOldestFirst() {
    RotaOverride second = added(override(2, new RotaId("search"), 10, 20));
    RotaOverride third = added(override(3, ROTA, 5, 20));
    RotaOverride first = added(override(1, ROTA, 12, 20));
    assertThat(inForce(minute(15))).containsExactly(first, second, third);
    assertThat(touching(0, 99)).containsExactly(first, second, third);
  }

  @Test
  default void anOverrideThatIsWithdrawnCountsNoMore() {
    RotaOverride override = added(override(1, ROTA, 10, 20));
    assertThat(reads().find(override.id())).contains(override);
    writes().withdraw(override.id(), "ana", minute(5));
    writes().withdraw(override.id(), "ben", minute(6));
    assertThat(inForce(minute(15))).isEmpty();
    assertThat(touching(0, 99)).isEmpty();
    assertThat(reads().find(override.id())).isEmpty();
    assertThat(reads().find(id(999))).isEmpty();
  }

  @Test
  default void anOverrideThatEndsSoonerTouchesLess() {
    RotaOverride override = added(override(1, ROTA, 10, 20));
    writes().end(override.id(), minute(15));
    assertThat(touching(15, 99)).isEmpty();
    assertThat(touching(14, 99)).containsExactly(override(1, ROTA, 10, 15));
  }

  private RotaOverride added(RotaOverride override) {
    writes().add(override);
    return override;
  }

  private List<RotaOverride> inForce(Instant at) {
    return reads().inForce(at);
  }

  private List<RotaOverride> touching(long from, long until) {
    return reads().touching(new Span(minute(from), minute(until)));
  }

  private static List<Change> everyKind() {
    var stint = new Change.Stint(new Span(minute(0), minute(1)), Seat.of(BEN, CHO));
    return List.of(
        new Change.Replace(BEN, CHO),
        new Change.Remove(BEN),
        new Change.Add(CHO),
        new Change.TakeOver(Seat.of(CHO, BEN), -2),
        new Change.FixedPeriod(List.of(stint)));
  }

  private static RotaOverride override(long number, RotaId rota, long from, long until) {
    var span = new Span(minute(from), minute(until));
    var change = new Change.Replace(BEN, CHO);
    return new RotaOverride(id(number), rota, Role.PRIMARY, span, change, "", CHO, minute(number));
  }
}
