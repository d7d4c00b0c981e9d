package watchbill.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.adapter.store.sql.OpenStore;
import watchbill.adapter.system.SystemTime;
import watchbill.adapter.system.TimeOrderedIds;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Catalog;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.catalog.Urgency;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Target;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;

/// How many alerts a second the engine and the store take, without HTTP: the ceiling of intake.
public final class StoreBench {
  private static final Integration INTEGRATION =
      new Integration(
          new IntegrationId("prometheus"),
          IntegrationKind.ALERTMANAGER,
          "0".repeat(64),
          new ServiceId("checkout"));

  private static final Instant BEGAN = Instant.parse("2025-01-06T03:00:00Z");
  private static final int BODY_EACH = 700;
  private static final int BODY_IN_A_HUNDRED = 400;
  private static final int KNOWN = 10_000;

  private final Engine engine;
  private final SystemTime time = new SystemTime();
  private final Duration length;

  private StoreBench(Engine engine, Duration length) {
    this.engine = engine;
    this.length = length;
  }

  /// Runs all, each for so many seconds.
  ///
  /// @param database where to make a database for it; a file of SQLite when there is none
  public static void run(Duration length, Optional<PostgresAddress> database) throws IOException {
    System.out.printf(
        "engine in one process with its store, %s; no HTTP; every commit is on disk;"
            + " %d processors, %d s each%n",
        database.isPresent() ? "PostgreSQL" : "SQLite (WAL, synchronous=FULL)",
        Runtime.getRuntime().availableProcessors(),
        length.toSeconds());
    Path folder = Files.createTempDirectory("watchbill-bench");
    try (BenchDatabase ground = BenchDatabase.make(database);
        OpenStore store = ground.open(folder)) {
      Configuration configuration = configuration();
      var engine = new Engine(store, () -> configuration, new TimeOrderedIds());
      var bench = new StoreBench(engine, length);
      bench.measure("warm-up", 64, turn -> bench.single(64, "warm" + turn));
      bench.measure("new, one a message, 64 messages a commit", 64, t -> bench.single(64, "n" + t));
      bench.measure("new, one a message, 32 messages a commit", 32, t -> bench.single(32, "m" + t));
      bench.measure("one repeated key, 64 messages a commit", 64, _ -> bench.repeated());
      bench.measure("new, 100 a message, 6 messages a commit", 600, t -> bench.hundreds("h" + t));
      bench.openKnown();
      bench.measure("resends of 10,000, 100 a message, 6 a commit", 600, bench::resends);
      System.out.printf("store: %,d MB%n", size(folder) / 1_000_000);
    } finally {
      delete(folder);
    }
  }

  private void measure(String what, int alertsEach, LongFunction<List<Command>> turn) {
    var latencies = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
    long processorBefore = processorNanos();
    long began = System.nanoTime();
    long until = began + length.toNanos();
    long making = 0;
    long turns = 0;
    long before = began;
    while (before < until) {
      List<Command> commands = turn.apply(turns++);
      long made = System.nanoTime();
      making += made - before;
      engine.run(commands, time.now());
      long after = System.nanoTime();
      latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(after - made));
      before = after;
    }
    double seconds = (before - began - making) / 1e9;
    System.out.printf(
        "%-46s %,9.0f alerts/s  %5.1f µs of processor each   commit p50 %.1f ms  p99 %.1f ms"
            + "  max %.1f ms%n",
        what,
        turns * alertsEach / seconds,
        (processorNanos() - processorBefore) / 1e3 / (turns * alertsEach),
        latencies.getValueAtPercentile(50) / 1e3,
        latencies.getValueAtPercentile(99) / 1e3,
        latencies.getMaxValue() / 1e3);
  }

  /// Of the whole process: the making of the messages and the carrying over of the log count too.
  private static long processorNanos() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  private List<Command> single(int messages, String prefix) {
    List<Command> commands = new ArrayList<>(messages);
    for (int i = 0; i < messages; i++) {
      commands.add(message(List.of(firing(prefix + "-" + i, Optional.empty())), BODY_EACH));
    }
    return commands;
  }

  private List<Command> repeated() {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      commands.add(message(List.of(firing("always the same", Optional.empty())), BODY_EACH));
    }
    return commands;
  }

  private List<Command> hundreds(String prefix) {
    Optional<Instant> lease = lease();
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<AlertReport> reports = new ArrayList<>();
      for (int j = 0; j < 100; j++) {
        reports.add(firing(prefix + "-" + i + "-" + j, lease));
      }
      commands.add(message(reports, 100 * BODY_IN_A_HUNDRED));
    }
    return commands;
  }

  private void openKnown() {
    for (int i = 0; i < KNOWN; i += 100) {
      engine.run(List.of(known(i)), time.now());
    }
  }

  private List<Command> resends(long turn) {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      commands.add(known((int) ((turn * 6 + i) * 100 % KNOWN)));
    }
    return commands;
  }

  private Command known(int first) {
    Optional<Instant> lease = lease();
    List<AlertReport> reports = new ArrayList<>();
    for (int i = first; i < first + 100; i++) {
      reports.add(firing("known-" + i, lease));
    }
    return message(reports, 100 * BODY_IN_A_HUNDRED);
  }

  private Optional<Instant> lease() {
    return Optional.of(time.now().plus(Duration.ofMinutes(4)));
  }

  private static Command message(List<AlertReport> reports, int length) {
    return new Command.Receive(INTEGRATION, "x".repeat(length), reports);
  }

  private static AlertReport firing(String key, Optional<Instant> lease) {
    var condition =
        new Condition(
            "checkout answers with errors on " + key,
            "web-1",
            Severity.CRITICAL,
            Map.of("alertname", "HighErrorRate", "job", "checkout", "instance", key),
            Map.of("description", "more than 5 % of requests fail", "runbook", "https://wiki/x"));
    return new AlertReport.Firing(AlertKey.of(INTEGRATION.id(), key), key, condition, BEGAN, lease);
  }

  private static Configuration configuration() {
    var ana = new PersonId("ana");
    var team = new TeamId("payments");
    var rota = new RotaId("payments");
    var person =
        new Person(
            ana,
            "Ana",
            ZoneOffset.UTC,
            Map.of(ContactMethod.EMAIL, "ana@example.org"),
            Map.of(Urgency.NOW, List.of(new ContactRule(ContactMethod.EMAIL, Duration.ZERO))));
    var service = new Service(INTEGRATION.service(), team, "payments", 1, Optional.empty());
    var catalog =
        new Catalog(
            List.of(person),
            List.of(new Team(team, List.of(ana), Optional.empty())),
            List.of(service),
            List.of(INTEGRATION));
    var week =
        Rotation.weekly(
            1,
            DayOfWeek.MONDAY,
            LocalTime.of(9, 0),
            LocalDate.of(2025, 1, 6),
            List.of(Seat.of(ana)));
    var step =
        new EscalationPolicy.Step(
            List.of(new Target.ToRota(rota, Role.PRIMARY)), Duration.ofMinutes(5));
    var policy =
        new EscalationPolicy("payments", List.of(step), 0, List.of(new Target.ToPerson(ana)));
    return new Configuration(
        catalog,
        List.of(
            new Rota(
                rota, ZoneOffset.UTC, List.of(Layer.of("weeks", 1, week)), new Lieutenant.Next())),
        List.of(policy));
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
