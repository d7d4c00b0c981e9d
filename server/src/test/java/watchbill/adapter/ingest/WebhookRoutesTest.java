package watchbill.adapter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.adapter.http.HttpServer;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.ServiceId;
import watchbill.engine.Command;
import watchbill.kernel.Refusal;

/// The address that all webhooks share, with a dialect small enough to see through.
class WebhookRoutesTest {
  private static final String KEY = "grafana-key-0001";
  private static final String OTHER_KEY = "zabbix-key-00001";
  private static final Instant NOW = Instant.parse("2025-01-06T03:00:00Z");

  private final RecordingDoor door = new RecordingDoor();
  private final Map<Tally.Outcome, Integer> counted = new EnumMap<>(Tally.Outcome.class);
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server =
      new HttpServer(
          List.of(
              new WebhookRoutes(
                  door,
                  WebhookRoutesTest::catalog,
                  () -> NOW,
                  List.of(new Lines()),
                  _ -> (outcome, events) -> counted.merge(outcome, events, Integer::sum))),
          _ -> Optional.empty(),
          "127.0.0.1",
          0);

  /// Each line that begins with `end` is the end of an alert; `bad` is refused, anything else says
  /// nothing. A body of `bad` lines alone is refused as a whole.
  private record Lines() implements Dialect {
    @Override
    public IntegrationKind kind() {
      return IntegrationKind.GRAFANA;
    }

    @Override
    public Set<String> headers() {
      return Set.of("x-kept", "x-door");
    }

    @Override
    public String kept(String header, String value) {
      return header.equals("x-door") ? value.length() + " characters" : value;
    }

    @Override
    public Reading read(Message message, Integration from, Instant now) {
      List<AlertReport> reports = new ArrayList<>();
      List<Refusal> wrong = new ArrayList<>();
      for (String line : message.text().orElse("bad").lines().toList()) {
        if (line.startsWith("end")) {
          reports.add(new AlertReport.Ended(AlertKey.of(from.id(), line)));
        } else if (line.startsWith("bad")) {
          wrong.add(new Refusal("line.bad", "line", line, "end or nothing"));
        }
      }
      return reports.isEmpty() && !wrong.isEmpty()
          ? new Reading.Refused(wrong)
          : new Reading.Understood(reports, List.of(), wrong);
    }
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    client.shutdownNow();
    server.close();
  }

  @Test
  void keepsTheBodyAndTheHeadersItsReaderAsksFor() throws Exception {
    HttpResponse<String> answer =
        post(KEY, "end one\nend two\n", "X-Kept", "yes", "X-Dropped", "no");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"event\":\"event-1\",\"alerts\":2,\"changes\":0}");
    assertThat(door.last().body()).isEqualTo("end one\nend two\n");
    assertThat(door.last().head()).isEqualTo("x-kept: yes");
    assertThat(counted).containsExactly(Map.entry(Tally.Outcome.KEPT, 2));
  }

  @Test
  void aHeaderThatOpensADoorIsKeptAsItsDialectSays() throws Exception {
    post(KEY, "end one", "X-Door", "open sesame");

    assertThat(door.last().head()).isEqualTo("x-door: 11 characters");
  }

  @Test
  void anUnknownKeyIsToldWithoutReadingOn() throws Exception {
    HttpResponse<String> answer = post("nobody-has-this", "end one");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("integration.key", "grafana");
    assertThat(door.received()).isEmpty();
    assertThat(counted).containsExactly(Map.entry(Tally.Outcome.UNKNOWN_KEY, 1));
  }

  @Test
  void aKeyOfAnotherKindIsAsUnknownAsAnyOther() throws Exception {
    HttpResponse<String> answer = post(OTHER_KEY, "end one");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo(post("nobody-has-this", "end one").body());
  }

  @Test
  void aKindThatNobodySpeaksIsNoAddress() throws Exception {
    assertThat(at("/in/carrier-pigeon/" + KEY, "end one").statusCode()).isEqualTo(404);
    assertThat(at("/in/grafana/", "end one").statusCode()).isEqualTo(404);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedAndNothingIsKept() throws Exception {
    HttpResponse<String> answer = post(KEY, "x".repeat(WebhookRoutes.BODY_MAX + 1));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(door.received()).isEmpty();
    assertThat(post(KEY, "x".repeat(WebhookRoutes.BODY_MAX)).statusCode()).isEqualTo(202);
  }

  @Test
  void tooMuchAtOnceIsSentAgainLater() throws Exception {
    door.sayTryLater(true, Duration.ofMillis(1_500));

    HttpResponse<String> answer = post(KEY, "end one");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(counted).containsExactly(Map.entry(Tally.Outcome.PUT_OFF, 1));
  }

  @Test
  void aStoreThatCannotBeWrittenIsSaidAndSentAgainLater() throws Exception {
    door.sayTryLater(false, Duration.ofSeconds(30));

    HttpResponse<String> answer = post(KEY, "end one");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("30");
    assertThat(answer.body()).contains("nothing was kept");
  }

  @Test
  void oneBadItemLosesNoGoodOne() throws Exception {
    HttpResponse<String> answer = post(KEY, "end one\nbad two\nend three");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"alerts\":2", "refused", "line: 'bad two'");
    assertThat(door.last().reports()).hasSize(2);
    assertThat(counted).containsEntry(Tally.Outcome.REFUSED, 1);
    assertThat(counted).containsEntry(Tally.Outcome.KEPT, 2);
  }

  @Test
  void aMessageOfWhichNothingCanBeUsedIsRefusedWithEveryReason() throws Exception {
    HttpResponse<String> answer = post(KEY, "bad one\nbad two");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line.bad", "bad one", "bad two");
    assertThat(door.received()).isEmpty();
  }

  @Test
  void aMessageThatSaysNothingIsKept() throws Exception {
    HttpResponse<String> answer = post(KEY, "");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"alerts\":0");
    assertThat(door.received()).hasSize(1);
  }

  @Test
  void whatWasKeptCanBeReadAgain() throws Exception {
    post(KEY, "end one\nbad two", "X-Kept", "yes");

    Command.Receive kept = door.last();
    var event =
        new Event(new EventId("e"), new IntegrationId("grafana"), NOW, kept.head(), kept.body());
    Reading again = new Lines().read(Message.of(event), kept.integration(), NOW);
    assertThat(again)
        .isInstanceOfSatisfying(
            Reading.Understood.class, u -> assertThat(u.reports()).isEqualTo(kept.reports()));
  }

  private HttpResponse<String> post(String key, String body, String... headers)
      throws IOException, InterruptedException {
    return at("/in/grafana/" + key, body, headers);
  }

  private HttpResponse<String> at(String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Catalog catalog() {
    var checkout = new ServiceId("checkout");
    return new Catalog(
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new Integration(
                new IntegrationId("grafana"), IntegrationKind.GRAFANA, Keys.hash(KEY), checkout),
            new Integration(
                new IntegrationId("zabbix"),
                IntegrationKind.ZABBIX,
                Keys.hash(OTHER_KEY),
                checkout)));
  }
}
