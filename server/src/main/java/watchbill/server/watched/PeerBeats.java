package watchbill.server.watched;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.ingest.heartbeat.BeatRoutes;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatStore;
import watchbill.heartbeat.KeptPing;
import watchbill.heartbeat.Ping;
import watchbill.kernel.Refusal;
import watchbill.server.seal.SealedBeat;
import watchbill.server.seal.SealedHead;
import watchbill.time.TimeSource;

/// Judges the beats of other installs: who signed one, whether it is for us, and whether it is
/// news. A good one is a ping of that install's heartbeat, and its head is kept with it.
public final class PeerBeats implements BeatRoutes.Judge {
  /// How far the clocks of two installs may differ, and how long a beat may be on its way.
  public static final Duration FRESH = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(PeerBeats.class);
  private static final Duration SAID_AGAIN_AFTER = Duration.ofMinutes(1);
  private static final int SHOWN = 40;
  private static final String VIA = "beat";

  private final List<Peer> peers;
  private final String ownKey;
  private final FrontDoor door;
  private final Transactions store;
  private final TimeSource time;
  private Instant saidUntil = Instant.MIN;

  /// Another install whose beats count.
  ///
  /// @param keys the public keys of its nodes
  public record Peer(HeartbeatId heartbeat, List<String> keys) {
    public Peer {
      keys = List.copyOf(keys);
    }
  }

  /// Knows these, and no other.
  ///
  /// @param ownKey our public key, by which a beat says that it is for us
  public PeerBeats(
      List<Peer> peers, String ownKey, FrontDoor door, Transactions store, TimeSource time) {
    this.peers = List.copyOf(peers);
    this.ownKey = ownKey;
    this.door = door;
    this.store = store;
    this.time = time;
  }

  /// One after the other: of two copies that come at once one is the copy.
  @Override
  public synchronized Optional<BeatRoutes.No> judge(String text) {
    Optional<BeatRoutes.No> no = decide(text);
    no.ifPresent(this::say);
    return no;
  }

  private Optional<BeatRoutes.No> decide(String text) {
    Optional<SealedBeat> read = SealedBeat.read(text);
    if (read.isEmpty()) {
      String shown = text.strip();
      return no(
          BeatRoutes.Kind.UNREADABLE,
          "beat.form",
          shown.substring(0, Math.min(SHOWN, shown.length())),
          "a beat as Watchbill sends it");
    }
    SealedBeat beat = read.get();
    for (Peer peer : peers) {
      Optional<String> key = peer.keys().stream().filter(beat::isSignedBy).findFirst();
      if (key.isPresent()) {
        return ofKnown(beat, peer, key.get());
      }
    }
    return no(
        BeatRoutes.Kind.UNKNOWN,
        "beat.signature",
        "a beat nobody known signed",
        "one signed by a key that stands under server.watches here");
  }

  private Optional<BeatRoutes.No> ofKnown(SealedBeat beat, Peer peer, String key) {
    Instant at = beat.head().at();
    if (!beat.isFor(ownKey)) {
      return no(
          BeatRoutes.Kind.REFUSED,
          "beat.reader",
          "a beat of " + peer.heartbeat().name() + " for another",
          "one for the key " + ownKey + "; give it to them under server.watches");
    }
    if (Duration.between(at, time.now()).abs().compareTo(FRESH) > 0) {
      return no(
          BeatRoutes.Kind.REFUSED,
          "beat.old",
          "a beat of " + peer.heartbeat().name() + " of " + at,
          "one less than 2 min old by our clock, which shows " + time.now());
    }
    if (last(peer.heartbeat(), key).filter(last -> !at.isAfter(last)).isPresent()) {
      return no(
          BeatRoutes.Kind.REPLAYED,
          "beat.replayed",
          "a beat of " + peer.heartbeat().name() + " of " + at + ", which came before",
          "one that is later than the last");
    }
    return keep(beat, peer, key);
  }

  private Optional<BeatRoutes.No> keep(SealedBeat beat, Peer peer, String key) {
    Ping success = Ping.success(VIA);
    var ping =
        new Ping(
            success.kind(), success.exitCode(), "", beat.head().text() + "\n" + key, success.via());
    return switch (door.submit(new Command.Beat(peer.heartbeat(), ping))) {
      case Reply.TryLater later ->
          Optional.of(
              new BeatRoutes.No(
                  BeatRoutes.Kind.LATER,
                  new Refusal("beat.later", "beat", later.why(), "the next one")));
      case Reply.Refused(var refusal) ->
          Optional.of(new BeatRoutes.No(BeatRoutes.Kind.REFUSED, refusal));
      case Reply _ -> Optional.empty();
    };
  }

  /// When the last beat that was signed by this key was signed.
  private Optional<Instant> last(HeartbeatId heartbeat, String key) {
    return store.read(stores ->
        stores.heartbeats().pings(heartbeat, HeartbeatStore.PINGS_MAX).stream()
            .map(KeptPing::ping)
            .map(Ping::body)
            .filter(body -> body.endsWith("\n" + key))
            .findFirst()
            .flatMap(body -> body.lines().findFirst())
            .flatMap(SealedHead::read)
            .map(SealedHead::at));
  }

  private static Optional<BeatRoutes.No> no(
      BeatRoutes.Kind kind, String code, String seen, String allowed) {
    return Optional.of(new BeatRoutes.No(kind, new Refusal(code, "beat", seen, allowed)));
  }

  /// Once a minute: whoever forges beats must not fill the disk with our log.
  private void say(BeatRoutes.No no) {
    if (!time.now().isBefore(saidUntil)) {
      saidUntil = time.now().plus(SAID_AGAIN_AFTER);
      LOG.warn("a beat was refused: {}", no.refusal().inWords());
    }
  }
}
