package watchbill.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import watchbill.server.child.ChildNode;

/// Measures how long a node takes to be ready, with and without the AOT cache, and what it then
/// holds of memory.
public final class StartBench {
  private static final int RUNS = 7;
  private static final long IDLE_MILLIS = 5_000;
  private static final double MEGABYTE = 1e6;

  private final BenchFolder folder;
  private final PrintWriter out;

  public StartBench(BenchFolder folder, PrintWriter out) {
    this.folder = folder;
    this.out = out;
  }

  /// Starts nodes in turn, with the cache and without, so that both meet the same noise.
  public void run(Path cache) throws IOException, InterruptedException {
    out.println("From the start of the process to the first 200 of /readyz, " + RUNS + " runs,");
    out.println("a new store each; with and without the AOT cache in turn.");
    List<Long> with = new ArrayList<>();
    List<Long> without = new ArrayList<>();
    List<Long> resident = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      with.add(millis(List.of("-XX:+UseSerialGC", "-XX:AOTCache=" + cache), resident, i));
      without.add(millis(List.of("-XX:+UseSerialGC", "-XX:AOTMode=off"), List.of(), i));
    }
    print("ready with AOT cache, ms", with);
    print("ready without, ms", without);
    out.printf(
        Locale.ROOT,
        "resident after %d s idle, MB: median %.0f%n",
        IDLE_MILLIS / 1_000,
        median(resident) / MEGABYTE);
    out.flush();
  }

  private long millis(List<String> options, List<Long> resident, int run)
      throws IOException, InterruptedException {
    try (ChildNode node = ChildNode.start(folder.plan(options))) {
      if (run == 0 && options.toString().contains("AOTCache=")) {
        TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
        resident.add(node.residentBytes());
      }
      return node.startedIn().toMillis();
    }
  }

  private void print(String what, List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    out.printf(
        "%-26s min %d  median %d  max %d%n",
        what, sorted.getFirst(), median(sorted), sorted.getLast());
  }

  private static long median(List<Long> values) {
    return values.isEmpty() ? 0 : values.stream().sorted().toList().get(values.size() / 2);
  }
}
