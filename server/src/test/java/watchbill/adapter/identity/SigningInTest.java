package watchbill.adapter.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchbill.adapter.web.Browser;
import watchbill.adapter.web.Scene;
import watchbill.adapter.web.TestSite;

/// How people get in, and what keeps others out.
class SigningInTest {
  private final Scene scene = new Scene();
  private final TestSite site = new TestSite(scene);
  private final Browser browser = new Browser(site.url);

  @AfterEach
  void close() {
    browser.close();
    site.close();
  }

  @Test
  void theFirstStartMakesOneLinkForTheAdministrator() {
    assertThat(Administrator.firstLink(site.identity)).isPresent();
    assertThat(Administrator.firstLink(site.identity)).isEmpty();
    assertThat(Administrator.anotherLink(site.identity).getPath()).startsWith("/sign-in/");
  }

  @Test
  void openingALinkDoesNotUseItUp() {
    String link = link("ana");
    assertThat(browser.get(link).body()).contains("Sign in on this device");
    assertThat(browser.get(link).body()).contains("Sign in on this device");
    assertThat(browser.post(link, Map.of()).statusCode()).isEqualTo(303);
    assertThat(browser.get("/").body()).contains("<span>Ana</span>");
  }

  @Test
  void aLinkSignsInOnce() {
    String link = link("ana");
    browser.post(link, Map.of());
    try (var other = new Browser(site.url)) {
      HttpResponse<String> second = other.post(link, Map.of());
      assertThat(second.statusCode()).isEqualTo(410);
      assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void ofManyWhoPressAtOnceOneIsSignedIn() throws Exception {
    String link = link("ana");
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> press =
          () -> {
            try (var one = new Browser(site.url)) {
              return one.post(link, Map.of()).statusCode();
            }
          };
      List<Integer> answers =
          people.invokeAll(Collections.nCopies(8, press)).stream().map(f -> f.resultNow()).toList();
      assertThat(answers).containsOnlyOnce(303);
    }
  }

  @Test
  void aLinkExpires() {
    String link = link("ana");
    scene.clock.turn(Identity.LINK_LIFETIME);
    assertThat(browser.post(link, Map.of()).statusCode()).isEqualTo(410);
  }

  @Test
  void anotherSiteCanNotSignSomebodyIn() {
    var answer = browser.post(link("ana"), Map.of(), "Sec-Fetch-Site", "cross-site");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void theCookieIsForOurServerAlone() {
    String cookie =
        browser.post(link("ana"), Map.of()).headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("watchbill=")
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Lax")
        .contains("Path=/")
        .doesNotContain("Secure");
    assertThat(new SessionCookie(true).name()).startsWith("__Host-");
    assertThat(SessionCookie.under(URI.create("https://w.example")).secure()).isTrue();
  }

  @Test
  void aSessionExpires() {
    browser.post(link("ana"), Map.of());
    scene.clock.turn(Identity.SESSION_LIFETIME.minusSeconds(1));
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    scene.clock.turn(Duration.ofSeconds(1));
    assertThat(browser.get("/").statusCode()).isEqualTo(401);
  }

  @Test
  void signingOutEndsTheSessionInTheStoreToo() {
    String token = site.identity.issueToken("ana", Duration.ofHours(1));
    browser.signedIn(token);
    String form = Browser.formToken(browser.get("/").body());
    assertThat(browser.post("/sign-out", Map.of("form", form)).statusCode()).isEqualTo(303);
    try (var thief = new Browser(site.url).signedIn(token)) {
      assertThat(thief.get("/").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void whoeverLeftTheTeamIsSignedOut() {
    String token = site.identity.issueToken("eli", Duration.ofHours(1));
    assertThat(browser.signedIn(token).get("/").statusCode()).isEqualTo(401);
    assertThat(site.identity.makeLink("eli")).isEmpty();
  }

  @Test
  void aBearerTokenServesAProgram() {
    String token = site.identity.issueToken("ana", Duration.ofDays(365));
    assertThat(browser.get("/", "Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
    assertThat(browser.get("/", "Authorization", "Bearer x" + token).statusCode()).isEqualTo(401);
  }

  @Test
  void secretsDoNotPrintThemselves() {
    Token token = Token.fresh();
    assertThat(token.text()).hasSize(43);
    assertThat(token.toString()).doesNotContain(token.text());
    assertThat(SigningKey.of(scene.transactions).toString()).isEqualTo("the signing key");
  }

  private String link(String who) {
    return site.identity.makeLink(who).orElseThrow().getPath();
  }
}
