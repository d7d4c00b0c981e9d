package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.testkit.Cast;

/// What somebody sees of silences, and does about them.
class SilencePagesTest {
  private static final Map<String, String> FIELDS =
      Map.of(
          "matchers",
          "watchbill_service=\"checkout\"\njob!=\"<b>\"",
          "from",
          "2025-01-06T04:00",
          "until",
          "2025-01-09T06:00",
          "reason",
          "we are <moving> it");

  private Scene scene;
  private TestSite site;
  private Browser browser;

  @BeforeEach
  void anaSignsIn() {
    scene = new Scene();
    site = new TestSite(scene);
    browser = new Browser(site.url);
    browser.signedIn(site.identity.issueToken("ana", Duration.ofHours(9)));
  }

  @AfterEach
  void close() {
    browser.close();
    site.close();
  }

  @Test
  void somebodySilencesAndEndsItAgain() {
    scene.report(Cast.CHECKOUT, "k", condition());
    assertThat(browser.get("/silences/new").body()).contains("value=\"2025-01-06T04:00\"");
    assertThat(after(press("/silences/new", FIELDS)))
        .contains("It is silenced.", "1 silence", "we are &lt;moving&gt; it, says Ana")
        .contains("watchbill_service=\"checkout\", job!=\"&lt;b&gt;\"")
        .contains("muted 1 alert", "checkout is down", "checkout · silenced until Thu 06:00");
    assertThat(scene.page(1).escalation().isResolved()).isTrue();
    String id =
        scene.transactions.read(s -> s.silences().live(scene.clock.now())).getFirst().id().value();
    assertThat(after(press("/silences/" + id + "/expire", Map.of())))
        .contains("The silence is over", "Nothing is silenced", "Nothing is held back.");
    assertThat(scene.page(2).openAlertCount()).isEqualTo(1);
  }

  @Test
  void whatIsWrongStandsBesideItsField() {
    Map<String, String> wrong = new HashMap<>(FIELDS);
    wrong.put("matchers", "job");
    wrong.put("until", "2025-01-05T06:00");
    wrong.put("reason", "");
    var refused = press("/silences/new", wrong);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("id=\"matchers-mistake\"", "id=\"until-mistake\"", "id=\"reason-mistake\"");
    wrong.putAll(FIELDS);
    wrong.put("matchers", "job!=\"api\"\nteam=\"\"");
    assertThat(press("/silences/new", wrong).body()).contains("does not match the empty text");
  }

  @Test
  void whatDoesNotExistCannotBeEnded() {
    assertThat(press("/silences/404/expire", Map.of()).statusCode()).isEqualTo(422);
  }

  private static Condition condition() {
    return new Condition("checkout is down", "web-1", Severity.CRITICAL, Map.of(), Map.of());
  }

  private HttpResponse<String> press(String path, Map<String, String> fields) {
    var sent = new HashMap<>(fields);
    sent.put("form", Browser.formToken(browser.get("/").body()));
    return browser.post(path, sent);
  }

  private String after(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.get(answer.headers().firstValue("Location").orElseThrow()).body();
  }
}
