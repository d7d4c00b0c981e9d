package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.access.Pass;
import watchbill.adapter.identity.SigningKey;
import watchbill.adapter.web.wake.WakeLinks;
import watchbill.catalog.PersonId;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.testkit.Cast;

/// What somebody can do at three in the morning with nothing but the link in a message.
class WakePageTest {
  private static final int FIRST_ROUND_TRIP_BYTES = 14 * 1024;

  private Scene scene;
  private TestSite site;
  private Browser phone;

  @BeforeEach
  void checkoutFailsAndAnaIsWoken() {
    scene = new Scene();
    site = new TestSite(scene);
    phone = new Browser(site.url);
    scene.report(
        Cast.CHECKOUT, "errors", Scene.critical("Checkout fails", "lb-1", Map.of("job", "lb")));
    scene.deliver(site.links);
  }

  @AfterEach
  void close() {
    phone.close();
    site.close();
  }

  @Test
  void itSaysWhatIsWrongWhyYouAndWhatIfYouDoNothing() {
    String page = phone.get(link(Cast.ANA)).body();
    assertThat(page)
        .contains("Checkout fails", "opened 04:00 CET (03:00 UTC)")
        .contains("Why you", "primary of rota payments until Mon 6 Jan 09:00 CET, step 1 of 3")
        .contains("If you do nothing", "Ben is told at 04:05 (step 2 of 3), in 5 min")
        .contains("lb-1 · job=lb")
        .contains("Call Ben now")
        .contains("https://example.org/runbooks/checkout");
  }

  @Test
  void openingTheLinkChangesNothing() {
    Page before = page();
    List<String> saidBefore = scene.said(before.id());
    for (int i = 0; i < 5; i++) {
      assertThat(phone.get(link(Cast.ANA), "User-Agent", "mail scanner").statusCode())
          .isEqualTo(200);
    }
    assertThat(page()).isEqualTo(before);
    assertThat(scene.said(before.id())).isEqualTo(saidBefore);
  }

  @Test
  void theButtonTakesChargeAndSaysSo() {
    HttpResponse<String> pressed = phone.post(link(Cast.ANA), Map.of("do", "acknowledge"));
    assertThat(pressed.statusCode()).isEqualTo(303);
    assertThat(page().escalation()).isInstanceOf(Escalation.Acknowledged.class);
    assertThat(phone.get(pressed.headers().firstValue("Location").orElseThrow()).body())
        .contains("You have it, Ana. Nobody else is called.")
        .doesNotContain("If you do nothing");
  }

  @Test
  void whoComesSecondIsToldWhoHasIt() {
    scene.pass(Duration.ofMinutes(5), site.links);
    String bens = link(Cast.BEN);
    phone.post(link(Cast.ANA), Map.of("do", "acknowledge"));
    phone.post(bens, Map.of("do", "acknowledge"));
    assertThat(phone.get(bens).body())
        .contains("Ana has it since 04:05. You can sleep on.")
        .doesNotContain("value=\"acknowledge\"");
  }

  @Test
  void theLieutenantIsCalledOnRequest() {
    phone.post(link(Cast.ANA), Map.of("do", "hand-over"));
    assertThat(phone.get(link(Cast.ANA)).body()).contains("Handed over: Ben is being told.");
    assertThat(phone.get(link(Cast.BEN)).body()).contains("asked for by ana");
  }

  @Test
  void whoCanNotBeOnDutyGivesAwayTheDutyAndThePage() {
    assertThat(phone.get(link(Cast.ANA)).body()).contains("I can't be on duty");
    phone.post(link(Cast.ANA), Map.of("do", "cannot"));
    assertThat(phone.get(link(Cast.BEN)).body())
        .contains("standing in for ana", "I can't be on duty");
    assertThat(phone.get(link(Cast.ANA)).body()).doesNotContain("I can't be on duty");
  }

  @Test
  void whatIsOverIsSaidToBeOver() {
    String anas = link(Cast.ANA);
    phone.post(anas, Map.of("do", "resolve"));
    assertThat(phone.get(anas).body())
        .contains("You resolved it at 04:00. Nobody is called.")
        .doesNotContain("class=\"dock\"");
    assertThat(phone.get(link(Cast.BEN)).body()).contains("says Ana. You can sleep on.");
  }

