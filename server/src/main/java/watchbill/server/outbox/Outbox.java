package watchbill.server.outbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.catalog.ContactMethod;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Handing;
import watchbill.engine.Reply;
import watchbill.notification.Notification;
import watchbill.time.TimeWords;

/// Empties the outbox: claims what is due, and sends a courier with each.
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final int CLAIM_MAX = 64;
  private static final Duration SENDS_MAY_FINISH = Duration.ofSeconds(5);
  private static final Duration OUTCOMES_MAY_BE_KEPT = Duration.ofSeconds(2);

  private final FrontDoor door;
  private final Insistence insistence;
  private final Courier courier;
  private final Crank crank;
  private final Duration sendsMayFinish;
  private final Map<ContactMethod, Lane> lanes = new EnumMap<>(ContactMethod.class);
  private final ExecutorService couriers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("courier-", 1).factory());
  private volatile boolean stopping;

  /// Makes the link behind the button of a message. Asked only where there is one: every page has,
  /// and a notice if it has an action.
  @FunctionalInterface
  public interface Links {
    URI linkFor(Handing handing);
  }

  public Outbox(FrontDoor door, Channels channels, Links links) {
    this(door, channels, links, (_, _, _) -> {});
  }

  public Outbox(FrontDoor door, Channels channels, Links links, SendListener listener) {
    this(door, channels, links, listener, SENDS_MAY_FINISH);
  }

  /// As above.
  ///
  /// @param heard told what came of each, however long the store takes to hear it
  public Outbox(FrontDoor door, Sending sending, OutcomeListener heard) {
    this(door, sending, heard, SENDS_MAY_FINISH);
  }

  Outbox(
      FrontDoor door,
      Channels channels,
      Links links,
      SendListener listener,
      Duration sendsMayFinish) {
    this(door, new Sending(channels, links, listener), (_, _, _) -> {}, sendsMayFinish);
  }

  private Outbox(FrontDoor door, Sending sending, OutcomeListener heard, Duration sendsMayFinish) {
    this.door = door;
    this.insistence = new Insistence(door);
    this.courier = new Courier(insistence, sending, heard, Courier.LEAVES_WITHIN);
    this.crank = new Crank("outbox", EVERY, this::turn);
    this.sendsMayFinish = sendsMayFinish;
    for (ContactMethod method : ContactMethod.values()) {
      lanes.put(method, new Lane());
    }
  }

  public void start() {
    crank.start();
    couriers.execute(Outbox::learnToSpeak);
  }

  /// Something may be due now. Returns at once, also on the thread that commits.
  public void wakeUp() {
    crank.wakeUp();
  }

  public boolean isTurning() {
    return crank.isTurning();
  }

  /// Claims nothing more, lets what is being sent finish for a while, and keeps what came of it.
  /// What is claimed and not yet sent stays for whoever runs next.
  public void stop() throws InterruptedException {
    stopping = true;
    crank.stop();
    couriers.shutdown();
    if (!await(sendsMayFinish)) {
      // Reads and writes on a socket end with this, as unknown or as not sent, as it was.
      couriers.shutdownNow();
      if (!await(OUTCOMES_MAY_BE_KEPT)) {
        LOG.warn("stopped before every outcome was kept; what is missing counts as unknown");
      }
    }
    insistence.end();
  }

  /// The first time told in somebody's zone takes a tenth of a second, since the names of all zones
  /// are loaded for it. Better now than in the first message.
  private static void learnToSpeak() {
    TimeWords.timeWithUtc(Instant.EPOCH, ZoneId.of("Europe/Madrid"));
  }

  private boolean await(Duration time) throws InterruptedException {
    return couriers.awaitTermination(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private boolean turn() {
    if (lanes.values().stream().allMatch(Lane::isFull)) {
      return false;
    }
    if (!(door.submit(new Command.Claim(CLAIM_MAX)) instanceof Reply.Claimed(var claimed))) {
      return false;
    }
    claimed.forEach(this::sendOff);
    return claimed.size() == CLAIM_MAX;
  }

  /// What finds its lane full stays claimed and is left alone: it comes again when the claim has
  /// run out, and until then it does not stand before the messages of other lanes.
  private void sendOff(Notification notification) {
    Lane lane = lane(notification);
    if (lane.enter()) {
      couriers.execute(() -> carry(notification, lane));
    }
  }

  private void carry(Notification notification, Lane lane) {
    try {
      if (lane.awaitTurn()) {
        carryInTurn(notification, lane);
      }
    } catch (InterruptedException e) {
      // The program stops, and nothing was sent.
      Thread.currentThread().interrupt();
    } finally {
      if (lane.leave()) {
        crank.wakeUp();
      }
    }
  }

  private void carryInTurn(Notification notification, Lane lane) {
    try {
      if (!stopping) {
        courier.carry(notification);
      }
    } catch (RuntimeException e) {
      // Its lease runs out, and then it is taken up again.
      LOG.error("a bug: notification {} was not settled", notification.id(), e);
    } finally {
      lane.turnIsOver();
    }
  }

  private Lane lane(Notification notification) {
    Lane lane = lanes.get(notification.method());
    if (lane == null) {
      throw new IllegalStateException("every method has a lane: " + notification.method());
    }
    return lane;
  }
}
