package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.noise.Judged;
import watchbill.noise.Judgement;
import watchbill.testkit.Cast;

/// The two questions, where they are asked, and what comes of the answers.
class JudgingTest {
  private static final String QUESTION = "Was it actionable?";
  private static final Pattern TOKEN = Pattern.compile("name=\"form\"\\s+value=\"([^\"]+)\"");

  private Scene scene;
  private TestSite site;
  private Browser browser;

  @BeforeEach
  void anaIsWokenAndResolvesIt() {
    scene = new Scene();
    site = new TestSite(scene);
    browser = new Browser(site.url);
    scene.report(Cast.CHECKOUT, "errors", Scene.critical("Checkout fails", "lb-1", Map.of()));
    scene.deliver(site.links);
  }

  @AfterEach
  void close() {
    browser.close();
    site.close();
  }

  @Test
  void theWakePageAsksOnlyOnceItIsOverAndOnlyWhoeverHadIt() {
    assertThat(browser.get(wake(Cast.ANA)).body()).doesNotContain(QUESTION);
    browser.post(wake(Cast.ANA), Map.of("do", "acknowledge"));
    assertThat(browser.get(wake(Cast.ANA)).body()).doesNotContain(QUESTION);
    browser.post(wake(Cast.BEN), Map.of("do", "resolve"));
    assertThat(browser.get(wake(Cast.ANA)).body()).contains(QUESTION, "Say so");
    assertThat(browser.get(wake(Cast.BEN)).body()).doesNotContain(QUESTION);
  }

  @Test
  void anAnswerIsKeptAndMayBeChanged() {
    browser.post(wake(Cast.ANA), Map.of("do", "resolve"));
    var said = browser.post(wake(Cast.ANA), answer("yes", "no"));
    assertThat(said.statusCode()).isEqualTo(303);
    assertThat(judged()).isEqualTo(new Judgement(true, false));
    assertThat(browser.get(wake(Cast.ANA)).body()).contains("Change it");
    browser.post(wake(Cast.ANA), answer("no", "yes"));
    assertThat(judged()).isEqualTo(new Judgement(false, true));
  }

  @Test
  void halfAnAnswerIsNoAnswer() {
    browser.post(wake(Cast.ANA), Map.of("do", "resolve"));
    var half = browser.post(wake(Cast.ANA), Map.of("do", "judge", "actionable", "yes"));
    assertThat(half.statusCode()).isEqualTo(422);
    assertThat(half.body()).contains("Answer both questions", "Back to the buttons");
    assertThat(browser.post(wake(Cast.BEN), answer("yes", "yes")).statusCode()).isEqualTo(422);
    assertThat(browser.get(wake(Cast.ANA)).body()).contains("Say so");
  }

  @Test
  void thePageAsksWhoeverHadItAndTellsTheOthersWhatTheySaid() {
    browser.post(wake(Cast.ANA), Map.of("do", "resolve"));
    browser.signedIn(site.identity.issueToken("ana", Duration.ofHours(1)));
    String page = browser.get("/pages/1").body();
    assertThat(page).contains(QUESTION, "action=\"/pages/1/judge\"");
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    var half = Map.of("form", token.group(1), "actionable", "no");
    assertThat(browser.post("/pages/1/judge", half).statusCode()).isEqualTo(422);
    var whole = Map.of("form", token.group(1), "actionable", "no", "could-wait", "yes");
    assertThat(browser.post("/pages/1/judge", whole).statusCode()).isEqualTo(303);
    browser.signedIn(site.identity.issueToken("ben", Duration.ofHours(1)));
    assertThat(browser.get("/pages/1").body())
        .contains("Judged by Ana: not actionable, could have waited")
        .doesNotContain(QUESTION);
  }

  @Test
  void theListOfNoiseSaysWhatWasWorthItsPages() {
    browser.signedIn(site.identity.issueToken("ben", Duration.ofHours(1)));
    assertThat(browser.get("/noise").body())
        .contains("1 page, none judged", "from prometheus")
        .contains("woken at night: 1 time: 1 person in 1 night", "too little to say");
    browser.post(wake(Cast.ANA), Map.of("do", "resolve"));
    browser.post(wake(Cast.ANA), answer("no", "yes"));
    assertThat(browser.get("/noise").body())
        .contains("1 of 1 page for nothing", "0 of 1 judged was actionable; 1 could have waited");
    scene.clock.turn(Duration.ofDays(29));
    browser.signedIn(site.identity.issueToken("ben", Duration.ofHours(1)));
    assertThat(browser.get("/noise").body()).contains("No page in four weeks");
  }

  private static Map<String, String> answer(String actionable, String couldWait) {
    return Map.of("do", "judge", "actionable", actionable, "could-wait", couldWait);
  }

  private Judgement judged() {
    return scene
        .transactions
        .read(s -> s.judgements().of(scene.page(1).id()))
        .map(Judged::judgement)
        .orElseThrow();
  }

  private String wake(PersonId person) {
    return site.links.to(scene.page(1).id(), person, scene.clock.now()).getPath();
  }
}
