package watchbill.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import watchbill.server.config.source.Field;

/// Reads `backup`.
final class BackupReader {
  private static final Duration EVERY_USUAL = Duration.ofDays(1);
  private static final int KEEP_USUAL = 14;

  private BackupReader() {}

  static Optional<BackupSettings> read(Optional<Field> section) {
    return section
        .flatMap(s -> s.fields("every", "to", "keep"))
        .flatMap(backup -> {
          Duration every = backup.optional("every", Shapes.BACKUP_EVERY).orElse(EVERY_USUAL);
          int keep = backup.optional("keep", Shapes.BACKUP_KEEP).orElse(KEEP_USUAL);
          Optional<Path> to = backup.required("to", Shapes.FOLDER);
          return to.map(folder -> new BackupSettings(every, folder, keep));
        });
  }
}
