package watchbill.adapter.ingest.syslog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.ingest.line.LineDoor;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.adapter.ingest.line.LineTally;
import watchbill.catalog.Integration;
import watchbill.engine.Reply;
import watchbill.time.TimeSource;

/// Makes messages of the lines of one integration: a hundred of them, or what came within a fifth
/// of a second. Lines wait in a bounded queue while the store can't take them.
final class Gatherer {
  /// How many lines wait; with [Frames#LINE_MAX] it bounds the memory.
  static final int WAITING_MAX = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(Gatherer.class);
  private static final long GATHER_NANOS = Duration.ofMillis(200).toNanos();
  private static final long STOP_WAITS_MILLIS = 3_000;

  private final Integration from;
  private final SyslogDialect dialect;
  private final LineDoor door;
  private final TimeSource time;
  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  Gatherer(Integration from, SyslogDialect dialect, LineDoor door, TimeSource time) {
    this.from = from;
    this.dialect = dialect;
    this.door = door;
    this.time = time;
    this.thread = Thread.ofVirtual().name("syslog " + from.id()).unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  /// Takes the line, or counts it as lost.
  void offer(byte[] bytes) {
    String line = SyslogDialect.text(bytes);
    if (!line.isEmpty() && !waiting.offer(line)) {
      lost(1);
    }
  }

  /// Takes the line, however long that takes: its sender waits.
  void put(byte[] bytes) throws InterruptedException {
    String line = SyslogDialect.text(bytes);
    if (!line.isEmpty()) {
      waiting.put(line);
    }
  }

  int waiting() {
    return waiting.size();
  }

  void unreadable(String why) {
    LOG.warn("{}: a connection was ended: {}", from.id(), why);
    door.count(from, LineTally.Fate.UNREADABLE, 1);
  }

  /// Keeps what came, and ends.
  void stop() throws InterruptedException {
    stopping.countDown();
    thread.join(STOP_WAITS_MILLIS);
  }

  private void work() {
    List<String> batch = new ArrayList<>(SyslogDialect.LINES_MAX);
    try {
      while (stopping.getCount() > 0 || !waiting.isEmpty()) {
        if (gather(batch)) {
          keep(List.copyOf(batch));
        }
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      lost(batch.size() + waiting.size());
    }
  }

  private boolean gather(List<String> batch) throws InterruptedException {
    String first = waiting.poll(GATHER_NANOS, TimeUnit.NANOSECONDS);
    if (first == null) {
      return false;
    }
    batch.add(first);
    long end = System.nanoTime() + GATHER_NANOS;
    while (batch.size() < SyslogDialect.LINES_MAX) {
      String next = waiting.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (next == null) {
        return true;
      }
      batch.add(next);
    }
    return true;
  }

  private void keep(List<String> batch) throws InterruptedException {
    try {
      LineRules.Judged judged = dialect.judge(batch, from, time.now());
      if (judged.reports().isEmpty()) {
        door.leftOut(from, judged);
        return;
      }
      List<String> worthKeeping =
          IntStream.range(0, batch.size())
              .filter(judged.about()::get)
              .mapToObj(batch::get)
              .toList();
      submit(door.prepare(SyslogDialect.message(worthKeeping), from, judged), batch.size());
    } catch (RuntimeException e) {
      // Our own bug. The lines of this batch are gone; those to come must not be.
      LOG.error("{}: {} lines could not be taken", from.id(), batch.size(), e);
      lost(batch.size());
    }
  }

  /// Until it is kept. Meanwhile lines gather behind it, and what has no place is counted.
  private void submit(LineDoor.Ready ready, int lines) throws InterruptedException {
    Reply reply = door.submit(ready);
    while (reply instanceof Reply.TryLater(_, var after, _)) {
      if (stopping.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
        if (door.submit(ready) instanceof Reply.TryLater) {
          lost(lines);
        }
        return;
      }
      reply = door.submit(ready);
    }
  }

  private void lost(int lines) {
    door.count(from, LineTally.Fate.LOST, lines);
  }
}
