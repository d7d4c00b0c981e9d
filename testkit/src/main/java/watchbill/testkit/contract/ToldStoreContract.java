package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.ROTA;
import static watchbill.testkit.contract.Samples.minute;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.engine.Stores;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;
import watchbill.watch.Duties;
import watchbill.watch.Told;
import watchbill.watch.ToldStore;

/// What a person knows of one role of one rota is known once.
public interface ToldStoreContract extends StoreContract<ToldStore> {
  @Override
  default Class<ToldStore> port() {
    return ToldStore.class;
  }

  @Override
  default ToldStore storeIn(Stores stores) {
    return stores.told();
  }

  @Test
  default void keepsTheLastThingThatSomebodyWasTold() {
    writes().keep(told(ANA, ROTA, Role.PRIMARY, Optional.empty()));
    var span = new Span(minute(1), Duties.FAR);
    Told last = told(ANA, ROTA, Role.PRIMARY, Optional.of(span));
    writes().keep(last);
    assertThat(reads().of(ROTA)).containsExactly(last);
  }

  @Test
  default void keepsPeopleRolesAndRotasApart() {
    Told ana = told(ANA, ROTA, Role.PRIMARY, Optional.empty());
    Told lieutenant = told(ANA, ROTA, Role.LIEUTENANT, Optional.empty());
    Told ben = told(BEN, ROTA, Role.PRIMARY, Optional.empty());
    Told other = told(ANA, new RotaId("night's \"rota\" ñ"), Role.PRIMARY, Optional.empty());
    write(store -> {
      store.keep(ana);
      store.keep(lieutenant);
      store.keep(ben);
      store.keep(other);
    });
    assertThat(reads().of(ROTA)).containsExactlyInAnyOrder(ana, lieutenant, ben);
    assertThat(reads().of(other.rota())).containsExactly(other);
    assertThat(reads().of(new RotaId("nothing"))).isEmpty();
  }

  private static Told told(PersonId person, RotaId rota, Role role, Optional<Span> next) {
    return new Told(person, rota, role, next, minute(99));
  }
}
