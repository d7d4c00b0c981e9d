package watchbill.adapter.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchbill.adapter.http.HttpServer;
import watchbill.adapter.ingest.Tally;
import watchbill.adapter.ingest.line.LineHouse;
import watchbill.adapter.ingest.line.LineTally;
import watchbill.catalog.Catalog;
import watchbill.catalog.IntegrationKind;

class OtlpRoutesTest {
  private static final String KEY = "otlp-key-0123456789";
  private static final byte[] JSON = LineHouse.golden("otlp/js-exporter.json");
  private static final byte[] PROTOBUF = LineHouse.golden("otlp/js-exporter.protobuf");

  private final LineHouse house = new LineHouse();
  private final HttpServer server = server();
  private final HttpClient client = HttpClient.newHttpClient();

  private HttpServer server() {
    Catalog catalog = LineHouse.catalog(LineHouse.integration(IntegrationKind.OTLP, KEY));
    var routes =
        new OtlpRoutes(
            new OtlpDialect(_ -> LineHouse.raising("did not answer")),
            house.lines(),
            () -> catalog,
            () -> LineHouse.NOW,
            house::outcome);
    var started = new HttpServer(List.of(routes), _ -> Optional.empty(), "127.0.0.1", 0);
    started.start();
    return started;
  }

  @AfterEach
  void stop() {
    client.shutdownNow();
    server.close();
  }

  @Test
  void aRecordThatARuleIsAboutBecomesAnAlertAndTheRequestIsKept() {
    var answer = post("/v1/logs", OtlpDialect.JSON, JSON, "Authorization", "Bearer " + KEY);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo("{}");
    assertThat(house.door.last().body()).isEqualTo(new String(JSON, StandardCharsets.UTF_8));
    assertThat(house.door.last().reports()).hasSize(1);
    assertThat(house.count(LineTally.Fate.NO_RULE)).isEqualTo(2);
    assertThat(house.count(LineTally.Fate.TAKEN)).isEqualTo(1);
  }

  @Test
  void theKeyMayStandInAHeaderOrInTheAddress() {
    for (String path : List.of("/in/otlp/" + KEY, "/in/otlp/" + KEY + "/v1/logs")) {
      assertThat(post(path, OtlpDialect.PROTOBUF, PROTOBUF).statusCode()).isEqualTo(200);
    }
    assertThat(post("/v1/logs", OtlpDialect.JSON, JSON, "X-Watchbill-Key", KEY).statusCode())
        .isEqualTo(200);
    assertThat(house.door.received()).hasSize(3);
  }

  @Test
  void protobufIsAnsweredInProtobuf() {
    var answer = post("/in/otlp/" + KEY, OtlpDialect.PROTOBUF, PROTOBUF);
    assertThat(answer.headers().firstValue("content-type")).contains(OtlpDialect.PROTOBUF);
    assertThat(answer.body()).isEmpty();
    assertThat(house.door.last().head()).contains("encoding: base64");
  }

  @Test
  void whatNoRuleIsAboutIsTakenAndNotKept() {
    String body =
        "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":"
            + "[{\"body\":{\"stringValue\":\"ok\"}},7]}]}]}";
    var answer = post("/in/otlp/" + KEY, OtlpDialect.JSON, bytes(body));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer))
        .contains("\"rejectedLogRecords\":\"1\"")
        .contains("resourceLogs[0].scopeLogs[0].logRecords[1]");
    assertThat(house.door.received()).isEmpty();
    assertThat(house.count(LineTally.Fate.NO_RULE)).isEqualTo(1);
    assertThat(house.count(LineTally.Fate.UNREADABLE)).isEqualTo(1);
  }

  @Test
  void whatCannotBeTakenIsRefusedWithAReason() {
    String path = "/in/otlp/" + KEY;
    check(post(path, "text/plain", JSON), 415, "application/x-protobuf or application/json");
    check(post(path, OtlpDialect.JSON, JSON, "Content-Encoding", "zstd"), 415, "by gzip are taken");
    check(
        post(path, OtlpDialect.JSON, JSON, "Content-Encoding", "gzip"), 400, "not packed by gzip");
    check(post(path, OtlpDialect.JSON, bytes("[]")), 400, "one object");
    check(post(path, OtlpDialect.PROTOBUF, bytes("\n")), 400, "a number without an end");
    check(post("/v1/logs", OtlpDialect.JSON, JSON), 401, "Bearer KEY");
    check(post("/in/otlp/wrong", OtlpDialect.JSON, JSON), 401, "Bearer KEY");
    assertThat(house.outcomes)
        .containsEntry(Tally.Outcome.REFUSED, 3)
        .containsEntry(Tally.Outcome.UNKNOWN_KEY, 2);
    assertThat(house.door.received()).isEmpty();
  }

  @Test
  void aBodyThatIsPackedIsKeptAsItWasBefore() {
    var json = post("/in/otlp/" + KEY, OtlpDialect.JSON, packed(JSON), "Content-Encoding", "gzip");
    assertThat(json.statusCode()).isEqualTo(200);
    byte[] wire = packed(PROTOBUF);
    var answer = post("/in/otlp/" + KEY, OtlpDialect.PROTOBUF, wire, "Content-Encoding", "gzip");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(house.door.received()).hasSize(2);
    assertThat(house.door.received().getFirst().body())
        .isEqualTo(new String(JSON, StandardCharsets.UTF_8));
  }

  @Test
  void whatStandsBehindAPackedBodyIsNotLostWithoutAWord() {
    byte[] packed = packed(JSON);
    byte[] more = Arrays.copyOf(packed, packed.length + 100_000);
    String path = "/in/otlp/" + KEY;
    check(post(path, OtlpDialect.JSON, more, "Content-Encoding", "gzip"), 400, "after its end");
  }

  @Test
  void theLimitCountsTheUnpackedBytes() {
    String path = "/in/otlp/" + KEY;
    byte[] fits = packed(padded(OtlpRoutes.BODY_MAX));
    assertThat(post(path, OtlpDialect.JSON, fits, "Content-Encoding", "gzip").statusCode())
        .isEqualTo(200);
    byte[] tooLong = packed(padded(OtlpRoutes.BODY_MAX + 1));
    assertThat(tooLong.length).isLessThan(OtlpRoutes.BODY_MAX / 100);
    check(post(path, OtlpDialect.JSON, tooLong, "Content-Encoding", "gzip"), 413, "it unpacks to");
    byte[] bomb = packed(new byte[64 * OtlpRoutes.BODY_MAX]);
    check(post(path, OtlpDialect.JSON, bomb, "Content-Encoding", "gzip"), 413, "it unpacks to");
  }

  @Test
  void whoIsToComeAgainIsToldWhen() {
    house.door.sayTryLater(true, Duration.ofSeconds(1));
    var overloaded = post("/in/otlp/" + KEY, OtlpDialect.JSON, JSON);
    check(overloaded, 429, "nothing was kept");
    assertThat(overloaded.headers().firstValue("retry-after")).contains("1");
    house.door.sayTryLater(false, Duration.ofSeconds(5));
    check(post("/in/otlp/" + KEY, OtlpDialect.PROTOBUF, PROTOBUF), 503, "nothing was kept");
  }

  private static void check(HttpResponse<byte[]> answer, int status, String words) {
    assertThat(text(answer)).contains(words);
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  private HttpResponse<byte[]> post(String path, String type, byte[] body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] padded(int length) {
    byte[] padded = new byte[length];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(JSON, 0, padded, 0, JSON.length);
    return padded;
  }

  private static byte[] packed(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
