package watchbill.server.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import watchbill.server.several.Patience;

/// The disk under the real process is full, or slow.
@Tag("slow")
class BadDiskTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration WAIT = Scenarios.Climb.WAIT;
  private static final int BLOCK = 64 * 1024;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path packed;

  private static Program program;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private Lane lane;

  @BeforeAll
  static void pack() throws IOException, InterruptedException {
    program = Program.packed(packed);
  }

  @BeforeEach
  void makeRoom() throws IOException {
    lane = new Lane(Scenarios.Climb.HOUSE, NodeStore.Kind.SQLITE, program, folder.resolve("lane"));
  }

  @AfterEach
  void stop() {
    lane.close();
  }

  @Test
  void aFullDiskRefusesWhatIsNewAndThePageMovesOn() throws IOException, InterruptedException {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", lane.data().toString()),
        "only root may mount a small disk");
    try {
      lane.start();
      Round round = lane.begin("full");
      Scenarios.firstIsTold(round);
      Path filler = lane.data().resolve("filler");
      fill(filler);
      List<Integer> refused =
          IntStream.range(0, 200).filter(n -> !round.report("-full" + n)).boxed().toList();
      assertThat(refused).as("what finds no room").isNotEmpty();
      assertThat(round.node().isReady()).isFalse();
      Patience.within(WAIT.plus(SOON), "the page moves on", () -> round.wasTold("ben"));
      assertThat(round.report("-while-full")).isFalse();
      Files.delete(filler);
      Patience.within(SOON, "the node is ready again", () -> round.node().isReady());
      assertThat(round.report("-after")).isTrue();
      Checks.areTold(round, "ana", "ben");
      Checks.theStoreIsWhole(round);
      Checks.nobodyIsToldTooOften(round);
      assertThat(round.wrongs()).isEmpty();
    } finally {
      lane.close();
      run("umount", lane.data().toString());
    }
  }

  @Test
  void aSlowDiskDelaysNobodyForLong() throws IOException {
    lane.start();
    Round round = lane.begin("slow");
    Duration flush = Duration.ofMillis(500);
    try (Strace strace = Strace.slow(round.node().pid(), "fsync,fdatasync", flush, lane.traced())) {
      Scenarios.firstIsTold(round);
      long toldAt = round.rings("ana").getFirst().at();
      Patience.within(WAIT.plusSeconds(5), "the second step", () -> round.wasTold("ben"));
      Duration waited = Duration.ofNanos(round.rings("ben").getFirst().at() - toldAt);
      assertThat(waited).isGreaterThan(WAIT.minusSeconds(1));
      assertThat(strace.calls()).as("what was held up").isPositive();
    }
    Checks.theStoreIsWhole(round);
    assertThat(round.rings()).hasSize(2);
    assertThat(round.wrongs()).isEmpty();
  }

  private static void fill(Path filler) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler)) {
      for (int size : new int[] {BLOCK, 512}) {
        writeUntilFull(out, new byte[size]);
      }
    } catch (IOException expected) {
      // What is closed has nothing left to write.
      assertThat(filler).isNotEmptyFile();
    }
  }

  private static void writeUntilFull(OutputStream out, byte[] block) {
    try {
      while (true) {
        out.write(block);
      }
    } catch (IOException expected) {
      // There is no more room.
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).start().waitFor() == 0;
  }
}
