package watchbill.server.killed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Plays a scenario once for each point, on several lanes at a time, because much of it is waiting.
final class Killing {
  private final Scenario scenario;
  private final NodeStore.Kind store;
  private final Program program;
  private final Path folder;
  private final Queue<Point> points = new ConcurrentLinkedQueue<>();
  private final AtomicInteger lanes = new AtomicInteger();
  private final AtomicInteger tried = new AtomicInteger();
  private final AtomicInteger killed = new AtomicInteger();
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();
  private int restarts;
  private Duration worst = Duration.ZERO;

  /// Nothing is played yet.
  ///
  /// @param folder for all its lanes
  Killing(Scenario scenario, NodeStore.Kind store, Program program, Path folder) {
    this.scenario = scenario;
    this.store = store;
    this.program = program;
    this.folder = folder;
  }

  /// Kills at each point, as far as the time goes, and at one in any case.
  ///
  /// @param time after which no further point is begun once one has killed; zero is for ever
  /// @param wanted which points, in words
  Tally run(int atOnce, Duration time, Predicate<String> wanted)
      throws IOException, InterruptedException, ExecutionException {
    int calls;
    try (Lane lane = lane()) {
      lane.start();
      Strace counted = lane.play(scenario, Optional.empty());
      calls = counted.calls();
      Point.spread(counted.points()).stream()
          .filter(p -> wanted.test(p.toString()))
          .forEach(points::add);
      settle(lane);
    }
    int all = points.size();
    long began = System.nanoTime();
    BooleanSupplier isOver =
        () -> !time.isZero() && killed.get() > 0 && System.nanoTime() - began > time.toNanos();
    List<Future<?>> working = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < atOnce; i++) {
        working.add(threads.submit(() -> work(isOver)));
      }
    }
    for (Future<?> work : working) {
      work.get();
    }
    return new Tally(
        scenario.word(),
        store.name().toLowerCase(Locale.ROOT),
        calls,
        all,
        tried.get(),
        killed.get(),
        restarts,
        worst,
        List.copyOf(violations));
  }

  private boolean work(BooleanSupplier isOver) throws IOException, InterruptedException {
    while (!points.isEmpty() && !isOver.getAsBoolean()) {
      try (Lane lane = lane()) {
        lane.start();
        while (!lane.isFull() && !isOver.getAsBoolean()) {
          Point point = points.poll();
          if (point == null) {
            break;
          }
          tryPoint(lane, point);
        }
        settle(lane);
      }
    }
    return true;
  }

  private void tryPoint(Lane lane, Point point) throws IOException, InterruptedException {
    tried.incrementAndGet();
    try {
      if (lane.play(scenario, Optional.of(point)).hasKilled()) {
        killed.incrementAndGet();
      }
    } catch (AssertionError e) {
      violations.add("at " + point + ": " + e.getMessage());
    }
  }

  private Lane lane() throws IOException {
    Path own = folder.resolve("lane" + lanes.incrementAndGet());
    return new Lane(scenario.house(), store, program, own);
  }

  private synchronized void settle(Lane lane) {
    violations.addAll(lane.wrongs());
    restarts += lane.restarts();
    worst = worst.compareTo(lane.worst()) > 0 ? worst : lane.worst();
  }
}
