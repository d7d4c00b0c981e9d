package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.adapter.web.wake.WakeLinks;
import watchbill.engine.Command;
import watchbill.testkit.Cast;

/// What the link in a message about several pages shows.
class WaitingPageTest {
  private Scene scene;
  private TestSite site;
  private Browser phone;

  @BeforeEach
  void checkoutFailsAndAnaIsWoken() {
    scene = new Scene();
    site = new TestSite(scene);
    phone = new Browser(site.url);
    scene.report(Cast.CHECKOUT, "errors", Scene.critical("Checkout <fails>", "lb-1", Map.of()));
    scene.deliver(site.links);
  }

  @AfterEach
  void close() {
    phone.close();
    site.close();
  }

  @Test
  void itShowsWhatWaitsAndEachOpensWithItsButton() {
    String page = get(site.links.toAll(Cast.ANA, scene.clock.now()).toString()).body();
    assertThat(page)
        .contains("1 page waits for you", "Checkout &lt;fails&gt;", "Page 1 · checkout")
        .contains("data-theme=\"dark\"");
    String address = page.replaceAll("(?s).*href=\"(/w/[^\"]+)\".*", "$1");
    assertThat(get(address).body()).contains("Checkout &lt;fails&gt;", "Why you");
  }

  @Test
  void whatIsTakenOrOfAnotherIsNotThere() {
    assertThat(get(site.links.toAll(Cast.BEN, scene.clock.now()).toString()).body())
        .contains("Nothing waits for you any more");
    scene.door().submit(new Command.Acknowledge(scene.page(1).id(), "ana", "web"));
    assertThat(get(site.links.toAll(Cast.ANA, scene.clock.now()).toString()).body())
        .contains("Nothing waits for you any more");
  }

  @Test
  void expiredAndForeignLinksShowNothing() {
    String link = site.links.toAll(Cast.ANA, scene.clock.now()).toString();
    String ofOnePage = site.links.to(scene.page(1).id(), Cast.ANA, scene.clock.now()).toString();
    assertThat(get(ofOnePage.replace("/w/", "/waiting/")).statusCode()).isEqualTo(403);
    assertThat(get(link.replace("/waiting/", "/w/")).statusCode()).isEqualTo(403);
    assertThat(get(link + "x").statusCode()).isEqualTo(403);
    scene.clock.turn(WakeLinks.LIFETIME.plus(Duration.ofSeconds(1)));
    HttpResponse<String> expired = get(link);
    assertThat(expired.statusCode()).isEqualTo(410);
    assertThat(expired.body()).contains("This link has expired").doesNotContain("Checkout");
  }

  private HttpResponse<String> get(String address) {
    return phone.get(address);
  }
}
