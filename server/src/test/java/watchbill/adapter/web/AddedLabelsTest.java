package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.route.RoutePlan;
import watchbill.route.Rule;
import watchbill.testkit.Cast;
import watchbill.testkit.RoutingDesk;

/// Labels that rules add are seen wherever people look at an alert.
class AddedLabelsTest {
  private Scene scene;
  private TestSite site;
  private Browser browser;

  @BeforeEach
  void aRuleNamesTheOwner() {
    var owner = new Rule("owner", Optional.empty(), RoutingDesk.labelled("owner", "pay"), true);
    var word = new Rule("word", Optional.empty(), RoutingDesk.labelled("job", "web"), false);
    scene = Scene.ruled(RoutePlan.NONE.with(List.of(owner, word)));
    site = new TestSite(scene);
    browser = new Browser(site.url).signedIn(site.identity.issueToken("ben", Duration.ofHours(9)));
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of("job", "lb")));
  }

  @AfterEach
  void close() {
    browser.close();
    site.close();
  }

  @Test
  void aPageShowsThem() {
    assertThat(browser.get("/pages/1").body())
        .contains("owner=pay", "job=web")
        .doesNotContain("job=lb");
  }

  @Test
  void theWakePageShowsThem() {
    String link = site.links.to(scene.page(1).id(), Cast.ANA, scene.clock.now()).toString();
    assertThat(browser.get(link).body()).contains("lb-1 · job=web · owner=pay");
  }
}