  @Test
  void anExpiredLinkSaysWhatToDo() {
    String anas = link(Cast.ANA);
    scene.clock.turn(WakeLinks.LIFETIME);
    HttpResponse<String> answer = phone.get(anas);
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).contains("This link has expired", "page 1", "Sign in and see it");
    assertThat(phone.post(anas, Map.of("do", "acknowledge")).statusCode()).isEqualTo(410);
    assertThat(page().escalation().needsSomebody()).isTrue();
  }

  @Test
  void aForgedLinkOpensNothing() {
    String anas = link(Cast.ANA);
    for (String forged :
        List.of(
            anas.substring(0, anas.length() - 1),
            anas.replaceFirst("/w/.", anas.startsWith("/w/A") ? "/w/B" : "/w/A"),
            "/w/x",
            "/w/" + "A".repeat(500),
            "/w/%3Cscript%3E")) {
      assertThat(phone.get(forged).statusCode()).as(forged).isEqualTo(403);
      assertThat(phone.post(forged, Map.of("do", "acknowledge")).statusCode()).isEqualTo(403);
    }
    assertThat(page().escalation().needsSomebody()).isTrue();
  }

  @Test
  void aPassForAnotherPurposeIsNoWakeLink() {
    var pass =
        new Pass("feed", page().id().value(), "ana", scene.clock.now().plus(Duration.ofDays(1)));
    String token = SigningKey.of(scene.transactions).sign(pass);
    assertThat(phone.get("/w/" + token).statusCode()).isEqualTo(403);
  }

  @Test
  void anotherSiteCanNotPressTheButton() {
    var answer =
        phone.post(link(Cast.ANA), Map.of("do", "acknowledge"), "Sec-Fetch-Site", "cross-site");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(page().escalation().needsSomebody()).isTrue();
  }

  @Test
  void aMessageAppMayPressTheButtonItself() {
    phone.post(link(Cast.ANA), Map.of("do", "acknowledge"), "User-Agent", "a push app");
    assertThat(page().escalation().needsSomebody()).isFalse();
  }

  @Test
  void whatCanNotBeSavedIsSaidAndOffersTheButtonsAgain() {
    scene.overload();
    var answer = phone.post(link(Cast.ANA), Map.of("do", "acknowledge"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(answer.body()).contains("Nothing was saved", "Back to the buttons");
  }

  @Test
  void itIsDarkAtNightAndAsTheDevicePrefersByDay() {
    assertThat(phone.get(link(Cast.ANA)).body()).contains("data-theme=\"dark\"");
    scene.clock.turn(Duration.ofHours(3));
    assertThat(phone.get(link(Cast.ANA)).body()).contains("data-theme=\"\"");
  }

  @Test
  void itSaysWhatChangedBeforeInALineEachAndOnlyTheNewestThree() {
    assertThat(phone.get(link(Cast.ANA)).body()).doesNotContain("What changed before");
    for (int minutes = 1; minutes <= 5; minutes++) {
      scene.changed(
          Cast.CHECKOUT, Duration.ofMinutes(minutes), "Deploy " + minutes, "javascript:x");
    }
    scene.changed(Cast.CHECKOUT, Duration.ofMinutes(121), "long ago", "https://ci.test");
    scene.changed(Cast.CHECKOUT, Duration.ofSeconds(30), "Deploy 0", "https://ci.test/0");
    assertThat(phone.get(link(Cast.ANA)).body())
        .contains("What changed before", "href=\"https://ci.test/0\"", "30 s before")
        .contains("Deploy 1", "1 min before", "Deploy 2", "2 min before")
        .doesNotContain("Deploy 3", "long ago", "javascript:");
  }

  @Test
  void itFitsTheFirstRoundTrip() throws IOException {
    for (int i = 0; i < 9; i++) {
      scene.changed(
          Cast.CHECKOUT,
          Duration.ofMinutes(i),
          "Deploy " + "x".repeat(900),
          "https://ci.test/" + i);
    }
    for (int i = 0; i < 60; i++) {
      scene.report(
          Cast.CHECKOUT,
          "more-" + i,
          Scene.critical("Node " + i + " is down " + "x".repeat(900), "node-" + i, Map.of()));
    }
    assertFitsTheFirstRoundTrip();
    phone.post(link(Cast.ANA), Map.of("do", "resolve"));
    assertThat(phone.get(link(Cast.ANA)).body()).contains("Was it actionable?");
    assertFitsTheFirstRoundTrip();
  }

  private void assertFitsTheFirstRoundTrip() throws IOException {
    byte[] html = phone.get(link(Cast.ANA)).body().getBytes(StandardCharsets.UTF_8);
    byte[] css;
    try (InputStream in = WakePageTest.class.getResourceAsStream("/static/watchbill.css")) {
      css = in.readAllBytes();
    }
    assertThat(compressed(html) + compressed(css)).isLessThan(FIRST_ROUND_TRIP_BYTES);
  }

  private static int compressed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.size();
  }

  private Page page() {
    return scene.page(1);
  }

  private String link(PersonId person) {
    return site.links.to(page().id(), person, scene.clock.now()).getPath();
  }
}
