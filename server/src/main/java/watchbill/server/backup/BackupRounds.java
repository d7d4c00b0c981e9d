package watchbill.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.store.sqlite.Backups;
import watchbill.adapter.store.sqlite.CannotCopyStore;
import watchbill.adapter.store.sqlite.StoreCopy;
import watchbill.alert.Severity;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.server.config.BackupSettings;
import watchbill.server.hourly.HourlyRounds;
import watchbill.server.hourly.RoundClaims;
import watchbill.time.TimeSource;

/// Makes a copy of the store when the last one is old enough; looks once an hour.
public final class BackupRounds {
  private static final Logger LOG = LoggerFactory.getLogger(BackupRounds.class);
  private static final String TROUBLE = "backup";
  private static final String PREFIX = "watchbill-";
  private static final String SUFFIX = ".db";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

  /// Rounds come each hour; one that is due within this is made now, so that it does not slip by an
  /// hour each day.
  private static final Duration EARLY = Duration.ofMinutes(10);

  private final FrontDoor door;
  private final TimeSource time;
  private final Path data;
  private final BackupSettings settings;
  private final HourlyRounds hourly = new HourlyRounds("backups", this::round, RoundClaims.ALONE);

  /// Rounds that are not yet begun.
  ///
  /// @param data the folder of the store
  public BackupRounds(FrontDoor door, TimeSource time, Path data, BackupSettings settings) {
    this.door = door;
    this.time = time;
    this.data = data;
    this.settings = settings;
  }

  public void start() {
    hourly.start();
  }

  /// Returns when the copy that is being made is done, or soon after.
  public void stop() throws InterruptedException {
    hourly.stop();
  }

  void round() {
    try {
      Files.createDirectories(settings.to());
      Instant now = time.now();
      if (last().filter(at -> at.plus(settings.every()).minus(EARLY).isAfter(now)).isEmpty()) {
        StoreCopy copy = Backups.make(data, settings.to().resolve(nameAt(now)), false);
        LOG.info("backup {} has {} bytes and was looked over", copy.file(), copy.bytes());
      }
      letGo();
      door.submit(new Command.EndTrouble(TROUBLE, "a backup was made"));
    } catch (CannotCopyStore | IOException e) {
      String why =
          e instanceof IOException ? settings.to() + ": " + e : String.valueOf(e.getMessage());
      LOG.error("no backup could be made: {}", why);
      door.submit(
          new Command.RaiseTrouble(
              TROUBLE,
              Severity.WARNING,
              "Watchbill's backup failed",
              why + ". " + last().map(at -> "The last is of " + at).orElse("There is none yet")));
    }
  }

  static String nameAt(Instant at) {
    return PREFIX + STAMP.format(at.atOffset(ZoneOffset.UTC)) + SUFFIX;
  }

  /// When the newest copy was made; empty when there is none, or the folder can't be read.
  Optional<Instant> last() {
    return copies().stream().map(BackupRounds::madeAt).flatMap(Optional::stream).findFirst();
  }

  private void letGo() throws IOException {
    for (Path old : copies().stream().skip(settings.keep()).toList()) {
      Files.delete(old);
      LOG.info("backup {} is no longer kept", old);
    }
  }

  /// The newest first.
  private List<Path> copies() {
    try (Stream<Path> files = Files.list(settings.to())) {
      return files
          .filter(f -> madeAt(f).isPresent())
          .sorted(Comparator.comparing(BackupRounds::nameOf).reversed())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<Instant> madeAt(Path file) {
    String name = nameOf(file);
    if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    try {
      String stamp = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
      return Optional.of(LocalDateTime.parse(stamp, STAMP).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // Somebody's own file.
    }
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }
}
