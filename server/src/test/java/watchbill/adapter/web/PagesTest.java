package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.alert.Condition;
import watchbill.alert.Event;
import watchbill.alert.Severity;
import watchbill.engine.Command;
import watchbill.engine.Stores;
import watchbill.escalation.Escalation;
import watchbill.testkit.Cast;

/// What a team sees and does in the browser.
class PagesTest {
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
  void aQuietNightSaysSoAndWhatToDoNext() {
    assertThat(browser.get("/").body())
        .contains("Nothing needs anyone", "No page was ever opened", "press <b>Page somebody</b>");
  }

  @Test
  void whatWatchbillMissedIsShownForADay() {
    scene.door().submit(new Command.Tick(9));
    scene.clock.turn(Duration.ofHours(2));
    scene.door().submit(new Command.Resume());
    assertThat(browser.get("/").body())
        .contains(
            "<span class=\"state nodata\">Watchbill was blind for 2 h, from Mon 6 Jan 04:00 CET to"
                + " Mon 6 Jan 06:00 CET</span>",
            "A sender that does not repeat what it said has lost it.");
    scene.clock.turn(Duration.ofHours(25));
    assertThat(browser.get("/").body()).doesNotContain("Watchbill was blind");
  }

  @Test
  void theHeadlineCountsOnlyWhatMustBeActedOnNow() {
    Night.fall(site);
    assertThat(browser.get("/").body())
        .contains("1 page needs someone", "Of the others 1 is taken and 1 can wait")
        .contains("Ben was told", "Ben has it");
  }

  @Test
  void nobodyOnDutyIsShownWithItsReason() {
    assertThat(browser.get("/").body())
        .contains("<span class=\"state nodata\">Nobody until 09:00</span>")
        .contains("its first turn has not begun");
  }

  @Test
  void aPageTellsItsWholeStoryWithReasons() {
    Night.fall(site);
    String page = browser.get("/pages/" + Night.FIRING).body();
    assertThat(page)
        .contains("prometheus reported: Checkout is failing for 1 in 4 customers")
        .contains("no page of checkout waits for an answer")
        .contains("Step 2 of 3: waking Ben", "no answer from step 1 in 5 min")
        .contains("the number is not in service")
        .contains("If nobody answers", "Ana (primary), waited 5 min")
        .contains("Ben (lieutenant), until 04:08", "Everyone in Payments, at 04:08")
        .contains("All of it again, once more", "Fallback: Dev, at 04:33")
        .contains("alertname=CheckoutErrors", "2 reports, the last 5 min ago")
        .contains("https://example.org/runbooks/checkout")
        .contains("href=\"https://grafana.example.org/d/checkout\"");
  }

