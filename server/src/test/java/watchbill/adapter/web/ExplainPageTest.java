package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.Cast;

/// The pages that say why.
class ExplainPageTest {
  private final Scene scene = new Scene();
  @AutoClose private final TestSite site = new TestSite(scene);

  @AutoClose
  private final Browser ana =
      new Browser(site.url).signedIn(site.identity.issueToken("ana", Duration.ofHours(9)));

  @Test
  void aPastedMessageIsExplainedAndNotReceived() {
    String page = ana.get("/explain").body();
    assertThat(page).contains("What would a message do?");
    var answer =
        ana.post(
            "/explain",
            Map.of("form", Browser.formToken(page), "integration", "prometheus", "body", "x"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("told first: at once, by push").contains("it is new");
    assertThat(scene.transactions.<Integer>read(s -> s.pages().open(10).size())).isZero();
  }

  @Test
  void aMistakeStandsBesideItsFieldAndNothingTypedIsLost() {
    String page = ana.get("/explain").body();
    var answer =
        ana.post(
            "/explain",
            Map.of(
                "form", Browser.formToken(page),
                "integration", "prometheus",
                "body", "<b>mine</b>",
                "at", "soon"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("id=\"at-mistake\"").contains("&lt;b&gt;mine&lt;/b&gt;");
  }

  @Test
  void aMessageThatCameSaysWhyIWasOrWasNotPaged() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    String event =
        scene.transactions.read(
            s -> s.events().newest(Optional.empty(), Optional.empty(), 1).getFirst().id().value());
    String why = ana.get("/events/" + event + "/explain").body();
    assertThat(why).contains("Was I paged?").contains("class=\"verdict\"").contains("Page 1");
    assertThat(ana.get("/events/" + event).body()).contains("/events/" + event + "/explain");
    assertThat(ana.get("/explain?event=" + event).body()).contains("Ask again");
    assertThat(ana.get("/events/none/explain").statusCode()).isEqualTo(404);
  }
}
