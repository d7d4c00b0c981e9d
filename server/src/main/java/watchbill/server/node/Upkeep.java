package watchbill.server.node;

import java.nio.file.Path;
import java.util.Optional;
import watchbill.server.backup.BackupRounds;
import watchbill.server.config.BackupSettings;
import watchbill.server.hourly.RoundClaims;
import watchbill.server.seal.SealRounds;

/// What a node does for its own store: copies of it, and signed heads of its audit.
final class Upkeep {
  private final Optional<BackupRounds> backups;
  private final SealRounds seals;

  Upkeep(Parts parts, Path data, Optional<BackupSettings> settings, RoundClaims claims) {
    this.backups = settings.map(s -> new BackupRounds(parts.door(), parts.time(), data, s));
    this.seals = new SealRounds(parts.transactions(), parts.door(), parts.time(), data, claims);
  }

  void start() {
    backups.ifPresent(BackupRounds::start);
    seals.start();
  }

  void stop() throws InterruptedException {
    seals.stop();
    if (backups.isPresent()) {
      backups.get().stop();
    }
  }
}
