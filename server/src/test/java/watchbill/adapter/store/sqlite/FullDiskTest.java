package watchbill.adapter.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.StoreUnavailable;
import watchbill.alert.Event;
import watchbill.alert.EventId;

/// A full disk refuses what is new, keeps what was accepted, and is forgiven once there is room.
class FullDiskTest {
  private static final String LARGE = "x".repeat(100_000);

  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Test
  void refusesWithoutLosingWhatWasAccepted() {
    keep("before");
    noMoreRoom();
    assertThatThrownBy(() -> keep("too much")).isInstanceOf(StoreUnavailable.class);
    assertThat(isKept("before")).isTrue();
    assertThat(isKept("too much")).isFalse();
  }

  @Test
  void writesAgainOnceThereIsRoom() {
    noMoreRoom();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> keep("too much")).isInstanceOf(StoreUnavailable.class);
    }
    roomAgain();
    keep("after");
    assertThat(isKept("after")).isTrue();
    assertThat(isKept("too much")).isFalse();
  }

  @Test
  void undoesTheWholeTransactionThatMetTheEnd() {
    noMoreRoom();
    Throwable refused =
        catchThrowable(() ->
            store
                .transactions()
                .write(stores -> {
                  stores.events().add(List.of(event("small", "x")));
                  stores.events().add(List.of(event("large", LARGE)));
                  return true;
                }));
    assertThat(refused).isInstanceOf(StoreUnavailable.class);
    roomAgain();
    assertThat(isKept("small")).isFalse();
    keep("large");
    assertThat(store.afterCleanStop()).isNotNull();
    assertThat(isKept("large")).isTrue();
  }

  @Test
  void whatWasAcceptedBeforeOutlivesACleanStop() {
    keep("before");
    noMoreRoom();
    assertThatThrownBy(() -> keep("too much")).isInstanceOf(StoreUnavailable.class);
    store.afterCleanStop();
    assertThat(isKept("before")).isTrue();
  }

  private void keep(String id) {
    store
        .transactions()
        .write(stores -> {
          stores.events().add(List.of(event(id, LARGE)));
          return true;
        });
  }

  private boolean isKept(String id) {
    return store.transactions().read(stores -> stores.events().find(new EventId(id)).isPresent());
  }

  private void noMoreRoom() {
    store.transactions().writer().pragma("max_page_count = 1", 0); // As small as it is now.
  }

  private void roomAgain() {
    store.transactions().writer().pragma("max_page_count = 1000000", 0);
  }

  private static Event event(String id, String body) {
    return new Event(new EventId(id), PROMETHEUS, NIGHT, "", body);
  }
}
