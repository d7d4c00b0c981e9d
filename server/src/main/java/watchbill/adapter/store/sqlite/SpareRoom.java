package watchbill.adapter.store.sqlite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Room on the disk for the day on which there is no other: a file that says nothing. Once the disk
/// is full it is deleted, so that the pages there are still move on, and made again as soon as
/// there is room for it twice.
///
/// For one thread at a time, but for [#isGivenUp].
final class SpareRoom {
  static final int BYTES = 8 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SpareRoom.class);
  private static final String NAME = "watchbill.spare";
  private static final long AS_GOOD_AS_FULL = 1024 * 1024;
  private static final int BLOCK = 1024 * 1024;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final Path file;
  private final LongSupplier usable;
  private long lookedAt;
  private volatile boolean givenUp;

  /// @param usable bytes on the disk that anything may still take
  SpareRoom(Path folder, LongSupplier usable) {
    this.file = folder.resolve(NAME);
    this.usable = usable;
  }

  static SpareRoom in(Path folder) {
    var spare = new SpareRoom(folder, () -> usableOf(folder));
    spare.take();
    return spare;
  }

  /// Whether the disk was full a moment ago, so that what is left is for the pages there are.
  boolean isGivenUp() {
    return givenUp;
  }

  /// Something could not be written.
  void onFailure() {
    if (usable.getAsLong() >= AS_GOOD_AS_FULL) {
      return;
    }
    try {
      boolean there = Files.deleteIfExists(file);
      if (!givenUp) {
        String so = there ? "a spare file was deleted for the pages there are" : "nothing is left";
        LOG.error("the disk is full: {}. Make room on it", so);
      }
      givenUp = true;
      lookedAt = System.nanoTime();
    } catch (IOException e) {
      LOG.error("the disk is full, and its spare room can't be had: {}", e.toString());
    }
  }

  /// Something was written: there may be room again.
  void onCommit() {
    if (givenUp && System.nanoTime() - lookedAt > LOOK_EVERY.toNanos()) {
      lookedAt = System.nanoTime();
      take();
    }
  }

  /// Takes the room, unless so little is left that others need it more.
  private void take() {
    try {
      if (Files.exists(file) && Files.size(file) >= BYTES) {
        givenUp = false;
      } else if (usable.getAsLong() >= 2L * BYTES) {
        fill();
        givenUp = false;
      }
    } catch (IOException e) {
      LOG.warn("no room can be spared: {}", e.toString());
      deleteWhatThereIs();
    }
  }

  /// With what no file system can make smaller.
  private void fill() throws IOException {
    byte[] block = new byte[BLOCK];
    new Random(BYTES).nextBytes(block);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int written = 0; written < BYTES; written += BLOCK) {
        out.write(block);
      }
    }
  }

  private void deleteWhatThereIs() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} is left behind: {}", file, e.toString());
    }
  }

  private static long usableOf(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE; // Nobody knows, and then nothing is given up.
    }
  }
}
