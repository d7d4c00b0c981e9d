package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.contract.Samples.alert;
import static watchbill.testkit.contract.Samples.key;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.pageId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertState;
import watchbill.engine.Stores;
import watchbill.restraint.RestraintStore;
import watchbill.restraint.RestraintStore.Inhibitor;

/// Sources are found by digest while they are open; openings by key, for a while.
public interface RestraintStoreContract extends StoreContract<RestraintStore> {
  @Override
  default Class<RestraintStore> port() {
    return RestraintStore.class;
  }

  @Override
  default RestraintStore storeIn(Stores stores) {
    return stores.restraints();
  }

  @Test
  default void findsTheOldestOpenSourceOfADigest() {
    Alert first = opened(1);
    Alert second = opened(2);
    List<Inhibitor> both =
        List.of(new Inhibitor("d", second.id(), false), new Inhibitor("d", first.id(), false));
    writes().inhibits(both);
    writes().inhibits(both);
    assertThat(inhibitor("d")).contains(first.id());
    assertThat(inhibitor("e")).isEmpty();
    resolve(first);
    assertThat(inhibitor("d")).contains(second.id());
    resolve(second);
    assertThat(inhibitor("d")).isEmpty();
  }

  @Test
  default void tellsThoseOnBothSidesApart() {
    Alert both = opened(1);
    writes().inhibits(List.of(new Inhibitor("d", both.id(), true)));
    assertThat(inhibitor("d")).contains(both.id());
    assertThat(reads().inhibitor("d", true)).isEmpty();
  }

  @Test
  default void otherRulesKnowNoSource() {
    assertThat(reads().rules()).isEmpty();
    writes().inhibits(List.of(new Inhibitor("d", opened(1).id(), false)));
    writes().rules("one");
    assertThat(reads().rules()).contains("one");
    assertThat(inhibitor("d")).isEmpty();
    writes().rules("two");
    assertThat(reads().rules()).contains("two");
  }

  @Test
  default void remembersOpeningsForAWhileAfterTheEnd() {
    writes().ended(Map.of(key("a"), minute(1), key("b"), minute(2)), minute(20));
    assertThat(openings("a", "b", "c"))
        .isEqualTo(Map.of(key("a"), List.of(minute(1)), key("b"), List.of(minute(2))));
    writes().opened(Map.of(key("a"), List.of(minute(1), minute(5))), minute(25));
    writes().ended(Map.of(key("a"), minute(5)), minute(30));
    assertThat(openings("a")).isEqualTo(Map.of(key("a"), List.of(minute(1), minute(5))));
    assertThat(writes().forget(minute(20).minusNanos(1_000), 10)).isZero();
    assertThat(writes().forget(minute(20), 10)).isEqualTo(1);
    assertThat(openings("a", "b")).containsOnlyKeys(key("a"));
    assertThat(writes().forget(minute(30), 10)).isEqualTo(1);
    assertThat(openings("a", "b")).isEmpty();
  }

  private Map<AlertKey, List<Instant>> openings(String... keys) {
    return reads().openings(List.of(keys).stream().map(Samples::key).toList());
  }

  private Optional<AlertId> inhibitor(String digest) {
    return reads().inhibitor(digest, false);
  }

  private Alert opened(long number) {
    Alert alert = alert(number, "k" + number, pageId(1));
    transactions()
        .write(stores -> {
          stores.alerts().open(List.of(alert));
          return true;
        });
    return alert;
  }

  private void resolve(Alert alert) {
    transactions()
        .write(stores -> {
          stores
              .alerts()
              .resolve(List.of(alert.id()), new AlertState.Resolved(minute(9), "source"));
          return true;
        });
  }
}
