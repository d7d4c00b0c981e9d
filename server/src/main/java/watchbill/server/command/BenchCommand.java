package watchbill.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchbill.server.bench.BenchFolder;
import watchbill.server.bench.IntakeBench;
import watchbill.server.bench.ListBench;
import watchbill.server.bench.PageBench;
import watchbill.server.bench.RotaBench;
import watchbill.server.bench.StartBench;
import watchbill.server.bench.StoreBench;
import watchbill.server.bench.StormBench;

/// `watchbill bench`.
@Command(
    name = "bench",
    description = "Measures on this machine, and says what and how.",
    mixinStandardHelpOptions = true)
final class BenchCommand {
  private static final int NO_MAIL_SERVER = 9;

  @Spec private CommandSpec spec = CommandSpec.create();

  /// Made by the command line library.
  BenchCommand() {}

  @Command(description = "Events a second that are on disk before they are answered.")
  int intake(
      @Option(
              names = "--seconds",
              defaultValue = "8",
              description = "How long each row is measured (default: ${DEFAULT-VALUE}).")
          int seconds,
      @Mixin DatabaseOption database,
      @Option(
              names = "--nodes",
              defaultValue = "1",
              description = "How many nodes share the database (default: ${DEFAULT-VALUE}).")
          int nodes)
      throws IOException, InterruptedException {
    if (nodes > 1 && database.address().isEmpty()) {
      throw new CannotGoOn("--nodes: several nodes need a database; name it with --store");
    }
    try (var folder = new BenchFolder(NO_MAIL_SERVER)) {
      var ground = new IntakeBench.Ground(database.address(), Math.max(1, nodes));
      new IntakeBench(folder, out(), Duration.ofSeconds(seconds), ground).run();
    }
    return 0;
  }

  @Command(description = "From the start of the process to the first ready answer; idle memory.")
  int start() throws IOException, InterruptedException {
    try (var folder = new BenchFolder(NO_MAIL_SERVER)) {
      new StartBench(folder, out()).run(cache());
    }
    return 0;
  }

  @Command(description = "From the answer to a sender until the mail server has the letter.")
  int page() throws IOException, InterruptedException {
    new PageBench(out()).run();
    return 0;
  }

  @Command(description = "100,000 alerts in ten seconds, and another team's page among them.")
  int storm() throws IOException, InterruptedException {
    new StormBench(out()).run();
    return 0;
  }

  @Command(description = "The lists people and programs look at, with 100,000 open alerts.")
  int list() throws IOException, InterruptedException {
    new ListBench(out()).run();
    return 0;
  }

  @Command(description = "The engine and the store alone, in this process: the ceiling of intake.")
  int store(
      @Option(
              names = "--seconds",
              defaultValue = "5",
              description = "How long each row is measured (default: ${DEFAULT-VALUE}).")
          int seconds,
      @Mixin DatabaseOption database)
      throws IOException {
    StoreBench.run(Duration.ofSeconds(seconds), database.address());
    return 0;
  }

  @Command(description = "Who is on duty now, and a year of shifts of a thousand rotas.")
  int rota() {
    new RotaBench(out()).run();
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /// The cache the launcher makes beside the jar.
  private static Path cache() {
    String jar = System.getProperty("java.class.path");
    return Path.of(jar).toAbsolutePath().resolveSibling("watchbill.aot");
  }
}
