package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.CHO;
import static watchbill.testkit.Cast.DEV;
import static watchbill.testkit.contract.Samples.minute;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.engine.Stores;
import watchbill.rota.OnLeave;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.RotaStore;
import watchbill.rota.RotaVersion;
import watchbill.testkit.Cast;
import watchbill.time.Span;

/// Versions of rotas are found by when they are in effect; none is ever changed or forgotten.
public interface RotaStoreContract extends StoreContract<RotaStore> {
  @Override
  default Class<RotaStore> port() {
    return RotaStore.class;
  }

  @Override
  default RotaStore storeIn(Stores stores) {
    return stores.rotas();
  }

  @Test
  default void givesBackARotaAsItWas() {
    for (Rota rota : RichSnapshot.make("rich").rotas()) {
      var within = Optional.of(Duration.ofMinutes(15));
      var tested =
          new Rota(
              rota.id(),
              rota.zone(),
              rota.layers(),
              rota.lieutenant(),
              rota.team(),
              within,
              OnLeave.OPEN);
      var version = new RotaVersion(tested, minute(2), "rotas/o'\"ñ.yaml", minute(1));
      writes().add(version);
      assertThat(reads().made(rota.id(), 1)).containsExactly(version);
    }
  }

  @Test
  default void aVersionIsInEffectUntilTheNext() {
    RotaVersion first = added(ANA, RotaVersion.EVER, minute(1));
    RotaVersion second = added(BEN, minute(10), minute(2));
    RotaVersion third = added(CHO, minute(20), minute(3));
    assertThat(inEffect(5, 10)).containsExactly(first);
    assertThat(inEffect(5, 11)).containsExactly(first, second);
    assertThat(inEffect(10, 20)).containsExactly(second);
    assertThat(inEffect(10, 99)).containsExactly(second, third);
    assertThat(inEffect(20, 99)).containsExactly(third);
    assertThat(reads().latest()).containsExactly(third);
  }

  @Test
  default void aVersionReplacesThosePlannedForThenOrLater() {
    RotaVersion first = added(ANA, RotaVersion.EVER, minute(1));
    RotaVersion second = added(BEN, minute(10), minute(2));
    RotaVersion third = added(CHO, minute(20), minute(3));
    RotaVersion fourth = added(DEV, minute(10), minute(4));
    assertThat(inEffect(0, 99)).containsExactly(first, fourth);
    assertThat(reads().latest()).containsExactly(fourth);
    assertThat(reads().made(Cast.ROTA, 9)).containsExactly(fourth, third, second, first);
    assertThat(reads().made(Cast.ROTA, 2)).containsExactly(fourth, third);
  }

  @Test
  default void eachRotaHasVersionsOfItsOwn() {
    RotaVersion ours = added(ANA, RotaVersion.EVER, minute(1));
    Rota cast = Cast.rota(BEN);
    var other = new Rota(new RotaId("search"), cast.zone(), cast.layers(), cast.lieutenant());
    var theirs = new RotaVersion(other, minute(10), "ana", minute(2));
    writes().add(theirs);
    assertThat(inEffect(0, 99)).containsExactly(ours, theirs);
    assertThat(inEffect(0, 10)).containsExactly(ours);
    assertThat(reads().latest()).containsExactly(ours, theirs);
    assertThat(reads().made(new RotaId("search"), 9)).containsExactly(theirs);
    assertThat(reads().made(new RotaId("nothing"), 9)).isEmpty();
  }

  private List<RotaVersion> inEffect(long from, long until) {
    return reads().inEffect(new Span(minute(from), minute(until)));
  }

  private RotaVersion added(PersonId person, Instant from, Instant madeAt) {
    var version = new RotaVersion(Cast.rota(person), from, "ana", madeAt);
    writes().add(version);
    return version;
  }
}
