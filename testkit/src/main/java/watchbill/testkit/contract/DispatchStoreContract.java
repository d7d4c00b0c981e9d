package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;
import watchbill.engine.Stores;
import watchbill.notification.Dispatch;
import watchbill.notification.DispatchStore;
import watchbill.notification.NotificationId;

/// What lately left for somebody is known for as long as it is asked for, and no longer.
public interface DispatchStoreContract extends StoreContract<DispatchStore> {
  @Override
  default Class<DispatchStore> port() {
    return DispatchStore.class;
  }

  @Override
  default DispatchStore storeIn(Stores stores) {
    return stores.dispatches();
  }

  @Test
  default void findsThoseOfAPersonOldestFirst() {
    Dispatch first = dispatch(1, ANA, 1);
    Dispatch second = dispatch(2, ANA, 2);
    Dispatch atOnce = dispatch(3, ANA, 2);
    write(store -> {
      store.add(atOnce, Instant.EPOCH);
      store.add(second, Instant.EPOCH);
      store.add(first, Instant.EPOCH);
      store.add(dispatch(4, BEN, 2), Instant.EPOCH);
    });
    assertThat(reads().after(ANA, minute(0))).containsExactly(first, second, atOnce);
    assertThat(reads().after(ANA, minute(1))).containsExactly(second, atOnce);
  }

  @Test
  default void givesBackEveryWord() {
    var together =
        new Dispatch(
            new NotificationId(id(1)),
            ANA,
            ContactMethod.CALL,
            Urgency.WORKING_HOURS,
            minute(3),
            false);
    write(store -> store.add(together, Instant.EPOCH));
    assertThat(reads().after(ANA, minute(0))).containsExactly(together);
  }

  @Test
  default void forgetsWhatIsTooOldWithTheNextOfTheSamePerson() {
    Dispatch old = dispatch(1, ANA, 1);
    Dispatch others = dispatch(2, BEN, 1);
    Dispatch next = dispatch(3, ANA, 9);
    write(store -> {
      store.add(old, Instant.EPOCH);
      store.add(others, Instant.EPOCH);
      store.add(next, minute(1));
    });
    assertThat(reads().after(ANA, Instant.EPOCH)).containsExactly(next);
    assertThat(reads().after(BEN, Instant.EPOCH)).containsExactly(others);
  }

  private static Dispatch dispatch(long number, PersonId person, int minute) {
    return new Dispatch(
        new NotificationId(id(number)),
        person,
        ContactMethod.SMS,
        Urgency.NOW,
        minute(minute),
        true);
  }
}
