package watchbill.server.node;

import java.nio.file.Path;
import java.util.Optional;
import watchbill.server.backup.BackupRounds;
import watchbill.server.config.BackupSettings;

/// What a node does for its own store: copies of it.
final class Upkeep {
  private final Optional<BackupRounds> backups;

  Upkeep(Parts parts, Path data, Optional<BackupSettings> settings) {
    this.backups = settings.map(s -> new BackupRounds(parts.door(), parts.time(), data, s));
  }

  void start() {
    backups.ifPresent(BackupRounds::start);
  }

  void stop() throws InterruptedException {
    if (backups.isPresent()) {
      backups.get().stop();
    }
  }
}
