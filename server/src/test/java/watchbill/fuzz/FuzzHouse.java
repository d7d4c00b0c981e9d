package watchbill.fuzz;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import watchbill.adapter.ingest.IntakeHouse;
import watchbill.adapter.ingest.Keys;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Target;
import watchbill.server.pattern.Re2Patterns;
import watchbill.testkit.Cast;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;

/// A team with an integration of every kind, its engine, and a store in memory that is emptied
/// again and again, so that no message costs more than the one before.
final class FuzzHouse implements FrontDoor {
  static final Instant NOW = Cast.NIGHT;
  private static final int COMMANDS_MAX = 200;
  private static final Configuration CONFIGURATION = configuration();

  private final Re2Patterns patterns = new Re2Patterns();
  private MemoryTransactions transactions = new MemoryTransactions();
  private Engine engine = engine();
  private int commands;

  static Catalog catalog() {
    return CONFIGURATION.catalog();
  }

  /// Its handle is the word for its kind.
  static Integration of(IntegrationKind kind) {
    return new Integration(
        new IntegrationId(kind.word()), kind, Keys.hash(key(kind)), Cast.CHECKOUT);
  }

  static String key(IntegrationKind kind) {
    return kind == IntegrationKind.PAGERDUTY
        ? IntakeHouse.PAGERDUTY_KEY
        : "fuzz-key-of-" + kind.word();
  }

  @Override
  public synchronized Reply submit(Command command) {
    return engine.run(command, NOW);
  }

  /// What is kept until the next message.
  Transactions transactions() {
    return new Transactions() {
      @Override
      public <R> R write(Function<Stores, R> work) {
        return transactions.write(work);
      }

      @Override
      public <R> R read(Function<Stores, R> work) {
        return transactions.read(work);
      }
    };
  }

  /// Between two messages: everything is forgotten when it has become much.
  synchronized void tidy() {
    if (++commands > COMMANDS_MAX) {
      commands = 0;
      transactions = new MemoryTransactions();
      engine = engine();
    }
  }

  private Engine engine() {
    return new Engine(transactions, () -> CONFIGURATION, new SequentialIds(), patterns, () -> {});
  }

  private static Configuration configuration() {
    List<Integration> all = Stream.of(IntegrationKind.values()).map(FuzzHouse::of).toList();
    var catalog =
        new Catalog(Cast.everybody(), List.of(Cast.payments()), List.of(Cast.checkout()), all);
    var policy =
        new EscalationPolicy(
            "payments",
            List.of(
                new EscalationPolicy.Step(
                    List.of(new Target.ToPerson(Cast.ANA)), Duration.ofMinutes(5))),
            0,
            List.of(new Target.ToPerson(Cast.DEV)));
    return new Configuration(catalog, List.of(Cast.rota(Cast.ANA, Cast.BEN)), List.of(policy));
  }
}
