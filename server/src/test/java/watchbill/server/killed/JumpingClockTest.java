package watchbill.server.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.server.several.Patience;
import watchbill.server.several.Phones.Ring;

/// The clock of the machine is put forward or back while a page climbs.
@Tag("slow")
class JumpingClockTest {
  /// Of Debian's `libfaketime`.
  private static final Path LIBRARY =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

  private static final Household HOUSE =
      new Household(
          Household.person("ana", "0m")
              + Household.person("ben", "0m")
              + Household.person("cho", "0m")
              + Household.person("dev", "0m"),
          "{ steps: [ { notify: [ ana# ], wait: 10s }, { notify: [ ben# ], wait: 10s },"
              + " { notify: [ cho# ], wait: 5m } ], fallback: [ dev# ] }");

  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path packed;

  private static Program program;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private Lane lane;

  @BeforeAll
  static void pack() throws IOException, InterruptedException {
    assumeTrue(Files.exists(LIBRARY), "needs Debian's libfaketime");
    program = Program.packed(packed);
  }

  @BeforeEach
  void start() throws IOException {
    lane = new Lane(HOUSE, NodeStore.Kind.SQLITE, program, folder.resolve("lane"));
    putClock(Duration.ZERO);
    lane.startBy(
        List.of(
            "env",
            "LD_PRELOAD=" + LIBRARY,
            "FAKETIME_TIMESTAMP_FILE=" + offset(),
            "FAKETIME_NO_CACHE=1",
            // What waits and measures lengths goes on as it is: such a clock never jumps.
            "FAKETIME_DONT_FAKE_MONOTONIC=1",
            "FAKETIME_FORCE_MONOTONIC_FIX=0"));
  }

  @AfterEach
  void stop() {
    lane.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P1D"})
  void putForwardItMovesOnOneStepAtOnceAndNoMore(String jump) throws IOException {
    Round round = lane.begin(jump);
    Scenarios.firstIsTold(round);
    Patience.pass(Duration.ofSeconds(3));
    putClock(Duration.parse(jump));
    Patience.within(SOON, "Ben is told early", () -> round.wasTold("ben"));
    Patience.within(WAIT.plus(SOON), "Cho is told in her turn", () -> round.wasTold("cho"));
    assertThat(between(round, "ben", "cho")).isGreaterThan(WAIT.minusSeconds(1));
    Patience.pass(SOON);
    List<String> told = ofPages(round).map(Ring::phone).toList();
    assertThat(told).contains(round.person("ana"), round.person("ben"), round.person("cho"));
    assertThat(told).as("the fallback at most is told too").hasSizeBetween(3, 4);
    assertThat(told).doesNotHaveDuplicates();
  }

  @Test
  void putBackItHoldsUpWhatBeganBeforeAndNothingElse() throws IOException {
    Round before = lane.begin("before");
    Scenarios.firstIsTold(before);
    Patience.pass(Duration.ofSeconds(3));
    putClock(Duration.ofHours(-1));
    Patience.within(SOON, "it is said", () -> isSaidThatItWasPutBack(before));
    Round after = lane.begin("after");
    Scenarios.firstIsTold(after);
    Patience.within(WAIT.plus(SOON), "the second step", () -> after.wasTold("ben"));
    assertThat(between(after, "ana", "ben")).isGreaterThan(WAIT.minusSeconds(1));
    assertThat(before.wasTold("ben")).isFalse();
    putClock(Duration.ZERO);
    Patience.within(SOON, "the step that was held up", () -> before.wasTold("ben"));
    Patience.within(WAIT.plus(SOON), "the next in its turn", () -> before.wasTold("cho"));
    assertThat(between(before, "ben", "cho")).isGreaterThan(WAIT.minusSeconds(1));
    assertThat(ofPages(before)).extracting(Ring::phone).doesNotHaveDuplicates();
    assertThat(ofPages(after)).extracting(Ring::phone).doesNotHaveDuplicates();
  }

  private static boolean isSaidThatItWasPutBack(Round round) {
    return round.rings("ana").stream().anyMatch(r -> r.title().contains("was put back by 59 min"));
  }

  /// Beside them somebody is told that Watchbill was blind for a while, since a clock that was put
  /// forward looks just so.
  private static Stream<Ring> ofPages(Round round) {
    return round.rings().stream().filter(r -> r.title().contains(round.title()));
  }

  private static Duration between(Round round, String one, String other) {
    return Duration.ofNanos(round.rings(other).getFirst().at() - round.rings(one).getFirst().at());
  }

  /// So far from the true time. Replaced as a whole, because the node reads it all the time.
  private void putClock(Duration away) throws IOException {
    String offset = "%+d%n".formatted(away.toSeconds());
    Path written = Files.writeString(folder.resolve("written"), offset);
    Files.move(written, offset(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path offset() {
    return folder.resolve("offset");
  }
}
