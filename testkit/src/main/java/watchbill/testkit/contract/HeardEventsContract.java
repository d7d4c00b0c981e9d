package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.contract.Samples.minute;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchbill.alert.EventName;
import watchbill.alert.HeardEvents;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Stores;

/// What was heard is known until it is forgotten.
public interface HeardEventsContract extends StoreContract<HeardEvents> {
  @Override
  default Class<HeardEvents> port() {
    return HeardEvents.class;
  }

  @Override
  default HeardEvents storeIn(Stores stores) {
    return stores.heardEvents();
  }

  @Test
  default void knowsWhatWasHeardAndNothingElse() {
    writes().add(List.of(name("backups", 1), name("backups", 2)), minute(1));
    var asked = List.of(name("backups", 2), name("backups", 3), name("builds", 1));
    assertThat(reads().heard(asked)).containsExactly(name("backups", 2));
    assertThat(reads().heard(List.of())).isEmpty();
  }

  @Test
  default void whatIsAddedTwiceIsForgottenByWhenItWasFirstHeard() {
    writes().add(List.of(name("backups", 1)), minute(1));
    writes().add(List.of(name("backups", 1), name("backups", 2)), minute(9));
    assertThat(writes().forget(minute(5), 10)).isEqualTo(1);
    var asked = List.of(name("backups", 1), name("backups", 2));
    assertThat(reads().heard(asked)).containsExactly(name("backups", 2));
  }

  @Test
  default void forgetsTheOldestFirstAndNotMoreThanAsked() {
    for (int i = 0; i < 5; i++) {
      writes().add(List.of(name("backups", i)), minute(9 - i));
    }
    assertThat(writes().forget(minute(8), 2)).isEqualTo(2);
    var all = IntStream.range(0, 5).mapToObj(i -> name("backups", i)).toList();
    assertThat(reads().heard(all))
        .containsExactlyInAnyOrder(name("backups", 0), name("backups", 1), name("backups", 2));
    assertThat(writes().forget(minute(8), 2)).isEqualTo(1);
    assertThat(writes().forget(minute(8), 2)).isZero();
  }

  @Test
  default void aThousandNamesAtOnceAreNoneTooMany() {
    var many = IntStream.range(0, 1000).mapToObj(i -> name("backups", i)).toList();
    writes().add(many, minute(1));
    assertThat(reads().heard(many)).hasSize(1000);
  }

  private static EventName name(String integration, int number) {
    return new EventName(new IntegrationId(integration), "/nightly " + number);
  }
}
