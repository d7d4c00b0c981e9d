package watchbill.adapter.ingest.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchbill.adapter.http.HttpServer;
import watchbill.adapter.ingest.Tally;
import watchbill.alert.Severity;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Page;
import watchbill.escalation.Target;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;

/// A team with its engine, whom alerts reach by this API alone.
final class OpsgenieHouse implements AutoCloseable {
  static final String KEY = "an-opsgenie-key";
  static final String OTHER_KEY = "another-opsgenie-key";
  static final Integration FROM = integration("opsgenie", IntegrationKind.OPSGENIE, KEY);

  /// One whose P3 is an error.
  static final Integration OTHER = integration("other", IntegrationKind.OPSGENIE, OTHER_KEY);

  final HandClock clock = new HandClock(Cast.NIGHT);
  final Map<Tally.Outcome, Integer> counted = new EnumMap<>(Tally.Outcome.class);
  private final Transactions transactions;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private boolean overloaded;

  OpsgenieHouse() {
    this(new MemoryTransactions());
  }

  OpsgenieHouse(Transactions transactions) {
    this.transactions = transactions;
    Configuration configuration = configuration();
    var ids = new SequentialIds();
    var engine = new Engine(transactions, () -> configuration, ids);
    var needs =
        new OpsgenieApi.Needs(
            transactions,
            command ->
                overloaded
                    ? new Reply.TryLater(true, Duration.ofMillis(1500), "too much at once")
                    : engine.run(command, clock.now()),
            configuration::catalog,
            clock,
            ids,
            Map.of(OTHER.id(), Priorities.of(Map.of("P3", Severity.ERROR))));
    var api = new OpsgenieApi(needs, (outcome, n) -> counted.merge(outcome, n, Integer::sum));
    server = new HttpServer(List.of(api), _ -> Optional.empty(), "127.0.0.1", 0);
    server.start();
  }

  private static Configuration configuration() {
    var catalog =
        new Catalog(
            Cast.everybody(),
            List.of(Cast.payments()),
            List.of(Cast.checkout()),
            List.of(
                FROM,
                OTHER,
                integration("pagerduty", IntegrationKind.PAGERDUTY, "a-pagerduty-key")));
    var policy =
        new EscalationPolicy(
            "payments",
            List.of(
                new EscalationPolicy.Step(
                    List.of(new Target.ToPerson(Cast.ANA)), Duration.ofMinutes(5)),
                new EscalationPolicy.Step(
                    List.of(new Target.ToPerson(Cast.BEN)), Duration.ofMinutes(5))),
            0,
            List.of(new Target.ToPerson(Cast.DEV)));
    return new Configuration(catalog, List.of(Cast.rota(Cast.ANA, Cast.BEN)), List.of(policy));
  }

  private static Integration integration(String handle, IntegrationKind kind, String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return new Integration(
          new IntegrationId(handle), kind, HexFormat.of().formatHex(hash), Cast.CHECKOUT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// From now on nothing can be taken.
  void overload() {
    overloaded = true;
  }

  HttpResponse<String> send(String method, String path, String body) {
    return send(method, path, body, "GenieKey " + KEY);
  }

  HttpResponse<String> send(String method, String path, String body, String authorization) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", authorization)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode get(String path) {
    HttpResponse<String> answer = send("GET", path, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  /// What became of a change, as its sender is told afterwards.
  JsonNode asks(String method, String path, String body) {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(json(answer).path("result").asString()).isEqualTo("Request will be processed");
    return get("/v2/alerts/requests/" + json(answer).path("requestId").asString()).path("data");
  }

  /// The same, of the open alert with this alias, and it must have been done.
  JsonNode does(String verb, String alias, String body) {
    JsonNode outcome =
        asks("POST", "/v2/alerts/" + alias + "/" + verb + "?identifierType=alias", body);
    assertThat(outcome.path("success").asBoolean()).as(outcome.toString()).isTrue();
    return outcome;
  }

  /// Why not, of the open alert with this alias.
  String refuses(String verb, String alias, String body) {
    JsonNode outcome =
        asks("POST", "/v2/alerts/" + alias + "/" + verb + "?identifierType=alias", body);
    assertThat(outcome.path("success").asBoolean()).as(outcome.toString()).isFalse();
    return outcome.path("status").asString();
  }

  JsonNode create(String body) {
    return asks("POST", "/v2/alerts", body);
  }

  JsonNode alert(String alias) {
    return get("/v2/alerts/" + alias + "?identifierType=alias").path("data");
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }

  Page page() {
    return transactions.read(s -> s.pages().open(10)).getFirst();
  }

  List<String> timeline() {
    return transactions.read(s -> s.audit().about(page().id().value(), 100)).stream()
        .map(e -> e.deed().said() + ": " + e.deed().because())
        .toList();
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }
}
