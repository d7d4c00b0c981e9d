package watchbill.server.watched;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;
import watchbill.kernel.Secret;

/// Asks an address of somebody who watches Watchbill, each time a self-test went well.
public final class OutgoingBeats {
  private static final Logger LOG = LoggerFactory.getLogger(OutgoingBeats.class);
  private static final Duration STOP_WAITS = Duration.ofSeconds(15);
  private static final int FIRST_ERROR = 300;

  private final Egress egress;
  private final Letter letter;
  private final Duration every;
  private final SelfTest test;
  private final Semaphore stopped = new Semaphore(0);
  private final Thread thread;
  private boolean silent;

  /// What one beat is.
  @FunctionalInterface
  public interface Letter {
    Request write();
  }

  /// Beats to an address that is only asked, which have not begun.
  public OutgoingBeats(Egress egress, Secret url, Duration every, SelfTest test) {
    this(
        egress,
        () -> new Request("GET", URI.create(url.reveal()), Reach.AS_CONFIGURED, Map.of(), ""),
        every,
        test);
  }

  /// Beats that have not begun.
  public OutgoingBeats(Egress egress, Letter letter, Duration every, SelfTest test) {
    this.egress = egress;
    this.letter = letter;
    this.every = every;
    this.test = test;
    this.thread = Thread.ofPlatform().daemon().name("outgoing beats").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /// Returns when the test that is running has ended, or soon after.
  public void stop() throws InterruptedException {
    stopped.release();
    thread.join(STOP_WAITS);
  }

  private void run() {
    try {
      do {
        beatOrLog();
      } while (!stopped.tryAcquire(every.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      LOG.warn("the outgoing beats were interrupted, and end");
    }
  }

  private void beatOrLog() throws InterruptedException {
    try {
      beat();
    } catch (RuntimeException e) {
      LOG.error("a bug: the self-test failed, and no beat goes out", e);
    }
  }

  /// Whether a beat went out.
  boolean beat() throws InterruptedException {
    List<String> reasons = test.run();
    if (!reasons.isEmpty()) {
      LOG.error("no beat goes out, since nobody could be paged: {}", String.join("; ", reasons));
      return false;
    }
    Answer answer = egress.send(letter.write());
    boolean heard = answer instanceof Answer.Answered(var status, _) && status < FIRST_ERROR;
    if (heard == silent) {
      LOG.info("whoever watches us {}", heard ? "hears us" : "does not hear us: " + why(answer));
    }
    silent = !heard;
    return heard;
  }

  /// Without the address: there is a key in it.
  private static String why(Answer answer) {
    return switch (answer) {
      case Answer.Answered(var status, _) -> "status " + status;
      case Answer.Forbidden(var why) -> why;
      case Answer.NotSent(var why) -> why;
      case Answer.Silence(var why) -> why;
    };
  }
}
