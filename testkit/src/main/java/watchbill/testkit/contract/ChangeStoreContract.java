package watchbill.testkit.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.CHECKOUT;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.contract.Samples.id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.change.Change;
import watchbill.change.ChangeId;
import watchbill.change.ChangeStore;
import watchbill.change.ChangeStore.Place;
import watchbill.change.ChangeStore.Window;
import watchbill.engine.Stores;

/// Changes are found by service and by when they took effect, and forgotten when they are old.
public interface ChangeStoreContract extends StoreContract<ChangeStore> {
  Window EVER = new Window(Instant.parse("1970-01-01T00:00:00Z"), NIGHT.plusSeconds(1_000_000));

  @Override
  default Class<ChangeStore> port() {
    return ChangeStore.class;
  }

  @Override
  default ChangeStore storeIn(Stores stores) {
    return stores.changes();
  }

  @Test
  default void givesBackEveryTextAsItCame() {
    List<Change> changes = new ArrayList<>();
    for (String text : Samples.TEXTS) {
      int number = changes.size();
      Map<String, String> details = Map.of("commit", text, "link", "https://example.org/?a=b&c");
      changes.addFirst(
          new Change(
              new ChangeId(id(number)),
              CHECKOUT,
              new IntegrationId("github"),
              text,
              text,
              NIGHT.plusSeconds(number).plusNanos(123_000),
              NIGHT.plusSeconds(7).plusNanos(456_000),
              details));
    }
    changes.forEach(writes()::put);
    assertThat(reads().of(CHECKOUT, EVER, 1000)).isEqualTo(changes);
    assertThat(reads().all(EVER, 1000)).isEqualTo(changes);
  }

  @Test
  default void findsTheNewestOfOneServiceOrOfAll() {
    Change first = change(1, "checkout", 10);
    Change second = change(2, "ledger", 20);
    Change third = change(3, "checkout", 30);
    List.of(third, first, second).forEach(writes()::put);
    assertThat(reads().of(CHECKOUT, EVER, 10)).containsExactly(third, first);
    assertThat(reads().of(CHECKOUT, EVER, 1)).containsExactly(third);
    assertThat(reads().of(new ServiceId("ledger"), EVER, 10)).containsExactly(second);
    assertThat(reads().of(new ServiceId("nobody"), EVER, 10)).isEmpty();
    assertThat(reads().all(EVER, 2)).containsExactly(third, second);
  }

  @Test
  default void aWindowHoldsItsFirstInstantAndNotItsLast() {
    List.of(change(1, "checkout", 10), change(2, "checkout", 20)).forEach(writes()::put);
    Instant from = NIGHT.plusSeconds(10);
    assertThat(reads().all(new Window(from, NIGHT.plusSeconds(20)), 10))
        .containsExactly(change(1, "checkout", 10));
    assertThat(reads().of(CHECKOUT, new Window(from, NIGHT.plusSeconds(21)), 10)).hasSize(2);
    assertThat(reads().all(new Window(NIGHT.plusSeconds(11), NIGHT.plusSeconds(20)), 10)).isEmpty();
  }

  @Test
  default void theListGoesOnWhereItWasLeftEvenWithinOneInstant() {
    List<Change> changes = new ArrayList<>();
    for (int i = 9; i >= 0; i--) {
      changes.add(change(i, "checkout", i / 4));
    }
    changes.forEach(writes()::put);
    List<Change> found = new ArrayList<>();
    Window window = EVER;
    List<Change> next = reads().of(CHECKOUT, window, 3);
    while (!next.isEmpty()) {
      found.addAll(next);
      window = new Window(EVER.from(), Place.of(next.getLast()));
      assertThat(reads().all(window, 3)).isEqualTo(reads().of(CHECKOUT, window, 3));
      next = reads().of(CHECKOUT, window, 3);
    }
    assertThat(found).isEqualTo(changes);
  }

  @Test
  default void oneThatIsToldAgainIsRenewedAndNotListedTwice() {
    writes().put(told(1, "github", 10, "begins"));
    writes().put(told(2, "github", 15, "done"));
    writes().put(told(3, "github", 15, "done, says a resend"));
    writes().put(told(4, "github", 10, "begins, says a late resend"));
    List<Change> found = reads().all(EVER, 10);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().id()).isEqualTo(new ChangeId(id(1)));
    assertThat(found.getFirst().summary()).isEqualTo("done, says a resend");
    assertThat(found.getFirst().at()).isEqualTo(NIGHT.plusSeconds(15));
    assertThat(found.getFirst().receivedAt()).isEqualTo(NIGHT.plusSeconds(1));
  }

  @Test
  default void theSameNameOfAnotherSenderIsAnotherChange() {
    writes().put(told(1, "github", 10, "one"));
    writes().put(told(2, "gitlab", 10, "two"));
    writes().put(change(3, "checkout", 10));
    writes().put(change(4, "checkout", 10));
    assertThat(reads().all(EVER, 10)).hasSize(4);
  }

  @Test
  default void aNameOfAnyLengthIsKnownAgain() {
    // Nothing in it repeats, so that no database can squeeze it into an index.
    var chance = new Random(7);
    String name = chance.ints(20_000, '!', '~').mapToObj(Character::toString).collect(joining());
    writes().put(named(1, name, "begins"));
    writes().put(named(2, name, "done"));
    writes().put(named(3, name + "?", "another"));
    assertThat(reads().all(EVER, 10))
        .extracting(Change::summary)
        .containsExactlyInAnyOrder("done", "another");
    assertThat(reads().all(EVER, 10))
        .extracting(change -> change.details().get(Change.SENDER_ID))
        .contains(name);
  }

  @Test
  default void forgetsTheOldestFirstAndNotMoreThanAsked() {
    for (int i = 0; i < 5; i++) {
      writes().put(change(9 - i, "checkout", i));
    }
    assertThat(writes().forget(NIGHT.plusSeconds(3), 2)).isEqualTo(2);
    assertThat(reads().all(EVER, 10)).extracting(Change::at).doesNotContain(NIGHT);
    assertThat(writes().forget(NIGHT.plusSeconds(3), 2)).isEqualTo(1);
    assertThat(writes().forget(NIGHT.plusSeconds(3), 2)).isZero();
    assertThat(reads().all(EVER, 10))
        .extracting(Change::at)
        .containsExactly(NIGHT.plusSeconds(4), NIGHT.plusSeconds(3));
  }

  private static Change change(int number, String service, int seconds) {
    return new Change(
        new ChangeId(id(number)),
        new ServiceId(service),
        new IntegrationId("github"),
        "Deploy v" + number,
        "pipeline",
        NIGHT.plusSeconds(seconds),
        NIGHT.plusSeconds(number),
        Map.of());
  }

  private static Change told(int number, String integration, int seconds, String summary) {
    return new Change(
        new ChangeId(id(number)),
        CHECKOUT,
        new IntegrationId(integration),
        summary,
        "",
        NIGHT.plusSeconds(seconds),
        NIGHT.plusSeconds(number),
        Map.of(Change.SENDER_ID, "deployment/1"));
  }

  private static Change named(int number, String name, String summary) {
    return new Change(
        new ChangeId(id(number)),
        CHECKOUT,
        new IntegrationId("github"),
        summary,
        "",
        NIGHT.plusSeconds(number),
        NIGHT.plusSeconds(number),
        Map.of(Change.SENDER_ID, name));
  }
}
