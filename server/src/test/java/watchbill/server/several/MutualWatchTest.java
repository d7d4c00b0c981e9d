package watchbill.server.several;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import watchbill.adapter.store.sqlite.StoreReading;
import watchbill.adapter.system.SystemTime;
import watchbill.audit.Audits;
import watchbill.heartbeat.HeartbeatId;
import watchbill.server.child.ChildNode;
import watchbill.server.seal.SealKey;
import watchbill.server.seal.SealedBeat;
import watchbill.server.seal.SealedHead;

/// Two installs watch each other; when one is dead, the other wakes somebody.
@Tag("slow")
class MutualWatchTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  /// A beat each minute, ten seconds of grace, and some for the machine.
  private static final Duration MISSED = Duration.ofSeconds(110);

  private static final int FORGED = 401;
  private static final int REPLAYED = 409;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final List<NodeProcess> nodes = new ArrayList<>();
  private Phones phones;
  private SealKey ofMadrid;
  private SealKey ofBerlin;

  @BeforeEach
  void start() throws IOException {
    phones = new Phones();
    Path madrid = Files.createDirectories(folder.resolve("madrid"));
    Path berlin = Files.createDirectories(folder.resolve("berlin"));
    ofMadrid = SealKey.of(madrid);
    ofBerlin = SealKey.of(berlin);
    int atMadrid = ChildNode.freePort();
    int atBerlin = ChildNode.freePort();
    nodes.add(NodeProcess.start(madrid, write("madrid", "berlin", atBerlin, ofBerlin), atMadrid));
    nodes.add(NodeProcess.start(berlin, write("berlin", "madrid", atMadrid, ofMadrid), atBerlin));
  }

  @AfterEach
  void stop() {
    nodes.forEach(NodeProcess::close);
    phones.close();
  }

  @Test
  void oneIsKilledAndTheOtherPages() throws Exception {
    Patience.within(MISSED, "madrid beats berlin", () -> kept().isPresent());
    String beat = again(kept().orElseThrow());
    assertThat(nodes.getLast().post("/beat", beat))
        .as("a beat of madrid that came before")
        .isEqualTo(REPLAYED);
    SealKey stranger = SealKey.of(Files.createDirectories(folder.resolve("stranger")));
    var forged = new Audits.Head(7, "cd".repeat(32));
    SealedHead head = SealedHead.of(forged, new SystemTime().now(), stranger);
    assertThat(nodes.getLast().post("/beat", SealedBeat.of(head, List.of(), stranger).text()))
        .isEqualTo(FORGED);
    assertThat(nodes.getLast().logged()).contains("a beat was refused");

    nodes.getFirst().kill();
    Patience.within(
        MISSED.plus(SOON),
        "berlin pages",
        () -> phones.count("berlin", "Watchbill madrid is missing") > 0);
    assertThat(phones.count("madrid", "is missing")).as("madrid was dead").isZero();
  }

  /// The head that berlin keeps of madrid.
  private Optional<SealedHead> kept() {
    return StoreReading.ofFolder(
        folder.resolve("berlin"),
        stores ->
            stores.heartbeats().pings(HeartbeatId.ofPeer("madrid"), 1).stream()
                .flatMap(ping -> ping.ping().body().lines().limit(1))
                .flatMap(line -> SealedHead.read(line).stream())
                .findFirst());
  }

  /// Signed by madrid's own key, as on the wire.
  private String again(SealedHead head) {
    return SealedBeat.of(head, List.of(ofBerlin.publicText()), ofMadrid).text();
  }

  private Path write(String own, String other, int port, SealKey key) throws IOException {
    String text =
        """
        people: { ana: { name: Ana, push: %1$s, notify: { now: [ push 0m ] } } }
        teams: { payments: { people: [ ana ] } }
        policies: { pager: { steps: [ { notify: [ ana ], wait: 5m } ], fallback: [ ana ] } }
        channels: { push: { ntfy: "%2$s" } }
        services: { pager: { team: payments, policy: pager } }
        server:
          service: pager
          watches:
            %3$s: { url: "http://127.0.0.1:%4$d", keys: [ %5$s ], grace: 10s }
        """
            .formatted(own, phones.address(), other, port, key.publicText());
    return Files.writeString(folder.resolve(own + ".yaml"), text);
  }
}
