package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.CHO;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.engine.Stores;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.request.Swap;
import watchbill.rota.request.SwapStore;
import watchbill.time.Span;

/// Swaps stay known in whatever state; those that wait for an answer are found without a search.
public interface SwapStoreContract extends StoreContract<SwapStore> {
  @Override
  default Class<SwapStore> port() {
    return SwapStore.class;
  }

  @Override
  default SwapStore storeIn(Stores stores) {
    return stores.swaps();
  }

  @Test
  default void givesBackASwapAsItWas() {
    List<Swap> all = new ArrayList<>();
    for (Swap.State state : everyState()) {
      all.add(swap(all.size(), ANA, BEN).with(state));
      all.add(forNothing(swap(all.size(), ANA, BEN)).with(state));
    }
    write(store -> all.forEach(store::add));
    for (Swap swap : all) {
      assertThat(reads().find(swap.id())).contains(swap);
    }
    assertThat(reads().find(id(999))).isEmpty();
  }

  @Test
  default void aSecondSwapOfOneIdIsABug() {
    writes().add(swap(1, ANA, BEN));
    assertThatThrownBy(() -> writes().add(swap(1, ANA, CHO))).isInstanceOf(RuntimeException.class);
  }

  @Test
  default void keepsWhereItStandsAndNoOtherChange() {
    Swap swap = swap(1, ANA, BEN);
    writes().add(swap);
    var declined = new Swap.State.Declined(minute(5), "she's \"ill\" ñ");
    writes().save(swap(1, BEN, CHO).with(declined));
    assertThat(reads().find(swap.id())).contains(swap.with(declined));
  }

  @Test
  default void showsThoseThatWaitOldestFirst() {
    Swap second = swap(2, ANA, BEN);
    Swap first = swap(1, BEN, CHO);
    write(store -> {
      store.add(second);
      store.add(first);
      store.add(swap(3, ANA, CHO).with(new Swap.State.Expired(minute(9))));
    });
    assertThat(reads().open()).containsExactly(first, second);
    writes().save(first.with(new Swap.State.Accepted(minute(9))));
    assertThat(reads().open()).containsExactly(second);
  }

  @Test
  default void showsWhatSomebodyAskedOrWasAskedNewestFirst() {
    Swap old = swap(1, ANA, BEN);
    Swap asked = swap(2, CHO, ANA);
    Swap asks = swap(3, ANA, CHO);
    write(store -> List.of(asks, old, asked, swap(4, BEN, CHO)).forEach(store::add));
    assertThat(reads().of(ANA, minute(0))).containsExactly(asks, asked, old);
    assertThat(reads().of(ANA, minute(2))).containsExactly(asks, asked);
    assertThat(reads().of(ANA, minute(4))).isEmpty();
  }

  private static List<Swap.State> everyState() {
    return List.of(
        new Swap.State.Asked(),
        new Swap.State.Accepted(minute(2)),
        new Swap.State.Declined(minute(2), ""),
        new Swap.State.Declined(minute(2), "two\nlines"),
        new Swap.State.Withdrawn(minute(2)),
        new Swap.State.Expired(minute(2)));
  }

  private static Swap forNothing(Swap s) {
    return new Swap(
        s.id(),
        s.rota(),
        s.role(),
        s.asker(),
        s.span(),
        s.other(),
        Optional.empty(),
        s.note(),
        s.askedAt(),
        s.state());
  }

  private static Swap swap(long number, PersonId asker, PersonId other) {
    return new Swap(
        id(number),
        new RotaId("night's \"rota\" ñ"),
        new Role("shadow"),
        asker,
        new Span(minute(10), minute(20)),
        other,
        Optional.of(new Span(minute(30), minute(40))),
        "she's \"ill\" ñ",
        minute(number),
        new Swap.State.Asked());
  }
}
