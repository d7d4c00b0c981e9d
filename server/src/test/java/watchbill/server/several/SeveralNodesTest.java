package watchbill.server.several;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes on one database, and what befalls them.
@Tag("slow")
class SeveralNodesTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  /// How soon whatever a dead node held is told by another.
  private static final Duration FAIL_OVER = Duration.ofSeconds(45);

  private static final int ACCEPTED = 202;
  private static final int UNAVAILABLE = 503;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private Phones phones;
  private Database database;
  private CuttingProxy line;
  private NodeProcess near;
  private NodeProcess far;

  @BeforeEach
  void start() throws IOException {
    phones = new Phones();
    database = new Database(folder.resolve("database"));
    line = new CuttingProxy(database.port());
    Path configuration = House.write(folder, phones.address());
    near = NodeProcess.start(folder.resolve("near"), configuration, database.address());
    far = NodeProcess.start(folder.resolve("far"), configuration, Database.address(line.port()));
  }

  @AfterEach
  void stop() throws IOException {
    far.close();
    near.close();
    line.close();
    phones.close();
    database.close();
  }

  @Test
  void eachIsToldOnceWhicheverNodeTookTheAlert() {
    List<String> services = services(0, 24);
    for (String service : services) {
      assertThat(near.report("a-" + service, service)).isEqualTo(ACCEPTED);
      assertThat(far.report("b-" + service, service)).isEqualTo(ACCEPTED);
    }
    everyoneIsTold(services, SOON);
    eachWasTold(services, 1);
    assertThat(database.ask("SELECT count(*) FROM page")).containsExactly("24");
    theAuditIsOneChain();
  }

  @Test
  void whatAKilledNodeHeldIsToldByTheOther() {
    List<String> before = reportedWhilePhonesAreSilent(far);
    far.kill();
    List<String> after = services(12, 24);
    after.forEach(s -> assertThat(near.report(s, s)).isEqualTo(ACCEPTED));
    phones.speakAgain();
    Duration took = everyoneIsAnswered(24, FAIL_OVER);
    System.out.println("fail-over of a killed node: " + took);
    eachWasTold(before, 2);
    eachWasTold(after, 1);
    nothingIsLeft();
    theAuditIsOneChain();
  }

  @Test
  void aFrozenNodeTellsNobodyOnceItsLeaseIsOver() {
    List<String> before = reportedWhilePhonesAreSilent(far);
    far.freeze();
    phones.speakAgain();
    Duration took = everyoneIsAnswered(12, FAIL_OVER);
    System.out.println("fail-over of a frozen node: " + took);
    far.thaw();
    Patience.within(SOON, "the thawed node is ready", far::isReady);
    List<String> after = services(12, 24);
    after.forEach(s -> assertThat(far.report(s, s)).isEqualTo(ACCEPTED));
    everyoneIsTold(after, SOON);
    eachWasTold(before, 2);
    eachWasTold(after, 1);
    nothingIsLeft();
    theAuditIsOneChain();
  }

  @Test
  void aNodeThatIsCutOffTakesNothingAndTellsNobody() {
    line.cut();
    assertThat(far.report("lost", House.service(0))).isEqualTo(UNAVAILABLE);
    assertThat(far.readiness()).isEqualTo(UNAVAILABLE);
    List<String> meanwhile = services(0, 12);
    meanwhile.forEach(s -> assertThat(near.report(s, s)).isEqualTo(ACCEPTED));
    everyoneIsTold(meanwhile, SOON);
    line.mend();
    Patience.within(SOON, "the node is ready again", far::isReady);
    List<String> after = services(12, 24);
    after.forEach(s -> assertThat(far.report(s, s)).isEqualTo(ACCEPTED));
    everyoneIsTold(after, SOON);
    eachWasTold(services(0, 24), 1);
    nothingIsLeft();
    theAuditIsOneChain();
  }

  @Test
  void whatACutOffNodeHeldIsToldByTheOther() {
    List<String> before = reportedWhilePhonesAreSilent(far);
    line.cut();
    phones.speakAgain();
    Duration took = everyoneIsAnswered(12, FAIL_OVER);
    System.out.println("fail-over of a node that was cut off: " + took);
    line.mend();
    Patience.within(SOON, "the node is ready again", far::isReady);
    eachWasTold(before, 2);
    nothingIsLeft();
    theAuditIsOneChain();
  }

  @Test
  void aNodeThatFreezesInTheMiddleOfATurnHoldsUpTheOtherForSecondsOnly() {
    // Alerts without end, so that it is in the middle of a turn, sooner or later, when it freezes.
    for (int i = 0; i < 10; i++) {
      var load = Thread.ofVirtual().start(() -> storm(far));
      Patience.pass(Duration.ofMillis(300));
      far.freeze();
      String service = House.service(i);
      long began = System.nanoTime();
      assertThat(near.report("during-" + service, service)).isEqualTo(ACCEPTED);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
      far.thaw();
      load.interrupt();
    }
    theAuditIsOneChain();
  }

  @Test
  void stepsGoOnWhenTheNodeThatBeganThemIsKilled() {
    assertThat(far.report("climbs", "quick")).isEqualTo(ACCEPTED);
    Patience.within(SOON, "Ana is told", () -> phones.count("ana", "climbs") == 1);
    far.kill();
    Duration took =
        Patience.within(
            Duration.ofSeconds(14), "Ben is told", () -> phones.count("ben", "climbs") == 1);
    assertThat(took).isGreaterThan(Duration.ofSeconds(7));
    theAuditIsOneChain();
  }

  @Test
  void whileTheDatabaseIsAwayNothingIsTakenAndThenAllGoesOn() throws IOException {
    near.report("before", House.service(0));
    everyoneIsTold(List.of("before"), SOON);
    database.stop();
    assertThat(near.report("during", House.service(1))).isEqualTo(UNAVAILABLE);
    assertThat(far.report("during", House.service(1))).isEqualTo(UNAVAILABLE);
    assertThat(near.readiness()).isEqualTo(UNAVAILABLE);
    database.start();
    Patience.within(SOON, "both are ready", () -> near.isReady() && far.isReady());
    assertThat(near.report("after-near", House.service(2))).isEqualTo(ACCEPTED);
    assertThat(far.report("after-far", House.service(3))).isEqualTo(ACCEPTED);
    everyoneIsTold(List.of("before", "after-near", "after-far"), SOON);
    assertThat(phones.count("ana", "during")).isZero();
    assertThat(phones.rings()).hasSize(3);
    nothingIsLeft();
    theAuditIsOneChain();
  }

  @Test
  void whatWasAnsweredOutlivesACrashOfTheDatabase() throws IOException, InterruptedException {
    var answered = new ConcurrentLinkedQueue<String>();
    var crashing = new AtomicBoolean();
    List<Thread> senders =
        IntStream.range(0, 8)
            .mapToObj(n -> sender(n % 2 == 0 ? near : far, "sender" + n, answered, crashing))
            .toList();
    Patience.within(SOON, "much is answered", () -> answered.size() > 300);
    database.crash();
    crashing.set(true);
    for (Thread sender : senders) {
      sender.join();
    }
    database.start();
    List<String> kept = database.ask("SELECT deduplication_key FROM alert");
    assertThat(kept).containsAll(answered);
    Patience.within(SOON, "both are ready", () -> near.isReady() && far.isReady());
    theAuditIsOneChain();
  }

  /// Reports until the database is gone, and notes what was answered.
  private static Thread sender(
      NodeProcess node, String name, Queue<String> answered, AtomicBoolean crashing) {
    return Thread.ofVirtual()
        .start(() -> {
          for (int i = 0; !crashing.get(); i++) {
            String key = name + "-" + i;
            if (node.report(key, House.service(i % House.SERVICES)) == ACCEPTED) {
              answered.add(key);
            }
          }
        });
  }

  /// Twelve alerts into one node, which has handed them over and waits for the answers.
  private List<String> reportedWhilePhonesAreSilent(NodeProcess node) {
    // Nobody else claims what this node shall hold.
    near.freeze();
    phones.fallSilent();
    List<String> keys = services(0, 12);
    keys.forEach(s -> assertThat(node.report(s, s)).isEqualTo(ACCEPTED));
    Patience.within(SOON, "eight are on their way", () -> phones.rings().size() == 8);
    near.thaw();
    return keys;
  }

  private static void storm(NodeProcess node) {
    for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
      node.report("storm-" + i, House.service(23));
    }
  }

  private static List<String> services(int from, int until) {
    return IntStream.range(from, until).mapToObj(House::service).toList();
  }

  private void everyoneIsTold(List<String> keys, Duration within) {
    Patience.within(
        within,
        "Ana is told of all of " + keys,
        () -> keys.stream().allMatch(k -> phones.count("ana", k) > 0));
  }

  /// Every notification there is has reached a phone that said so.
  private Duration everyoneIsAnswered(int notifications, Duration within) {
    return Patience.within(
        within,
        "all is accepted",
        () ->
            database
                .ask("SELECT count(*) FROM notification WHERE state = 'accepted'")
                .equals(List.of("" + notifications)));
  }

  /// No page told more often than that, and of what came twice all but one say that they may be
  /// copies.
  private void eachWasTold(List<String> keys, int times) {
    for (String key : keys) {
      List<Phones.Ring> rings =
          phones.rings().stream().filter(r -> r.title().contains(key)).toList();
      assertThat(rings).as(key).hasSizeBetween(1, times);
      assertThat(rings.stream().filter(r -> !r.isMaybeASecondCopy()))
          .as("%s: %s", key, rings)
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  private void nothingIsLeft() {
    Proof.nothingIsLeft(database);
  }

  private void theAuditIsOneChain() {
    Proof.theAuditIsOneChain(database);
  }
}
