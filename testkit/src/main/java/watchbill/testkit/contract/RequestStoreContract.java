package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.PROMETHEUS;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.AlertId;
import watchbill.alert.EventId;
import watchbill.engine.Stores;
import watchbill.request.RequestOutcome;
import watchbill.request.RequestStore;

/// What became of a request is told by the event that asked, until it is forgotten.
public interface RequestStoreContract extends StoreContract<RequestStore> {
  @Override
  default Class<RequestStore> port() {
    return RequestStore.class;
  }

  @Override
  default RequestStore storeIn(Stores stores) {
    return stores.requests();
  }

  @Test
  default void givesBackAnOutcomeWordForWord() {
    int number = 1;
    for (String text : Samples.TEXTS) {
      RequestOutcome done = outcome(number++, true, text, Optional.of(new AlertId(id(7))));
      RequestOutcome not = outcome(number++, false, text, Optional.empty());
      writes().keep(done);
      writes().keep(not);
      assertThat(reads().find(done.event())).contains(done);
      assertThat(reads().find(not.event())).contains(not);
    }
    assertThat(reads().find(new EventId(id(404)))).isEmpty();
  }

  @Test
  default void forgetsTheOldestFirstAndNoMoreThanAsked() {
    for (int number = 1; number <= 5; number++) {
      writes().keep(outcome(number, true, "done", Optional.empty()));
    }
    writes().forget(minute(4), 2);
    assertThat(isKept(1)).isFalse();
    assertThat(isKept(2)).isFalse();
    assertThat(isKept(3)).isTrue();
    writes().forget(minute(4), 100);
    assertThat(isKept(3)).isFalse();
    assertThat(isKept(4)).isTrue();
    assertThat(isKept(5)).isTrue();
  }

  private boolean isKept(int number) {
    return reads().find(new EventId(id(number))).isPresent();
  }

  private static RequestOutcome outcome(
      int number, boolean success, String text, Optional<AlertId> alert) {
    return new RequestOutcome(
        new EventId(id(number)), PROMETHEUS, minute(number), text, success, text, alert, text);
  }
}
