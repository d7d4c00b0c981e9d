package watchbill.server.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.egress.Egress;
import watchbill.notification.Channel;
import watchbill.server.backup.BackupRounds;
import watchbill.server.canary.CanaryRounds;
import watchbill.server.config.PeerSettings;
import watchbill.server.config.Settings;
import watchbill.server.hourly.RoundClaims;
import watchbill.server.seal.SealKey;
import watchbill.server.seal.SealRounds;
import watchbill.server.watched.BeatLetters;
import watchbill.server.watched.OutgoingBeats;
import watchbill.server.watched.SelfTest;

/// What a node does for itself: copies of its store, signed heads of its audit, and a heartbeat to
/// whoever watches it.
final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  /// Longer than any lane is held up by what else it carries.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Optional<BackupRounds> backups;
  private final SealRounds seals;
  private final CanaryRounds canaries;
  private final List<OutgoingBeats> beats = new ArrayList<>();

  /// What the node lends for it.
  ///
  /// @param whyNotReady each reason why it can't do its work
  /// @param channels those it pages by
  /// @param claims who makes a round, of several nodes
  /// @param key that signs beats to other installs; empty when there are none
  /// @param canaries told of each canary
  record Means(
      Parts parts,
      Egress egress,
      Supplier<List<String>> whyNotReady,
      List<Channel> channels,
      RoundClaims claims,
      Optional<SealKey> key,
      CanaryRounds.Listener canaries) {}

  Upkeep(Means means, NodePlan plan) {
    Parts parts = means.parts();
    Path data = plan.data();
    Settings settings = plan.settings();
    boolean inFolder = plan.database().isEmpty();
    if (settings.backup().isPresent() && !inFolder) {
      LOG.warn("`backup` copies a store in a folder; copy the database by its own tools");
    }
    this.backups =
        settings
            .backup()
            .filter(_ -> inFolder)
            .map(s -> new BackupRounds(parts.door(), parts.time(), data, s));
    this.seals =
        new SealRounds(parts.transactions(), parts.door(), parts.time(), data, means.claims());
    this.canaries =
        new CanaryRounds(
            new CanaryRounds.Needs(
                means.channels(), parts.door(), parts.transactions(), parts.time()),
            settings.channels().canaries(),
            means.canaries(),
            means.claims());
    settings
        .server()
        .watchedBy()
        .map(w -> new OutgoingBeats(means.egress(), w.url(), w.every(), test(means)))
        .ifPresent(beats::add);
    means
        .key()
        .ifPresent(key ->
            settings.server().watches().stream()
                .flatMap(peer -> letters(peer, key, means).stream())
                .forEach(beats::add));
  }

  void start() {
    backups.ifPresent(BackupRounds::start);
    seals.start();
    canaries.start();
    beats.forEach(OutgoingBeats::start);
  }

  void stop() throws InterruptedException {
    for (OutgoingBeats outgoing : beats) {
      outgoing.stop();
    }
    canaries.stop();
    seals.stop();
    if (backups.isPresent()) {
      backups.get().stop();
    }
  }

  private static Optional<OutgoingBeats> letters(PeerSettings peer, SealKey key, Means means) {
    Parts parts = means.parts();
    return peer.url()
        .map(url -> new BeatLetters(url, peer.keys(), key, parts.transactions(), parts.time()))
        .map(letter -> new OutgoingBeats(means.egress(), letter, peer.every(), test(means)));
  }

  private static SelfTest test(Means means) {
    return new SelfTest(
        means.parts().door(),
        means.parts().transactions(),
        means.whyNotReady(),
        means.channels().stream().map(Channel::method).distinct().toList(),
        PATIENCE);
  }
}
