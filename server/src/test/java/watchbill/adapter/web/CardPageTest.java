package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is printed for the day on which the pager is down.
class CardPageTest {
  private Scene scene;
  private TestSite site;
  private Browser browser;

  @BeforeEach
  void benSignsIn() {
    scene = new Scene();
    site = new TestSite(scene);
    browser = new Browser(site.url).signedIn(site.identity.issueToken("ben", Duration.ofHours(9)));
  }

  @AfterEach
  void close() {
    browser.close();
    site.close();
  }

  @Test
  void itSaysWhoIsOnDutyWhomToCallAndHowToReachThem() {
    String card = browser.get("/card.txt").body();
    assertThat(card)
        .startsWith("Watch card\nas of Mon 6 Jan 2025 03:00 UTC\n")
        .contains("On duty: payments, primary (Europe/Madrid)")
        .contains("Mon 6 Jan 04:00 – Mon 6 Jan 09:00      Ana")
        .contains("Mon 6 Jan 09:00 – Mon 13 Jan 09:00     Ben")
        .contains("1. whoever is primary in payments; wait 5 min")
        .contains("Then the fallback: Dev")
        .contains("+346")
        .contains(site.url + "/readyz says \"ready\"");
  }

  @Test
  void aGapIsThereWithItsReason() {
    assertThat(browser.get("/card.txt").body()).contains("nobody: its first turn has not begun");
  }

  @Test
  void asAPageItSaysTheSame() {
    String card = browser.get("/card?team=payments").body();
    assertThat(card)
        .contains("<h1>Watch card of team payments</h1>")
        .contains("<td>Mon 6 Jan 09:00 – Mon 13 Jan 09:00</td><td>Ben</td>")
        .contains("Then the fallback: Dev");
  }

  @Test
  void aTeamThatIsNoneIsSaidToBeNone() {
    HttpResponse<String> text = browser.get("/card.txt?team=nobody");
    assertThat(text.statusCode()).isEqualTo(404);
    assertThat(text.body()).contains("team.unknown");
    assertThat(browser.get("/card?team=nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void numbersAreForThoseWhoAreSignedInAlone() {
    try (var stranger = new Browser(site.url)) {
      assertThat(stranger.get("/card.txt").body()).doesNotContain("+346");
    }
  }
}
