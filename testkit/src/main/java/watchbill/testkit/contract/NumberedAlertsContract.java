package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.PROMETHEUS;
import static watchbill.testkit.contract.Samples.alert;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.pageId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.Alert;
import watchbill.alert.AlertState;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Stores;
import watchbill.request.NumberedAlert;
import watchbill.request.NumberedAlerts;
import watchbill.request.NumberedAlerts.Listing;
import watchbill.request.NumberedAlerts.Which;

/// Alerts are found by short numbers of their own, and listed in their order.
public interface NumberedAlertsContract extends StoreContract<NumberedAlerts> {
  AlertState.Resolved OVER = new AlertState.Resolved(minute(60), "source");
  IntegrationId OTHER = new IntegrationId("another");

  @Override
  default Class<NumberedAlerts> port() {
    return NumberedAlerts.class;
  }

  @Override
  default NumberedAlerts storeIn(Stores stores) {
    return stores.numbered();
  }

  @Test
  default void eachNumberIsGivenOnceAndFound() {
    NumberedAlert first = numbered(1);
    NumberedAlert second = numbered(2);
    assertThat(second.number()).isGreaterThan(first.number());
    assertThat(reads().find(PROMETHEUS, first.number())).contains(first);
    assertThat(reads().find(PROMETHEUS, second.alert().id())).contains(second);
    writes().drop(second.alert().id());
    assertThat(numbered(3).number()).as("never again").isGreaterThan(second.number());
  }

  @Test
  default void anotherIntegrationFindsNothing() {
    NumberedAlert alert = numbered(1);
    assertThat(reads().find(OTHER, alert.number())).isEmpty();
    assertThat(reads().find(OTHER, alert.alert().id())).isEmpty();
    assertThat(reads().list(Listing.of(OTHER, Which.ALL, true), 10)).isEmpty();
    assertThat(reads().count(OTHER, Which.ALL)).isZero();
    assertThat(reads().find(PROMETHEUS, alert.number() + 1)).isEmpty();
  }

  @Test
  default void listsInBothOrdersFromAnyNumberOn() {
    List<NumberedAlert> all = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      all.add(numbered(i));
    }
    Listing oldest = Listing.of(PROMETHEUS, Which.ALL, false);
    assertThat(reads().list(oldest, 2)).isEqualTo(all.subList(0, 2));
    assertThat(reads().list(oldest.after(all.get(1)), 10)).isEqualTo(all.subList(2, 5));
    Listing newest = Listing.of(PROMETHEUS, Which.ALL, true);
    assertThat(reads().list(newest, 2)).isEqualTo(all.reversed().subList(0, 2));
    assertThat(reads().list(newest.after(all.get(1)), 10)).containsExactly(all.get(0));
  }

  @Test
  default void whatEndsIsListedWithWhatIsOver() {
    NumberedAlert stays = numbered(1);
    NumberedAlert ends = numbered(2);
    transactions()
        .write(stores -> {
          stores.alerts().resolve(List.of(ends.alert().id()), OVER);
          return true;
        });
    assertThat(numbers(Which.OPEN)).containsExactly(stays.number());
    assertThat(numbers(Which.OVER)).containsExactly(ends.number());
    assertThat(numbers(Which.ALL)).containsExactly(ends.number(), stays.number());
    for (Which which : Which.values()) {
      assertThat(reads().count(PROMETHEUS, which)).isEqualTo(numbers(which).size());
    }
    assertThat(reads().find(PROMETHEUS, ends.number()).orElseThrow().alert().state())
        .isEqualTo(OVER);
  }

  @Test
  default void whatIsDroppedIsNotFoundAndStaysKnown() {
    NumberedAlert alert = numbered(1);
    writes().drop(alert.alert().id());
    assertThat(reads().find(PROMETHEUS, alert.number())).isEmpty();
    assertThat(numbers(Which.ALL)).isEmpty();
    Optional<Alert> kept = transactions().read(s -> s.alerts().find(alert.alert().id()));
    assertThat(kept).isPresent();
  }

  private List<Long> numbers(Which which) {
    return reads().list(Listing.of(PROMETHEUS, which, true), 100).stream()
        .map(NumberedAlert::number)
        .toList();
  }

  private NumberedAlert numbered(int id) {
    Alert alert = alert(id, "key " + id, pageId(1));
    long number =
        transactions()
            .write(stores -> {
              stores.alerts().open(List.of(alert));
              return stores.numbered().give(alert);
            });
    return new NumberedAlert(number, alert);
  }
}
