package watchbill.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

  @TempDir private Path data;

  @Test
  void saysThatAnOldJdkIsBad() {
    assertThat(Doctor.jdk(17).line()).startsWith("bad").contains("25 or newer");
    assertThat(Doctor.jdk(25).health()).isEqualTo(Finding.Health.WELL);
  }

  @Test
  void saysThatAClockBeforeThisProgramExistedIsWrong() {
    assertThat(Doctor.clock(Instant.EPOCH).line()).startsWith("bad").contains("set the clock");
    assertThat(Doctor.clock(NOW).health()).isEqualTo(Finding.Health.WELL);
  }

  @Test
  void tellsARoomyDiskFromATightAndAFullOne() {
    assertThat(Doctor.space(40_000_000_000L).health()).isEqualTo(Finding.Health.WELL);
    assertThat(Doctor.space(1_000_000_000L).health()).isEqualTo(Finding.Health.POOR);
    assertThat(Doctor.space(1_000L).health()).isEqualTo(Finding.Health.BAD);
  }

  @Test
  void tellsAProviderThatTakesConnectionsFromOneThatDoesNot() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int closed;
    try (var server = new ServerSocket(0, 1, loopback)) {
      closed = server.getLocalPort();
      var there = new Doctor.Reach("email", loopback.getHostAddress(), closed);
      assertThat(Doctor.examine(data, List.of(there), NOW))
          .anySatisfy(f -> assertThat(f.line()).startsWith("well").contains("takes connections"));
    }
    var gone = new Doctor.Reach("email", loopback.getHostAddress(), closed);
    assertThat(Doctor.examine(data, List.of(gone), NOW))
        .anySatisfy(f -> assertThat(f.line()).startsWith("bad").contains("can't be reached"));
  }

  @Test
  void saysWhenNobodyCanBeToldAnythingAtAll() {
    assertThat(Doctor.examine(data, List.of(), NOW))
        .anySatisfy(f -> assertThat(f.line()).contains("nobody can be told anything"));
  }

  @Test
  void leavesNothingBehindInTheDataDirectory() throws IOException {
    Doctor.examine(data, List.of(), NOW);
    try (var files = Files.list(data)) {
      assertThat(files).isEmpty();
    }
  }
}
