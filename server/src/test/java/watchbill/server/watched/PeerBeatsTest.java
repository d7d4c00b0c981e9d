package watchbill.server.watched;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.adapter.ingest.heartbeat.BeatRoutes;
import watchbill.adapter.ingest.heartbeat.BeatRoutes.Kind;
import watchbill.alert.Severity;
import watchbill.audit.Audits;
import watchbill.engine.Command;
import watchbill.engine.Engine;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.KeptPing;
import watchbill.heartbeat.Schedule;
import watchbill.server.seal.SealKey;
import watchbill.server.seal.SealedBeat;
import watchbill.server.seal.SealedHead;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;

/// A beat of another install counts when it is signed, fresh, new and for us; else it says why not.
class PeerBeatsTest {
  private static final HeartbeatId MADRID = HeartbeatId.ofPeer("madrid");
  private static final Audits.Head HEAD = new Audits.Head(42, "ab".repeat(32));

  private final HandClock clock = new HandClock(Cast.NIGHT);
  private final MemoryTransactions store = new MemoryTransactions();
  private final Engine engine = new Engine(store, OutgoingBeatsTest::anyone, new SequentialIds());
  private FrontDoor door = command -> engine.run(command, clock.now());
  @TempDir Path ours;
  @TempDir Path theirs;
  @TempDir Path strangers;
  private SealKey key;
  private PeerBeats judge;

  @BeforeEach
  void watchMadrid() throws IOException {
    key = SealKey.of(theirs);
    var plan =
        new HeartbeatPlan(
            MADRID,
            Optional.empty(),
            Optional.empty(),
            Cast.CHECKOUT,
            new Schedule.Every(Duration.ofMinutes(1)),
            Duration.ofMinutes(2),
            Severity.CRITICAL,
            "",
            true);
    door.submit(new Command.AdoptHeartbeats(List.of(plan), "configuration"));
    judge =
        new PeerBeats(
            List.of(new PeerBeats.Peer(MADRID, List.of(key.publicText()))),
            SealKey.of(ours).publicText(),
            command -> door.submit(command),
            store,
            clock);
  }

  @Test
  void aGoodBeatIsKeptWithItsHead() throws IOException {
    String text = beat();
    assertThat(judge.judge(text)).isEmpty();
    assertThat(heartbeat().heardAt()).contains(Cast.NIGHT);
    SealedHead kept =
        SealedHead.read(pings().getFirst().ping().body().lines().findFirst().get()).get();
    assertThat(kept.head()).isEqualTo(HEAD);
    assertThat(kept.isSignedBy(key.publicText())).isTrue();
  }

  @Test
  void aBeatThatCameBeforeIsRefused() throws IOException {
    String first = beat();
    judge.judge(first);
    clock.turn(Duration.ofSeconds(60));
    assertThat(judge.judge(beat())).isEmpty();
    assertThat(no(judge.judge(first))).isEqualTo(Kind.REPLAYED);
    assertThat(judge.judge(first).get().refusal().inWords()).contains("which came before");
    assertThat(pings()).hasSize(2);
  }

  @Test
  void aBeatIsOldAfterTwoMinutesAndOneOfTheFutureIsNotFreshEither() throws IOException {
    String text = beat();
    clock.turn(Duration.ofSeconds(121));
    assertThat(no(judge.judge(text))).isEqualTo(Kind.REFUSED);
    String ahead = beat();
    clock.turn(Duration.ofSeconds(-130));
    assertThat(judge.judge(ahead).get().refusal().code()).isEqualTo("beat.old");
    assertThat(pings()).isEmpty();
  }

  @Test
  void aForgedBeatIsRefusedAndItIsSaid() throws IOException {
    String forged =
        SealedBeat.of(head(SealKey.of(strangers)), List.of(), SealKey.of(strangers)).text();
    assertThat(no(judge.judge(forged))).isEqualTo(Kind.UNKNOWN);
    assertThat(no(judge.judge(beat().replace(":42:", ":43:")))).isEqualTo(Kind.UNKNOWN);
    assertThat(judge.judge(forged).get().refusal().inWords()).contains("nobody known signed");
    assertThat(heartbeat().heardAt()).isEmpty();
  }

  @Test
  void aHeadThatWentOutByMailIsNoBeat() {
    assertThat(no(judge.judge(head(key).text()))).isEqualTo(Kind.UNREADABLE);
    assertThat(no(judge.judge(head(key).text() + "\n\n" + head(key).signature())))
        .isEqualTo(Kind.UNKNOWN);
    assertThat(no(judge.judge(""))).isEqualTo(Kind.UNREADABLE);
  }

  @Test
  void aBeatForAnotherInstallIsNotOurs() throws IOException {
    var other = List.of(SealKey.of(strangers).publicText());
    assertThat(no(judge.judge(SealedBeat.of(head(key), other, key).text())))
        .isEqualTo(Kind.REFUSED);
    assertThat(judge.judge(SealedBeat.of(head(key), List.of(), key).text())).isEmpty();
  }

  @Test
  void whatCanNotBeKeptMayComeAgain() throws IOException {
    FrontDoor good = door;
    door = _ -> new Reply.TryLater(false, Duration.ofSeconds(5), "the store can't be written");
    String text = beat();
    assertThat(no(judge.judge(text))).isEqualTo(Kind.LATER);
    door = good;
    assertThat(judge.judge(text)).isEmpty();
  }

  private String beat() throws IOException {
    return SealedBeat.of(head(key), List.of(SealKey.of(ours).publicText()), key).text();
  }

  private SealedHead head(SealKey by) {
    return SealedHead.of(HEAD, clock.now(), by);
  }

  private static Kind no(Optional<BeatRoutes.No> no) {
    return no.orElseThrow().kind();
  }

  private Heartbeat heartbeat() {
    return store.read(stores -> stores.heartbeats().find(MADRID)).orElseThrow();
  }

  private List<KeptPing> pings() {
    return store.read(stores -> stores.heartbeats().pings(MADRID, 9));
  }
}
