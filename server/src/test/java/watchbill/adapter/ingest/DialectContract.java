package watchbill.adapter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import watchbill.alert.AlertReport;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.engine.Command;
import watchbill.law.House;

/// What every dialect promises: it reads the messages of its `.cases` files as they say, and
/// whatever else comes it reads or refuses, and never throws.
///
/// The files lie beside the test in its resources: recordings of real senders, and tables of what
/// is good and what is bad.
public interface DialectContract {
  Instant NOW = Instant.parse("2025-01-06T03:00:00Z");
  int ROUNDS = 4_000;
  long SEED = 20250106;

  Dialect dialect();

  default Integration from() {
    return new Integration(
        new IntegrationId("way-in"), dialect().kind(), "hash", new ServiceId("checkout"));
  }

  default List<DialectCase> cases() {
    String folder = getClass().getPackageName().replace('.', '/');
    Path resources = House.root().resolve("server/src/test/resources");
    return DialectCase.in(resources.resolve(folder));
  }

  @TestFactory
  default Stream<DynamicTest> readsEachCaseAsItSays() {
    return cases().stream()
        .map(c ->
            DynamicTest.dynamicTest(
                c.name(),
                () -> Told.check(c, dialect().read(c.message(), from(), NOW), from().id())));
  }

  @Test
  default void hasCasesOfBothKinds() {
    assertThat(cases()).extracting(DialectCase::name).doesNotHaveDuplicates().hasSizeGreaterThan(9);
    assertThat(cases())
        .anySatisfy(c -> assertThat(c.told().getFirst()).startsWith("firing "))
        .anySatisfy(c -> assertThat(c.told().getFirst()).isEqualTo("unreadable"));
  }

  @Test
  default void readsAKeptMessageAsItReadItFirst() {
    for (DialectCase c : cases()) {
      Reading first = dialect().read(c.message(), from(), NOW);
      Message again = Message.of(kept(c.message()));
      assertThat(again.body()).as(c.name()).isEqualTo(c.message().body());
      assertThat(dialect().read(again, from(), NOW)).as(c.name()).isEqualTo(first);
    }
  }

  @Test
  default void readsOrRefusesWhateverComes() {
    List<DialectCase> all = cases();
    int understood = 0;
    var mutations = new Mutations(SEED, all.stream().map(c -> c.message().body()).toList());
    for (int i = 0; i < ROUNDS; i++) {
      DialectCase head = all.get(i % all.size());
      Message message = new Message(head.message().head(), mutations.next());
      try {
        Reading reading = dialect().read(message, from(), NOW);
        check(reading, message);
        understood += reading instanceof Reading.Understood ? 1 : 0;
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(
            "seed " + SEED + ", round " + i + ": " + message.text().orElse("binary"), e);
      }
    }
    assertThat(understood)
        .as("some get through, some do not")
        .isBetween(ROUNDS / 200, ROUNDS - ROUNDS / 200);
  }

  private void check(Reading reading, Message message) {
    switch (reading) {
      case Reading.Refused(var wrong) -> assertThat(wrong).isNotEmpty();
      case Reading.Understood understood -> {
        understood.reports().forEach(DialectContract::check);
        assertThat(understood.changes()).allMatch(c -> !c.summary().isBlank());
      }
    }
    assertThat(Message.of(kept(message)).body()).isEqualTo(message.body());
  }

  private static void check(AlertReport report) {
    if (report instanceof AlertReport.Firing firing) {
      assertThat(firing.deduplicationKey()).isNotBlank();
      assertThat(firing.condition().summary()).isNotBlank().hasSizeLessThanOrEqualTo(1024);
      assertThat(firing.condition().summary()).doesNotContain("\n", "\0");
      assertThat(firing.startsAt()).isBeforeOrEqualTo(NOW);
      assertThat(firing.condition().labels().values()).allMatch(v -> v.indexOf('\0') < 0);
      assertThat(firing.condition().details().values()).allMatch(v -> v.indexOf('\0') < 0);
    }
  }

  private Event kept(Message message) {
    Command.Receive command = message.receive(from(), List.of(), List.of());
    return new Event(new EventId("e"), from().id(), NOW, command.head(), command.body());
  }
}
