package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.contract.Samples.minute;

import org.junit.jupiter.api.Test;
import watchbill.engine.Stores;
import watchbill.outage.Outage;
import watchbill.outage.OutageStore;
import watchbill.outage.Restored;
import watchbill.time.Span;

/// What was missed is kept, and that a store was put back is known until somebody has seen to it.
public interface OutageStoreContract extends StoreContract<OutageStore> {
  @Override
  default Class<OutageStore> port() {
    return OutageStore.class;
  }

  @Override
  default OutageStore storeIn(Stores stores) {
    return stores.outages();
  }

  @Test
  default void findsThoseThatEndedLaterTheLastInFront() {
    Outage early = outage(Outage.Kind.DOWN, 1, 5);
    Outage middle = outage(Outage.Kind.RESTORED, 6, 7);
    Outage late = outage(Outage.Kind.DOWN, 8, 9);
    write(store -> {
      store.add(middle);
      store.add(late);
      store.add(early);
    });
    assertThat(reads().endedAfter(minute(5), 9)).containsExactly(late, middle);
    assertThat(reads().endedAfter(minute(0), 1)).containsExactly(late);
  }

  @Test
  default void oneThatEndedAtTheSameInstantTakesThePlaceOfAnother() {
    writes().add(outage(Outage.Kind.DOWN, 1, 5));
    Outage other = outage(Outage.Kind.RESTORED, 3, 5);
    writes().add(other);
    assertThat(reads().endedAfter(minute(0), 9)).containsExactly(other);
  }

  @Test
  default void keepsTheLastMarkUntilItIsTakenOff() {
    assertThat(reads().marked()).isEmpty();
    write(store -> store.mark(new Restored(minute(1), minute(2))));
    var last = new Restored(minute(3), minute(4));
    write(store -> store.mark(last));
    assertThat(reads().marked()).contains(last);
    write(OutageStore::unmark);
    assertThat(reads().marked()).isEmpty();
  }

  private static Outage outage(Outage.Kind kind, int from, int until) {
    return new Outage(kind, new Span(minute(from), minute(until)));
  }
}
