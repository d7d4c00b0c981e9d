package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.calendar.Feed;

/// What somebody sees of their own duty, and does about it.
class MyDutyTest {
  private Scene scene;
  private TestSite site;
  private Browser browser;

  @BeforeEach
  void anaSignsIn() {
    scene = new Scene();
    site = new TestSite(scene);
    browser = new Browser(site.url);
    signIn("ana");
  }

  @AfterEach
  void close() {
    browser.close();
    site.close();
  }

  @Test
  void itSaysUntilWhenIAmOnDutyAndWhenNext() {
    assertThat(browser.get("/me").body())
        .contains("You are on duty until Mon 6 Jan 09:00", "I can't")
        .contains("Mon 27 Jan 09:00 to Mon 3 Feb 09:00", "Primary · lieutenant Ben")
        .contains("Push to topic-ana, at once", "SMS to +34600000001, after 2 min");
    signIn("cho");
    assertThat(browser.get("/me").body())
        .contains("You are on duty next from Mon 13 Jan 09:00")
        .doesNotContain("I can't");
  }

  @Test
  void iCanNotAndTakeItBack() {
    assertThat(after(press("/me/stand-down", Map.of())))
        .contains("You are off duty.", "You can't stand watch until Mon 6 Jan 09:00", "Take back");
    assertThat(browser.get("/rotas/payments").body()).contains("for Ana, who is unable");
    assertThat(after(press("/me/take-back", Map.of())))
        .contains("You are on duty again.", "You are on duty until");
  }

  @Test
  void leaveIsWholeDaysOfMyOwnClock() {
    var fields =
        Map.of("person", "ana", "from", "2025-01-28", "until", "2025-01-29", "note", "Ski");
    assertThat(after(press("/me/leave", fields)))
        .contains("The leave is entered.", "Tue 28 Jan 00:00 to Thu 30 Jan 00:00", "Ski");
    var again = press("/me/leave", fields);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("id=\"from-mistake\"", "value=\"2025-01-28\"", "Ski");
    String id =
        scene
            .transactions
            .read(s -> s.leaves().of(watchbill.testkit.Cast.ANA, scene.clock.now()))
            .getFirst()
            .id();
    signIn("ben");
    assertThat(press("/me/leave/" + id + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
    signIn("ana");
    assertThat(after(press("/me/leave/" + id + "/withdraw", Map.of())))
        .contains("The leave is withdrawn.", "You are not away.");
  }

  @Test
  void wrongLeaveSaysWhatIsWrong() {
    var turned = Map.of("person", "ana", "from", "2025-01-29", "until", "2025-01-28");
    assertThat(press("/me/leave", turned).body())
        .contains("id=\"until-mistake\">The last day is not before the first.");
    var none = Map.of("person", "ana", "from", "tomorrow", "until", "");
    assertThat(press("/me/leave", none).body())
        .contains("id=\"from-mistake\"", "id=\"until-mistake\"");
    var others = Map.of("person", "ben", "from", "2025-01-28", "until", "2025-01-29");
    assertThat(press("/me/leave", others).body()).contains("id=\"person-mistake\"");
    signIn("dev");
    assertThat(press("/me/leave", others).statusCode()).as("Dev leads the team").isEqualTo(303);
  }

  @Test
  void myPhoneIsTested() {
    assertThat(after(press("/me/test", Map.of()))).contains("A test is on its way");
    var soon = press("/me/test", Map.of());
    assertThat(soon.statusCode()).isEqualTo(422);
    assertThat(soon.body()).contains("one test a minute");
  }

  @Test
  void myCalendarIsShownOnceAndRevoked() {
    var made = press("/me/feeds", Map.of());
    assertThat(made.body()).contains("shown this once");
    var address = Pattern.compile("http://\\S+/calendar/[\\w-]{43}\\.ics").matcher(made.body());
    assertThat(address.find()).isTrue();
    assertThat(browser.get("/me").body()).doesNotContain(address.group()).contains("Revoke");
    String id =
        scene.transactions.read(s -> s.feeds().of(new Feed.OfPerson("ana"))).getFirst().id();
    signIn("ben");
    assertThat(press("/me/feeds/" + id + "/revoke", Map.of()).statusCode()).isEqualTo(404);
    signIn("ana");
    assertThat(after(press("/me/feeds/" + id + "/revoke", Map.of())))
        .contains("leads nowhere from now on")
        .doesNotContain("Revoke</button>");
  }

  @Test
  void theAdministratorHasNoDuty() {
    signIn("admin");
    assertThat(browser.get("/me").body()).contains("You have no duty");
  }

  @Test
  void aFormOfAnotherSiteDoesNothing() {
    for (String path : new String[] {"/me/stand-down", "/me/feeds", "/me/leave", "/me/test"}) {
      assertThat(browser.post(path, Map.of()).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void aLinkCanNotMakeThePageSaySomething() {
    assertThat(browser.get("/me?done=you-are-fired").body()).doesNotContain("fired");
  }

  private void signIn(String who) {
    browser.signedIn(site.identity.issueToken(who, Duration.ofHours(9)));
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
