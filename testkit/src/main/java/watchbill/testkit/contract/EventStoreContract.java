package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;
import static watchbill.testkit.contract.Samples.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.alert.EventStore;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Stores;

/// Messages are kept as they were received.
public interface EventStoreContract extends StoreContract<EventStore> {
  @Override
  default Class<EventStore> port() {
    return EventStore.class;
  }

  @Override
  default EventStore storeIn(Stores stores) {
    return stores.events();
  }

  @Test
  default void givesBackEveryBodyAsItCame() {
    List<Event> events = new ArrayList<>();
    for (String text : Samples.TEXTS) {
      events.add(event(events.size(), text));
    }
    events.add(event(events.size(), "{\"summary\": \"" + "é".repeat(500_000) + "\"}"));
    writes().add(events);
    for (Event event : events) {
      assertThat(reads().find(event.id())).contains(event);
    }
  }

  @Test
  default void keepsWhenAMessageCameToTheMicrosecond() {
    List<Event> events = new ArrayList<>();
    for (var at : Samples.INSTANTS) {
      events.add(new Event(new EventId(id(events.size())), PROMETHEUS, at, "", "x"));
    }
    writes().add(events);
    for (Event event : events) {
      assertThat(reads().find(event.id())).contains(event);
    }
  }

  @Test
  default void keepsWhatCameOfAMessageBesideIt() {
    String outcome = "o\t01A\t01P\trule a: no, x == \"y\" is not so\nr\t01B\n+7";
    var event = new Event(new EventId(id(1)), PROMETHEUS, NIGHT, "", "x", outcome);
    writes().add(List.of(event));
    assertThat(reads().find(event.id())).contains(event);
    assertThat(reads().newest(Optional.empty(), Optional.empty(), 1)).containsExactly(event);
  }

  @Test
  default void keepsMoreInOneGoThanAStatementHasParameters() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      events.add(event(i, "event " + i));
    }
    writes().add(events);
    assertThat(reads().find(events.getFirst().id())).contains(events.getFirst());
    assertThat(reads().find(events.getLast().id())).contains(events.getLast());
  }

  @Test
  default void keepsOneMessageTwiceWhenItCameTwice() {
    writes().add(List.of(event(1, "same")));
    writes().add(List.of(event(2, "same")));
    assertThat(reads().find(new EventId(id(1)))).contains(event(1, "same"));
    assertThat(reads().find(new EventId(id(2)))).contains(event(2, "same"));
  }

  @Test
  default void keepsNothingWhenGivenNothing() {
    writes().add(List.of());
    assertThat(reads().find(new EventId(id(1)))).isEmpty();
  }

  @Test
  default void listsTheNewestFirstFromWhereTheReaderStopped() {
    writes().add(List.of(event(1, "a"), event(2, "b"), event(3, "c")));
    assertThat(reads().newest(Optional.empty(), Optional.empty(), 2))
        .containsExactly(event(3, "c"), event(2, "b"));
    assertThat(reads().newest(Optional.empty(), Optional.of(new EventId(id(2))), 2))
        .containsExactly(event(1, "a"));
  }

  @Test
  default void listsThoseOfOneIntegration() {
    var other = new IntegrationId("pagerduty");
    var theirs = new Event(new EventId(id(2)), other, NIGHT, "", "b");
    writes().add(List.of(event(1, "a"), theirs, event(3, "c")));
    assertThat(reads().newest(Optional.of(other), Optional.empty(), 9)).containsExactly(theirs);
    assertThat(reads().newest(Optional.of(PROMETHEUS), Optional.empty(), 9))
        .containsExactly(event(3, "c"), event(1, "a"));
  }

  @Test
  default void letsGoOfTheOldestAndOfNoMoreThanItWasAllowedToLookAt() {
    writes().add(List.of(event(1, "a"), event(2, "b"), event(3, "c"), event(4, "d")));
    assertThat(writes().forget(NIGHT.plusSeconds(4), 2)).isEqualTo(2);
    assertThat(reads().newest(Optional.empty(), Optional.empty(), 9))
        .containsExactly(event(4, "d"), event(3, "c"));
    assertThat(writes().forget(NIGHT.plusSeconds(4), 2)).isEqualTo(1);
    assertThat(writes().forget(NIGHT.plusSeconds(4), 2)).isZero();
    assertThat(reads().find(new EventId(id(4)))).isPresent();
  }

  private static Event event(int number, String body) {
    return new Event(
        new EventId(id(number)),
        new IntegrationId("prometheus"),
        NIGHT.plusSeconds(number),
        "content-type: text/plain",
        body);
  }
}
