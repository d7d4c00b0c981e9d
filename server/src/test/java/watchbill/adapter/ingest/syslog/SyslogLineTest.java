package watchbill.adapter.ingest.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.line.Line;
import watchbill.adapter.ingest.line.LineHouse;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.alert.AlertReport;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;

class SyslogLineTest {
  private static final Instant NOW = LineHouse.NOW;
  private static final Integration HOSTS = LineHouse.integration(IntegrationKind.SYSLOG, "unused");
  private static final List<String> REAL =
      new String(LineHouse.golden("syslog/real.txt"), StandardCharsets.UTF_8).lines().toList();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "0 ~ vm ~ backup ~ ERROR    ~ backup of db1 failed after 523 s",
        "1 ~ vm ~ backup ~ ERROR    ~ backup of db1 failed after 17 s",
        "2 ~ vm ~ smartd ~ CRITICAL ~ disk sda is failing",
        "3 ~ vm ~ kernel ~ CRITICAL ~ Out of memory: Killed process 4711 (java)",
        "4 ~ vm ~ kernel ~ CRITICAL ~ Out of memory: Killed process 4711 (java)",
        "5 ~ vm ~ kernel ~ CRITICAL ~ Out of memory: Killed process 4711 (java)",
      })
  void readsWhatLoggerAndRsyslogSend(
      int number, String host, String app, Severity level, String text) {
    Line line = SyslogLine.read(REAL.get(number), NOW);
    assertThat(line.source()).isEqualTo(host);
    assertThat(line.labels()).containsEntry("host", host).containsEntry("app", app);
    assertThat(line.level()).isEqualTo(level);
    assertThat(line.text()).isEqualTo(text);
    assertThat(line.details()).containsEntry("line", REAL.get(number));
  }

  @Test
  void structuredDataBecomesLabelsAndWhatDescribesTheMessageDoesNot() {
    Line line = SyslogLine.read(REAL.get(2), NOW);
    assertThat(line.labels())
        .isEqualTo(
            Map.of(
                "host", "vm",
                "app", "smartd",
                "msgid", "DISK",
                "severity", "crit",
                "facility", "daemon",
                "zoo@123.tiger", "hungry \"x\""));
    assertThat(line.details()).containsEntry("timeQuality.isSynced", "0");
    assertThat(line.at()).isEqualTo(Instant.parse("2025-01-06T03:00:00.690339Z"));
    assertThat(SyslogLine.read(REAL.get(1), NOW).field("process")).contains("30001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no priority at all",
        "<999>1 - - - - - - x",
        "<>x",
        "<34",
        "<34>",
        "<34>1",
        "<34>1 2025-01-06T03:00:00Z h a p m [unclosed",
        "<34>1 - h a p m [id name=\"unclosed",
        "<34>1 - h a p m [id =\"\"]]",
        "<34>Jan  6 03:00:00",
        "<34>Feb 30 99:99:99 x",
        "<34>2025-13-45T03:00:00Z tag: x",
        "[[[[",
        "<1><2><3>",
      })
  void whatIsNotTakenApartIsText(String line) {
    Line read = SyslogLine.read(line, NOW);
    assertThat(read.summary()).isNotBlank();
    assertThat(read.at()).isEqualTo(NOW);
    assertThat(read.details()).containsEntry("line", line);
  }

  @Test
  void aClockThatIsFarOffIsNotBelieved() {
    assertThat(SyslogLine.read("<34>1 2019-01-06T03:00:00Z h a - - - x", NOW).at()).isEqualTo(NOW);
  }

  @Test
  void aKeptBatchIsReadAgainAsItWas() {
    var dialect = new SyslogDialect(_ -> LineHouse.raising("failed|failing"));
    Message kept = SyslogDialect.message(REAL);
    var reading = (Reading.Understood) dialect.read(kept, HOSTS, NOW);
    assertThat(reading.reports()).hasSize(2);
    assertThat(reading.reports().getFirst())
        .isInstanceOfSatisfying(
            AlertReport.Firing.class,
            f ->
                assertThat(f.deduplicationKey())
                    .isEqualTo("vm backup backup of db1 failed after # s"));
  }

  @Test
  void bytesThatAreNoTextBecomeOneLine() {
    byte[] latin = "caf\u00e9 \u0001 a\nb".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(SyslogDialect.text(latin)).isEqualTo("caf\u00e9 #001 a#012b");
  }

  @Test
  void framesOfEitherKindAreFoundInOneStream() throws IOException {
    var frames = frames("5 hello<34>one\r\n\n<34>two\u00006 world!3 end");
    assertThat(all(frames)).containsExactly("hello", "<34>one\r", "<34>two", "world!", "end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999999999 x", "70000 x", "12x", "1"})
  void aFrameThatLiesAboutItsLengthEndsTheStream(String stream) throws IOException {
    assertThat(frames(stream).next().orElseThrow()).isInstanceOf(Frames.Frame.Unreadable.class);
  }

  @Test
  void aLineIsCutAndTheNextIsFound() throws IOException {
    List<String> lines =
        all(frames("x".repeat(100_000) + "\nnext\n9000 " + "y".repeat(9000) + "z\n"));
    assertThat(lines.get(0)).hasSize(Frames.LINE_MAX);
    assertThat(lines.get(1)).isEqualTo("next");
    assertThat(lines.get(2)).hasSize(Frames.LINE_MAX);
    assertThat(lines.get(3)).isEqualTo("z");
  }

  @Test
  void noMutatedLineThrows() {
    long seed = 20250106;
    var random = new Random(seed);
    var dialect = new SyslogDialect(_ -> new LineRules(List.of(), LineRules.Otherwise.RAISE));
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = REAL.get(i % REAL.size()).getBytes(StandardCharsets.UTF_8);
      for (int n = random.nextInt(6); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      String line = SyslogDialect.text(bytes);
      Reading reading = dialect.read(SyslogDialect.message(List.of(line)), HOSTS, NOW);
      assertThat(reading)
          .as("seed %d, round %d: %s", seed, i, line)
          .isInstanceOf(Reading.Understood.class);
    }
  }

  private static Frames frames(String stream) {
    return new Frames(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> all(Frames frames) throws IOException {
    List<String> all = new ArrayList<>();
    Optional<Frames.Frame> frame = frames.next();
    while (frame.isPresent()) {
      byte[] bytes = ((Frames.Frame.Whole) frame.get()).bytes();
      all.add(new String(bytes, StandardCharsets.UTF_8));
      frame = frames.next();
    }
    return all;
  }
}
