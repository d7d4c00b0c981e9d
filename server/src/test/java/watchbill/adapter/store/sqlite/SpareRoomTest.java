package watchbill.adapter.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpareRoomTest {
  private final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("watchbill.spare");
  }

  @Test
  void isThereFromTheFirstStart() throws IOException {
    assertThat(SpareRoom.in(folder).isGivenUp()).isFalse();
    assertThat(Files.size(file)).isEqualTo(SpareRoom.BYTES);
  }

  @Test
  void isGivenUpOnceTheDiskIsFull() {
    SpareRoom.in(folder);
    var spare = new SpareRoom(folder, usable::get);
    usable.set(0);
    spare.onFailure();
    assertThat(spare.isGivenUp()).isTrue();
    assertThat(file).doesNotExist();
  }

  @Test
  void staysWhenSomethingElseFails() {
    SpareRoom.in(folder);
    var spare = new SpareRoom(folder, usable::get);
    spare.onFailure();
    assertThat(spare.isGivenUp()).isFalse();
    assertThat(file).exists();
  }

  @Test
  void isNotTakenBackAtOnce() {
    var spare = new SpareRoom(folder, usable::get);
    usable.set(0);
    spare.onFailure();
    usable.set(Long.MAX_VALUE);
    spare.onCommit();
    assertThat(spare.isGivenUp()).as("whoever makes room is not done yet").isTrue();
    assertThat(file).doesNotExist();
  }
}
