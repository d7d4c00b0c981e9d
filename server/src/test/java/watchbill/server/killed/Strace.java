package watchbill.server.killed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchbill.server.several.Patience;

/// Debian's `strace`, which counts the calls of a process, or kills it at one of them.
final class Strace implements AutoCloseable {
  /// By which a program changes what others can see: its files, and what it says over the network.
  private static final String CALLS =
      "pwrite64,fsync,fdatasync,ftruncate,rename,unlink,write,sendto,connect";

  private static final Duration ATTACHES_WITHIN = Duration.ofSeconds(20);
  private static final int LETS_GO_WITHIN_SECONDS = 10;
  private static final Pattern CALLED = Pattern.compile("(?m)^(\\d+) +([a-z0-9_]+)\\(");

  private final Process process;
  private final Path log;
  private final boolean started;
  private boolean hasKilled;

  private Strace(Process process, Path log, boolean started) {
    this.process = process;
    this.started = started;
    this.log = log;
  }

  /// Watches a process that runs. Without a point it only counts.
  static Strace attach(long pid, Optional<Point> point, Path log) throws IOException {
    return watch(pid, point.map(Strace::killing), log);
  }

  /// Watches a process that runs, and holds up each of these calls for so long.
  static Strace slow(long pid, String calls, Duration delay, Path log) throws IOException {
    return watch(pid, Optional.of(calls + ":delay_enter=" + delay.toMillis() + "ms"), log);
  }

  private static Strace watch(long pid, Optional<String> injection, Path log) throws IOException {
    List<String> command = command(injection, log, List.of());
    command.addAll(List.of("-p", Long.toString(pid)));
    var strace = new Strace(start(command, log), log, false);
    Patience.within(
        ATTACHES_WITHIN,
        "strace watches each thread",
        () -> isWatched(pid) || !strace.process.isAlive());
    return strace;
  }

  /// Starts a process and watches it from its first instruction.
  ///
  /// @param only the files to which a call must be; all calls count when there are none
  static Strace around(List<String> program, Optional<Point> point, List<Path> only, Path log)
      throws IOException {
    List<String> command = command(point.map(Strace::killing), log, only);
    command.addAll(program);
    return new Strace(start(command, log), log, true);
  }

  Process process() {
    return process;
  }

  /// Whether it killed; known once it has let go, so that an end that we make is not taken for one.
  boolean hasKilled() {
    return hasKilled;
  }

  /// Whether it watched the node, which was there before.
  boolean wasAttached() {
    return !started;
  }

  /// How many calls there were.
  int calls() {
    return (int) CALLED.matcher(text()).results().count();
  }

  /// How often the busiest thread made each call.
  Map<String, Integer> points() {
    Map<String, Integer> byThread = new HashMap<>();
    Map<String, Integer> points = new TreeMap<>();
    Matcher called = CALLED.matcher(text());
    while (called.find()) {
      int times = byThread.merge(called.group(1) + " " + called.group(2), 1, Integer::sum);
      points.merge(called.group(2), times, Math::max);
    }
    return points;
  }

  /// Lets go of a process that was there before. One that it started ends with it.
  @Override
  public void close() {
    if (started) {
      hasKilled = sawAKill(); // What it started ends with it, and that is no kill of its.
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroy();
    try {
      if (!process.waitFor(LETS_GO_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    if (!started) {
      hasKilled = sawAKill(); // Also one in the moment in which it let go.
    }
  }

  private boolean sawAKill() {
    return text().contains("+++ killed by SIGKILL +++");
  }

  private static List<String> command(Optional<String> injection, Path log, List<Path> only) {
    List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", log.toString()));
    command.addAll(List.of("-e", "trace=" + CALLS, "-s", "16"));
    for (Path file : only) {
      command.addAll(List.of("-P", file.toString()));
    }
    injection.ifPresent(i -> command.addAll(List.of("-e", "inject=" + i)));
    return command;
  }

  private static String killing(Point point) {
    return point.call() + ":signal=KILL:when=" + point.number();
  }

  private static Process start(List<String> command, Path log) throws IOException {
    Files.deleteIfExists(log);
    Path said = log.resolveSibling("said.log");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
        .start();
  }

  private static boolean isWatched(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return threads.noneMatch(Strace::isUnwatched);
    } catch (IOException e) {
      return true; // The process has gone, and was watched as it went.
    }
  }

  private static boolean isUnwatched(Path thread) {
    try {
      return Files.readString(thread.resolve("status")).contains("TracerPid:\t0\n");
    } catch (IOException e) {
      return false; // The thread has ended.
    }
  }

  private String text() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
