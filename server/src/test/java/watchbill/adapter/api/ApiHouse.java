package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.identity.SigningKey;
import watchbill.adapter.web.Browser;
import watchbill.adapter.web.Scene;
import watchbill.adapter.web.TestSite;

/// A node's API over a scene, and a program that calls it in anybody's name.
final class ApiHouse implements AutoCloseable {
  final Scene scene;
  private final TestSite site;
  private final Browser program;

  ApiHouse() {
    this(new Scene());
  }

  ApiHouse(Scene scene) {
    this.scene = scene;
    this.site = new TestSite(scene, this::api);
    this.program = new Browser(site.url);
  }

  HttpResponse<String> get(String who, String path) {
    return program.get(path, "Authorization", bearer(who));
  }

  HttpResponse<String> post(String who, String path, String body) {
    return program.postJson(path, body, "Authorization", bearer(who));
  }

  HttpResponse<String> delete(String who, String path) {
    return program.delete(path, "Authorization", bearer(who));
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }

  static void assertProblem(HttpResponse<String> answer, int status, String field) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).path("field").asString()).as(answer.body()).isEqualTo(field);
  }

  @Override
  public void close() {
    program.close();
    site.close();
  }

  private Api api(Identity identity) {
    var needs = scene.apiNeeds(scene::configuration);
    var key = SigningKey.of(scene.transactions);
    return new Api(needs, identity, new FormGuard(key, URI.create("http://127.0.0.1")));
  }

  private String bearer(String who) {
    return "Bearer " + site.identity.issueToken(who, Duration.ofHours(1));
  }
}
