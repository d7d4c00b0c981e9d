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
import watchbill.rota.request.OpenShift;
import watchbill.rota.request.OpenShiftStore;
import watchbill.time.Span;

/// Open shifts are found while they are open, and by the time they touch.
public interface OpenShiftStoreContract extends StoreContract<OpenShiftStore> {
  @Override
  default Class<OpenShiftStore> port() {
    return OpenShiftStore.class;
  }

  @Override
  default OpenShiftStore storeIn(Stores stores) {
    return stores.openShifts();
  }

  @Test
  default void givesBackAShiftAsItWas() {
    List<OpenShift> all = new ArrayList<>();
    for (OpenShift.State state : everyState()) {
      all.add(shift(all.size(), Optional.of(ANA), 10).with(state));
      all.add(shift(all.size(), Optional.empty(), 10).with(state));
    }
    write(store -> all.forEach(store::add));
    for (OpenShift shift : all) {
      assertThat(reads().find(shift.id())).contains(shift);
    }
    assertThat(reads().find(id(999))).isEmpty();
  }

  @Test
  default void aSecondShiftOfOneIdIsABug() {
    writes().add(shift(1, Optional.empty(), 10));
    assertThatThrownBy(() -> writes().add(shift(1, Optional.of(ANA), 10)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  default void keepsWhereItStandsAndNoOtherChange() {
    OpenShift shift = shift(1, Optional.of(ANA), 10);
    writes().add(shift);
    var claimed = new OpenShift.State.Claimed(BEN, minute(5));
    writes().save(shift(1, Optional.of(CHO), 30).with(claimed));
    assertThat(reads().find(shift.id())).contains(shift.with(claimed));
  }

  @Test
  default void showsThoseThatWaitOldestFirst() {
    OpenShift second = shift(2, Optional.empty(), 10);
    OpenShift first = shift(1, Optional.of(BEN), 10);
    write(store -> {
      store.add(second);
      store.add(first);
      store.add(shift(3, Optional.empty(), 10).with(new OpenShift.State.Expired(minute(9))));
    });
    assertThat(reads().open()).containsExactly(first, second);
    writes().save(first.with(new OpenShift.State.Withdrawn(ANA, minute(9))));
    assertThat(reads().open()).containsExactly(second);
  }

  @Test
  default void touchesASpanThatSharesAnInstantWithIt() {
    OpenShift late = shift(1, Optional.empty(), 15);
    OpenShift early = shift(2, Optional.empty(), 10).with(new OpenShift.State.Expired(minute(9)));
    write(store -> List.of(early, late).forEach(store::add));
    assertThat(touching(0, 10)).isEmpty();
    assertThat(touching(0, 11)).containsExactly(early);
    assertThat(touching(0, 99)).containsExactly(late, early);
    assertThat(touching(20, 99)).containsExactly(late);
    assertThat(touching(25, 99)).isEmpty();
  }

  private List<OpenShift> touching(long from, long until) {
    return reads().touching(new Span(minute(from), minute(until)));
  }

  private static List<OpenShift.State> everyState() {
    return List.of(
        new OpenShift.State.Open(),
        new OpenShift.State.Claimed(BEN, minute(2)),
        new OpenShift.State.Withdrawn(ANA, minute(2)),
        new OpenShift.State.Expired(minute(2)));
  }

  private static OpenShift shift(long number, Optional<PersonId> holder, long from) {
    return new OpenShift(
        id(number),
        new RotaId("night's \"rota\" ñ"),
        new Role("shadow"),
        new Span(minute(from), minute(from + 10)),
        holder,
        "she's \"ill\" ñ",
        ANA,
        minute(number),
        new OpenShift.State.Open());
  }
}
