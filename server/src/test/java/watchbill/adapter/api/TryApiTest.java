package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.api.ApiHouse.assertProblem;
import static watchbill.adapter.api.ApiHouse.json;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.identity.SigningKey;
import watchbill.adapter.ingest.Dialects;
import watchbill.adapter.ingest.cloudevents.CloudEventsDialect;
import watchbill.adapter.ingest.json.JsonDialect;
import watchbill.adapter.web.Browser;
import watchbill.adapter.web.Scene;
import watchbill.adapter.web.TestSite;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Configuration;
import watchbill.testkit.Cast;

/// What an integration would make of a message, asked without consequences.
class TryApiTest {
  private final Scene scene = new Scene();
  private final Configuration declared = declared(scene.configuration());
  @AutoClose private final TestSite site = new TestSite(scene, this::api);
  @AutoClose private final Browser program = new Browser(site.url);

  @Test
  void anAlertIsShownAndNothingIsKept() {
    JsonNode said = attempt("shop", "{\"body\":\"{\\\"summary\\\":\\\"down\\\"}\"}");
    JsonNode alert = said.path("alerts").path(0);
    assertThat(alert.path("what").asString()).isEqualTo("firing");
    assertThat(alert.path("key").asString()).isEqualTo("down");
    assertThat(alert.path("severity").asString()).isEqualTo("error");
    assertThat(said.path("refused")).isEmpty();
    assertThat(
            scene.transactions.<Integer>read(
                s -> s.events().newest(Optional.empty(), Optional.empty(), 10).size()))
        .isZero();
  }

  @Test
  void theBodyMayBeJsonItselfAndTheEndFindsItsAlert() {
    JsonNode said =
        attempt(
            "shop",
            "{\"body\":[{\"summary\":\"a\",\"key\":\"k\"},"
                + "{\"key\":\"k\",\"status\":\"resolved\"}]}");
    assertThat(said.path("alerts").path(1).path("what").asString()).isEqualTo("ended");
    assertThat(said.path("alerts").path(1).path("alert"))
        .isEqualTo(said.path("alerts").path(0).path("alert"));
  }

  @Test
  void whatIsRefusedNamesItsField() {
    JsonNode said = attempt("shop", "{\"body\":{\"status\":\"on\",\"summary\":\"a\"}}");
    assertThat(said.path("alerts")).isEmpty();
    assertThat(said.path("refused").path(0).path("field").asString()).isEqualTo("status");
    assertThat(said.path("refused").path(0).path("words").asString()).contains("'on'");
  }

  @Test
  void headersComeAlong() {
    JsonNode said =
        attempt(
            "events",
            "{\"head\":{\"CE-SpecVersion\":\"1.0\",\"ce-id\":\"1\",\"ce-source\":\"/ci\","
                + "\"ce-type\":\"dev.cdevents.service.deployed.0.1.1\"},"
                + "\"body\":{\"subject\":{\"id\":\"shop\"}}}");
    assertThat(said.path("changes").path(0).path("summary").asString()).isEqualTo("shop deployed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shop | {} | 400 | body",
        "shop | {\"body\":\"x\",\"head\":5} | 400 | head",
        "shop | {\"body\":\"x\",\"head\":{\"a\":1}} | 400 | head",
        "nobody | {\"body\":\"x\"} | 404 | integration",
      })
  void aCallThatIsWrongSaysWhere(String handle, String body, int status, String field) {
    assertProblem(post(handle, body), status, field);
  }

  private JsonNode attempt(String handle, String body) {
    var answer = post(handle, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private HttpResponse<String> post(String handle, String body) {
    String bearer = "Bearer " + site.identity.issueToken("ana", Duration.ofHours(1));
    String path = "/api/v1/integrations/" + handle + "/try";
    return program.postJson(path, body, "Authorization", bearer);
  }

  private Api api(Identity identity) {
    Api.Needs usual = scene.apiNeeds(() -> declared);
    var dialects =
        new Dialects(
            List.of(new JsonDialect(Map.of()), new CloudEventsDialect(Map.of())),
            declared::catalog);
    var needs =
        new Api.Needs(
            usual.transactions(),
            usual.door(),
            usual.time(),
            usual.configuration(),
            usual.addresses(),
            dialects,
            usual.rules(),
            usual.explainer());
    var key = SigningKey.of(scene.transactions);
    return new Api(needs, identity, new FormGuard(key, URI.create("http://127.0.0.1")));
  }

  private static Configuration declared(Configuration scene) {
    Catalog c = scene.catalog();
    var catalog =
        new Catalog(
            c.people(),
            c.teams(),
            c.services(),
            List.of(
                new Integration(
                    new IntegrationId("shop"), IntegrationKind.JSON, "a", Cast.CHECKOUT),
                new Integration(
                    new IntegrationId("events"), IntegrationKind.CLOUDEVENTS, "b", Cast.CHECKOUT)));
    return new Configuration(catalog, List.of(), List.of());
  }
}
