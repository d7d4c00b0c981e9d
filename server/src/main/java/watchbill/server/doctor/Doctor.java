package watchbill.server.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Examines this machine.
public final class Doctor {
  private static final int JDK_WANTED = 25;
  private static final long GIGABYTE = 1_000_000_000L;
  private static final long FREE_POOR = 2 * GIGABYTE;
  private static final long FREE_BAD = GIGABYTE / 5;
  private static final int SYNCS = 20;
  private static final Duration SYNC_POOR = Duration.ofMillis(50);
  private static final int CONNECT_MILLIS = 3_000;

  /// No machine that runs this was built before; a clock that says so is wrong.
  private static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");

  private Doctor() {}

  /// A provider's address to try.
  public record Reach(String subject, String host, int port) {}

  /// Examines the machine, the data directory and the way to each provider.
  public static List<Finding> examine(Path data, List<Reach> reaches, Instant now) {
    List<Finding> findings = new ArrayList<>();
    findings.add(jdk(Runtime.version().feature()));
    findings.add(clock(now));
    findings.add(ClockDiscipline.examine());
    findings.add(zoneRules(now));
    findings.addAll(disk(data));
    reaches.forEach(r -> findings.add(reach(r)));
    if (reaches.isEmpty()) {
      findings.add(Finding.poor("channels", "none is configured: nobody can be told anything"));
    }
    return findings;
  }

  static Finding jdk(int feature) {
    String words = Runtime.version() + " in " + System.getProperty("java.home");
    return feature >= JDK_WANTED
        ? Finding.well("jdk", words)
        : Finding.bad("jdk", words + "; " + JDK_WANTED + " or newer is needed");
  }

  static Finding clock(Instant now) {
    return now.isBefore(NOT_BEFORE)
        ? Finding.bad("clock", "it is not " + now + "; set the clock of this machine")
        : Finding.well("clock", now + " by this machine");
  }

  /// Rotas are computed from the JDK's rules; a country that changed its clocks since is wrong by
  /// an hour.
  static Finding zoneRules(Instant now) {
    String version = ZoneRulesProvider.getVersions("Europe/Madrid").lastEntry().getKey();
    String words = "version " + version;
    int year = Integer.parseInt(version.substring(0, 4));
    int present = LocalDate.ofInstant(now, ZoneOffset.UTC).getYear();
    return year < present - 1
        ? Finding.poor("time zones", words + " is old; update the JDK")
        : Finding.well("time zones", words);
  }

  private static List<Finding> disk(Path data) {
    try {
      Files.createDirectories(data);
      return List.of(space(Files.getFileStore(data).getUsableSpace()), sync(data));
    } catch (IOException e) {
      String words = data + " can't be written: " + e.getMessage();
      return List.of(Finding.bad("disk", words));
    }
  }

  static Finding space(long free) {
    String words = String.format(Locale.ROOT, "%.1f GB free", (double) free / GIGABYTE);
    if (free < FREE_BAD) {
      return Finding.bad("disk", words + "; events are refused when it is full");
    }
    return free < FREE_POOR
        ? Finding.poor("disk", words + "; make room before it is full")
        : Finding.well("disk", words);
  }

  /// Every answer waits for such a write. A disk that is done in microseconds may be lying: some
  /// virtual disks answer before the data is safe.
  private static Finding sync(Path data) throws IOException {
    Path file = Files.createTempFile(data, "doctor", ".tmp");
    long[] nanos = new long[SYNCS];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int i = 0; i < SYNCS; i++) {
        long started = System.nanoTime();
        channel.write(ByteBuffer.wrap(new byte[4_096]));
        channel.force(false);
        nanos[i] = System.nanoTime() - started;
      }
    } finally {
      Files.delete(file);
    }
    Arrays.sort(nanos);
    Duration median = Duration.ofNanos(nanos[SYNCS / 2]);
    String words =
        String.format(
            Locale.ROOT, "a write reaches it in %.2f ms (median)", median.toNanos() / 1e6);
    return median.compareTo(SYNC_POOR) > 0
        ? Finding.poor("disk", words + "; this slows every answer")
        : Finding.well("disk", words);
  }

  private static Finding reach(Reach reach) {
    String address = reach.host() + ":" + reach.port();
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(reach.host(), reach.port()), CONNECT_MILLIS);
      return Finding.well(reach.subject(), address + " takes connections");
    } catch (IOException e) {
      return Finding.bad(
          reach.subject(), address + " can't be reached: " + e.getMessage() + "; check it");
    }
  }
}
