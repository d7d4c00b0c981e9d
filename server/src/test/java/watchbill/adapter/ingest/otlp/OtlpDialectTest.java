package watchbill.adapter.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.line.LineHouse;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;

class OtlpDialectTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:31:20Z");
  private static final Integration LOGS = LineHouse.integration(IntegrationKind.OTLP, "unused");
  private static final byte[] JSON = LineHouse.golden("otlp/js-exporter.json");
  private static final byte[] PROTOBUF = LineHouse.golden("otlp/js-exporter.protobuf");

  private final OtlpDialect all =
      new OtlpDialect(_ -> new LineRules(List.of(), LineRules.Otherwise.RAISE));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsWhatARealExporterSends(boolean protobuf) {
    var reading = (Reading.Understood) all.read(golden(protobuf), LOGS, NOW);

    assertThat(reading.wrong()).isEmpty();
    assertThat(reading.reports()).hasSize(3);
    Condition paid = condition(reading, 0);
    assertThat(paid.summary()).isEqualTo("order 17 paid");
    assertThat(paid.severity()).isEqualTo(Severity.INFO);
    Condition error = condition(reading, 1);
    assertThat(error.source()).isEqualTo("web-1");
    assertThat(error.severity()).isEqualTo(Severity.ERROR);
    assertThat(error.labels())
        .isEqualTo(Map.of("service.name", "checkout", "host.name", "web-1", "severity", "error"));
    assertThat(error.details())
        .containsEntry("http.response.status_code", "504")
        .containsEntry("retry", "true")
        .containsEntry("share", "0.25")
        .containsEntry("tags", "[eu, cards]")
        .containsEntry("resource.service.instance.id", "a1");
    Condition fatal = condition(reading, 2);
    assertThat(fatal.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(fatal.summary()).isEqualTo("{pool=db, waiting=42, nested={a=1}}");
    assertThat(fatal.labels()).containsEntry("event.name", "pool.exhausted");
    var firing = (AlertReport.Firing) reading.reports().get(1);
    assertThat(firing.startsAt())
        .isEqualTo(Instant.parse("2026-11-21T18:31:13Z").plusMillis(protobuf ? 410 : 210));
    assertThat(firing.deduplicationKey())
        .isEqualTo("checkout card provider did not answer within # s");
  }

  @ParameterizedTest
  @CsvSource({
    "1,INFO",
    "12,INFO",
    "13,WARNING",
    "16,WARNING",
    "17,ERROR",
    "20,ERROR",
    "21,CRITICAL",
    "24,CRITICAL",
    "25,INFO",
    "0,INFO"
  })
  void theNumberOfASeveritySaysHowBadItIs(int number, Severity severity) {
    String body = one("\"severityNumber\":" + number);
    assertThat(condition(understood(body), 0).severity()).isEqualTo(severity);
  }

  @Test
  void aWordForASeverityWillDoAndIdsAreDetails() {
    String body = one("\"severityText\":\"Warn\",\"traceId\":\"5b8efff798038103d269b633813fc60c\"");
    Condition condition = condition(understood(body), 0);
    assertThat(condition.severity()).isEqualTo(Severity.WARNING);
    assertThat(condition.details()).containsEntry("trace_id", "5b8efff798038103d269b633813fc60c");
  }

  @Test
  void theResourceMayComeAfterItsRecords() {
    String body =
        """
        {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{"stringValue":"x"}}]}],
         "resource":{"attributes":[{"key":"host.name","value":{"stringValue":"db1"}}]}}]}\
        """;
    assertThat(condition(understood(body), 0).source()).isEqualTo("db1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"resourceLogs\":5}                         | resourceLogs",
        "{\"resourceLogs\":[7]}                       | resourceLogs[0]",
        "{\"resourceLogs\":[{\"scopeLogs\":{}}]}      | resourceLogs[0].scopeLogs",
        "{\"resourceLogs\":[{\"resource\":[{}]}]}     | resourceLogs[0].resource",
      })
  void whatHasTheWrongFormIsNamed(String body, String field) {
    Reading.Understood reading = understood(body);
    assertThat(reading.reports()).isEmpty();
    assertThat(reading.wrong()).hasSize(1);
    assertThat(reading.wrong().getFirst().field()).isEqualTo(field);
  }

  @Test
  void aBadRecordLosesNoGoodOne() {
    String body =
        records(
            "{\"body\":{\"stringValue\":\"a\"}}",
            "{\"severityNumber\":\"bad\",\"body\":{\"stringValue\":\"never\"}}",
            "{\"body\":[[{}]],\"x\":[1,{\"y\":[]}]}",
            "\"text\"",
            "{\"attributes\":[{\"key\":{\"no\":1}},{}],\"z\":1}",
            "{\"body\":{\"stringValue\":\"b\"}}");
    Reading.Understood reading = understood(body);
    assertThat(reading.reports()).hasSize(2);
    assertThat(reading.wrong())
        .extracting(r -> r.field().replace("resourceLogs[0].scopeLogs[0].", ""))
        .containsExactly(
            "logRecords[1].severityNumber",
            "logRecords[2].body",
            "logRecords[3]",
            "logRecords[4].attributes[0].key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{", "{} {}", "{\"resourceLogs\":[{]}", "\u0000"})
  void whatIsNoObjectIsRefused(String body) {
    assertThat(all.read(json(body), LOGS, NOW)).isInstanceOf(Reading.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0a", "0aff01", "0aff", "07", "0a8080808080808080808001", "00", "0a03000000"})
  void protobufThatLiesIsRefused(String hex) {
    var message = new Message(type(true), HexFormat.of().parseHex(hex));
    assertThat(all.read(message, LOGS, NOW)).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void anEmptyRequestOfEitherKindIsSound() {
    assertThat(understood("{}").reports()).isEmpty();
    assertThat(all.read(new Message(type(true), new byte[0]), LOGS, NOW))
        .isInstanceOf(Reading.Understood.class);
  }

  @Test
  void recordsBeyondTheLimitAreRejectedAndTheOthersTaken() {
    String[] many = new String[LogBatch.RECORDS_MAX + 3];
    Arrays.fill(many, "{\"body\":{\"stringValue\":\"x\"}}");
    var read = (OtlpDialect.Logs.Read) OtlpDialect.logs(json(records(many)));
    assertThat(read.batch().rejected()).isEqualTo(3);
    assertThat(read.batch().wrong()).hasSize(1);
    assertThat(read.batch().origins().getFirst().records()).hasSize(LogBatch.RECORDS_MAX);
  }

  @Test
  void valuesWithinValuesEndSomewhere() {
    byte[] value = {};
    for (int i = 0; i < 200; i++) {
      value = wrapped(5, wrapped(1, value));
    }
    byte[] body = wrapped(1, wrapped(2, wrapped(2, wrapped(5, value))));
    assertThat(all.read(new Message(type(true), body), LOGS, NOW))
        .isInstanceOf(Reading.Refused.class);
  }

  @Test
  void noMutatedRequestThrows() {
    long seed = 20250106;
    var random = new Random(seed);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 20_000; i++) {
            byte[] body = (i % 2 == 0 ? JSON : PROTOBUF).clone();
            for (int n = random.nextInt(6); n >= 0; n--) {
              body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            byte[] sent =
                random.nextInt(4) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body;
            Reading reading = all.read(new Message(type(i % 2 == 1), sent), LOGS, NOW);
            assertThat(reading)
                .as("seed %d, round %d", seed, i)
                .isInstanceOfAny(Reading.Understood.class, Reading.Refused.class);
          }
        });
  }

  private Reading.Understood understood(String body) {
    return (Reading.Understood) all.read(json(body), LOGS, NOW);
  }

  private static Condition condition(Reading.Understood reading, int index) {
    return ((AlertReport.Firing) reading.reports().get(index)).condition();
  }

  private static String one(String members) {
    return records("{\"body\":{\"stringValue\":\"x\"}," + members + "}");
  }

  private static String records(String... records) {
    return "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":["
        + String.join(",", records)
        + "]}]}]}";
  }

  private static Message golden(boolean protobuf) {
    return new Message(type(protobuf), protobuf ? PROTOBUF : JSON);
  }

  private static Message json(String body) {
    return new Message(type(false), body.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> type(boolean protobuf) {
    return Map.of("content-type", protobuf ? OtlpDialect.PROTOBUF : OtlpDialect.JSON);
  }

  private static byte[] wrapped(int field, byte[] inner) {
    var out = new ByteArrayOutputStream();
    out.write((field << 3) | 2);
    int rest = inner.length;
    while (rest > 0x7F) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    out.writeBytes(inner);
    return out.toByteArray();
  }
}