  @Test
  void aPageSaysWhatChangedBeforeAndLeadsThere() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    assertThat(browser.get("/pages/1").body()).doesNotContain("What changed");
    scene.changed(Cast.CHECKOUT, Duration.ofMinutes(4), "Deploy <v41>", "https://ci.test/41");
    scene.changed(Scene.DATABASE, Duration.ofMinutes(4), "of no concern", "https://ci.test/42");
    assertThat(browser.get("/pages/1").body())
        .contains("What changed in the 2 h before", "Deploy &lt;v41&gt;", "4 min before")
        .contains("href=\"https://ci.test/41\"")
        .doesNotContain("of no concern");
  }

  @Test
  void ofManyDetailsThoseThatLeadFurtherAreShownFirst() {
    Map<String, String> details = new HashMap<>();
    for (int i = 0; i < 30; i++) {
      details.put("a" + i, "x");
    }
    details.put("link: Graph", "https://graph.test");
    details.put("image: Load", "javascript:alert(1)");
    scene.report(
        Cast.CHECKOUT,
        "k",
        new Condition("Checkout fails", "lb-1", Severity.CRITICAL, Map.of(), details));
    assertThat(browser.get("/pages/1").body())
        .contains("href=\"https://graph.test\"")
        .doesNotContain("href=\"javascript");
  }

  @Test
  void aPageThatIsOverSaysWhoSaidSoAndIsNotRed() {
    Night.fall(site);
    assertThat(browser.get("/pages/" + Night.OVER).body())
        .contains("21 min, over since 01:21", "Cho, by web", "Over: nobody is called")
        .contains("<ol class=\"time past\">")
        .doesNotContain("state firing", "<button class=\"btn primary\">");
  }

  @Test
  void anAlertLeadsToTheMessageAsItWasReceived() {
    scene.report(
        Cast.CHECKOUT,
        "k",
        Scene.critical("Checkout fails", "lb-1", Map.of()),
        "{\"text\": \"</pre><script>alert(1)</script>\"}");
    var alert = scene.transactions.read(s -> s.alerts().of(scene.page(1).id(), 1)).getFirst();
    String shown = browser.get("/events/" + alert.firstEvent()).body();
    assertThat(shown)
        .contains("&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void messagesAreListedAndCanBeReceivedOnceMore() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    String list = browser.get("/events?integration=prometheus").body();
    assertThat(list).contains("What came by prometheus", "Checkout fails");
    var event = scene.transactions.read(s -> s.alerts().of(scene.page(1).id(), 1)).getFirst();
    String address = "/events/" + event.firstEvent();
    assertThat(list).contains("href=\"" + address + "\"");
    browser.signedIn(site.identity.issueToken("ana", Duration.ofHours(1)));
    press(address + "/replay");
    int kept = scene.transactions.read(s -> newest(s).size());
    assertThat(kept).isEqualTo(2);
    assertThat(browser.get("/events?integration=other").body()).contains("No message came");
  }

  private static List<Event> newest(Stores stores) {
    return stores.events().newest(Optional.empty(), Optional.empty(), 9);
  }

  @Test
  void theButtonsDoWhatTheySay() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    browser.signedIn(site.identity.issueToken("ana", Duration.ofHours(1)));
    press("/pages/1/acknowledge");
    assertThat(scene.page(1).escalation())
        .isInstanceOfSatisfying(
            Escalation.Acknowledged.class, a -> assertThat(a.by()).isEqualTo("ana"));
    assertThat(browser.get("/pages/1").body()).contains("Hand to Ben", "Nobody else is called");
    press("/pages/1/hand-over");
    assertThat(scene.page(1).escalation()).isInstanceOf(Escalation.Waiting.class);
    press("/pages/1/resolve");
    assertThat(scene.page(1).escalation().isResolved()).isTrue();
  }

  @Test
  void whoeverTookAPageMayGiveItBack() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    assertThat(browser.get("/pages/1").body()).doesNotContain("Give back");
    press("/pages/1/acknowledge");
    assertThat(browser.get("/pages/1").body()).contains("Give back");
    press("/pages/1/unacknowledge");
    assertThat(scene.page(1).escalation()).isInstanceOf(Escalation.Waiting.class);
    assertThat(browser.get("/pages/1").body()).contains("Ben gave it back", "by web");
  }

  @Test
  void aPageIsEscalatedToItsNextStep() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    press("/pages/1/escalate");
    assertThat(scene.page(1).escalation())
        .isInstanceOfSatisfying(Escalation.Waiting.class, w -> assertThat(w.step()).isEqualTo(1));
    assertThat(browser.get("/pages/1").body()).contains("Ben escalated it", "Step 2 of 3");
  }

  @Test
  void aPageIsAssignedToSomebodyOfItsTeam() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    assertThat(browser.get("/pages/1").body())
        .contains("<option value=\"cho\">Cho</option>", "Assign");
    var answer = browser.post("/pages/1/assign", Map.of("form", token(), "person", "cho"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(browser.get("/pages/1").body()).contains("Ben assigned it to Cho", "by web");
    var nobody = browser.post("/pages/1/assign", Map.of("form", token(), "person", "zoe"));
    assertThat(nobody.statusCode()).isNotEqualTo(303);
    assertThat(nobody.body()).contains("the handle of a person");
  }

  @Test
  void whatIsOverOffersNothingMore() {
    Night.fall(site);
    assertThat(browser.get("/pages/" + Night.OVER).body())
        .doesNotContain("Give back", ">Escalate<", ">Assign<");
  }

  @Test
  void aPageIsPutOffAndThenListedAsSnoozedAndNeverRed() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    browser.signedIn(site.identity.issueToken("ana", Duration.ofHours(1)));
    assertThat(browser.get("/pages/1").body()).contains("until tomorrow 09:00");
    var answer = browser.post("/pages/1/snooze", Map.of("form", token(), "for", "morning"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(browser.get("/").body())
        .contains("Nothing needs anyone", "1 is held back")
        .contains("Snoozed", "snoozed by Ana until Tue 09:00")
        .doesNotContain("state firing");
    assertThat(browser.get("/pages/1").body())
        .contains("Ana snoozed it for 1 d 5 h", "If nobody takes it until then")
        .contains("Acknowledge")
        .doesNotContain("state firing", "Nobody could be told");
  }

  @Test
  void aNoteStandsInTheTimelineWithItsWriter() {
    Night.fall(site);
    String page = "/pages/" + Night.FIRING;
    assertThat(browser.get(page).body()).contains("Add the note");
    var answer =
        browser.post(page + "/note", Map.of("form", token(), "note", "<b>db-3</b> is slow"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(browser.get(page).body())
        .contains("&lt;b&gt;db-3&lt;/b&gt; is slow", "note by Ben, by web");
    var empty = browser.post(page + "/note", Map.of("form", token(), "note", " "));
    assertThat(empty.statusCode()).isNotEqualTo(303);
  }

  @Test
  void somebodyIsPagedByHand() {
    var answer =
        browser.post(
            "/pages",
            Map.of("form", token(), "service", "checkout", "summary", "The shop looks odd"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/pages/1");
    assertThat(scene.page(1).title()).isEqualTo("The shop looks odd");
  }

  @Test
  void aWrongFormSaysWhatIsWrongAndKeepsWhatWasWritten() {
    var empty = browser.post("/pages", Map.of("form", token(), "service", "db-3", "summary", "  "));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body())
        .contains("Nobody was paged.", "Say in 1 to 1024 characters")
        .contains("value=\"db-3\" selected");
    var unknown =
        browser.post(
            "/pages", Map.of("form", token(), "service", "\"><b>", "summary", "\"><b>hello"));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body())
        .contains("service: ", "the handle of a service")
        .contains("value=\"&#34;>&lt;b>hello\"")
        .doesNotContain("\"><b>hello");
  }

  @Test
  void aFormWithoutOurTokenIsRefused() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    var without = browser.post("/pages/1/acknowledge", Map.of());
    var wrong = browser.post("/pages/1/acknowledge", Map.of("form", "wrong"));
    var foreign =
        browser.post(
            "/pages/1/acknowledge", Map.of("form", token()), "Origin", "https://evil.example");
    String ofAnother = site.identity.issueToken("ana", Duration.ofHours(1));
    String anas;
    try (var other = new Browser(site.url).signedIn(ofAnother)) {
      anas = Browser.formToken(other.get("/").body());
    }
    var borrowed = browser.post("/pages/1/acknowledge", Map.of("form", anas));
    for (HttpResponse<String> answer : List.of(without, wrong, borrowed)) {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("Nothing was changed");
    }
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(scene.page(1).escalation().needsSomebody()).isTrue();
  }

  /// With `no-referrer` a browser sends `Origin: null` with our own forms, and we would refuse
  /// them.
  @Test
  void aBrowserIsToldToSayThatAFormIsOurs() {
    assertThat(browser.get("/").headers().allValues("Referrer-Policy"))
        .containsExactly("same-origin");
  }

  @Test
  void whatCanNotBeSavedIsSaid() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    String form = token();
    scene.overload();
    var answer = browser.post("/pages/1/acknowledge", Map.of("form", form));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Nothing was saved", "Try again in 2 s");
  }

  @Test
  void aPageThatIsNotThereSaysSo() {
    for (String path : List.of("/pages/77", "/pages/nonsense", "/events/nonsense")) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void aRunbookThatIsNoAddressIsNoLink() {
    try (var odd = new TestSite(new Scene(URI.create("javascript:alert(1)")));
        var other = new Browser(odd.url)) {
      odd.scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
      other.signedIn(odd.identity.issueToken("ben", Duration.ofHours(1)));
      assertThat(other.get("/pages/1").body()).doesNotContain("javascript:");
      var link = odd.links.to(odd.scene.page(1).id(), Cast.ANA, odd.scene.clock.now());
      assertThat(other.get(link.getPath()).body()).doesNotContain("javascript:");
    }
  }

  @Test
  void theReaderChoosesTheLightAndComesBack() {
    var answer = browser.post("/light", Map.of("light", "dark", "back", "/pages"));
    assertThat(answer.headers().firstValue("Location")).contains("/pages");
    assertThat(browser.get("/").body()).contains("data-theme=\"dark\"");
    for (String elsewhere : List.of("//evil.example", "https://evil.example", "/\\e")) {
      assertThat(browser.post("/light", Map.of("back", elsewhere)).headers().firstValue("Location"))
          .contains("/");
    }
  }

  @Test
  void theDemoShowsWhosePhoneRings() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    scene.deliver(site.links);
    assertThat(browser.get("/demo").body())
        .contains("Ana was told", "class=\"phone rings\" aria-label=\"The phone of Ana\">")
        .contains("Nothing has come. Ben sleeps on.");
    scene.pass(Duration.ofMinutes(5), site.links);
    assertThat(browser.get("/demo").body())
        .contains("Did not answer", "class=\"phone rings\" aria-label=\"The phone of Ben\">");
    scene.run(new Command.Acknowledge(scene.page(1).id(), "ben", "wake link"));
    assertThat(browser.get("/demo").body()).contains("Ben has it").doesNotContain("phone rings");
  }

  private void press(String path) {
    assertThat(browser.post(path, Map.of("form", token())).statusCode()).isEqualTo(303);
  }

  private String token() {
    return Browser.formToken(browser.get("/").body());
  }
}
