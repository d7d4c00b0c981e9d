package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.access.Pass;
import watchbill.adapter.identity.SigningKey;
import watchbill.adapter.web.notice.NoticeLinks;
import watchbill.alert.PageId;
import watchbill.engine.Command;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.testkit.Cast;

/// What somebody can answer with nothing but the link in a notice.
class NoticePageTest {
  private static final String ID = "01JGX3S0000000000000000001";

  private Scene scene;
  private TestSite site;
  private Browser phone;

  @BeforeEach
  void anaIsAskedWhetherSheCanBeWoken() {
    scene = new Scene();
    site = new TestSite(scene);
    phone = new Browser(site.url);
    scene.run(new Command.GiveNotice(wakeTest(scene, ID)));
  }

  @AfterEach
  void close() {
    phone.close();
    site.close();
  }

  @Test
  void itSaysWhatItIsAndHasOneButton() {
    assertThat(phone.get(link()).body())
        .contains("Can you be woken?", "Wake test · 04:00 CET (03:00 UTC)")
        .contains("If you do nothing", "Ben stands in from 04:10")
        .contains("<button class=\"btn ack\" name=\"do\" value=\"answer\">I am awake</button>")
        .doesNotContain("<script");
  }

  @Test
  void openingTheLinkAnswersNothing() {
    for (int i = 0; i < 5; i++) {
      assertThat(phone.get(link(), "User-Agent", "mail scanner").statusCode()).isEqualTo(200);
    }
    assertThat(end()).isEmpty();
  }

  @Test
  void theButtonAnswersAndSaysSo() {
    HttpResponse<String> pressed = phone.post(link(), Map.of("do", "answer"));
    assertThat(pressed.statusCode()).isEqualTo(303);
    assertThat(end()).contains(new Notice.End.Answered(scene.clock.now(), "ana", "notice link"));
    assertThat(phone.get(pressed.headers().firstValue("Location").orElseThrow()).body())
        .contains("Thank you, Ana. You can be woken; nobody tries any louder. Noted at 04:00.")
        .doesNotContain("<form")
        .doesNotContain("If you do nothing");
    scene.clock.turn(Duration.ofMinutes(1));
    assertThat(phone.post(link(), Map.of("do", "answer")).statusCode()).isEqualTo(303);
    assertThat(end().orElseThrow().at()).isEqualTo(Cast.NIGHT);
  }

  @Test
  void whoComesTooLateIsToldSinceWhen() {
    String link = link();
    scene.clock.turn(Duration.ofMinutes(15));
    assertThat(phone.get(link).body())
        .contains("It is too late to answer: the time for it ended at 04:10.")
        .doesNotContain("<form");
    assertThat(phone.post(link, Map.of("do", "answer")).statusCode()).isEqualTo(303);
    assertThat(end()).isEmpty();
    scene.run(new Command.Tick(10));
    assertThat(end()).contains(new Notice.End.Lapsed(scene.clock.now()));
    assertThat(phone.get(link).body()).contains("ended at 04:10.");
  }

  @Test
  void anExpiredLinkAnswersNothing() {
    String link = link();
    scene.clock.turn(NoticeLinks.LIFETIME.plusMinutes(10));
    assertThat(phone.get(link).statusCode()).isEqualTo(410);
    assertThat(phone.post(link, Map.of("do", "answer")).statusCode()).isEqualTo(410);
    assertThat(phone.get(link).body()).contains("This link has expired", "Sign in instead");
    assertThat(end()).isEmpty();
  }

  @Test
  void aForgedLinkAnswersNothing() {
    String link = link();
    String wake = site.links.to(new PageId("p"), Cast.ANA, scene.clock.now()).getPath();
    for (String forged :
        List.of(
            link.substring(0, link.length() - 1),
            link.replaceFirst("/n/.", link.startsWith("/n/A") ? "/n/B" : "/n/A"),
            wake.replaceFirst("/w/", "/n/"),
            "/n/x",
            "/n/" + "A".repeat(500),
            "/n/%3Cscript%3E")) {
      assertThat(phone.get(forged).statusCode()).as(forged).isEqualTo(403);
      assertThat(phone.post(forged, Map.of("do", "answer")).statusCode()).isEqualTo(403);
    }
    assertThat(end()).isEmpty();
  }

  @Test
  void theLinkOfANoticeIsNoWakeLink() {
    assertThat(phone.get(link().replaceFirst("/n/", "/w/")).statusCode()).isEqualTo(403);
  }

  @Test
  void anotherPurposeHasAnAddressOfItsOwn() {
    var action = new Notice.Action.Elsewhere("See the swap", "swap", "s1");
    String path = site.noticeLinks.to(wakeTest(scene, ID), action, scene.clock.now()).getPath();
    assertThat(path).startsWith("/n/swap/");
    String token = path.substring("/n/swap/".length());
    assertThat(phone.get("/n/" + token).statusCode()).isEqualTo(403);
  }

  @Test
  void anotherSiteCanNotPressTheButton() {
    var answer = phone.post(link(), Map.of("do", "answer"), "Sec-Fetch-Site", "cross-site");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(end()).isEmpty();
  }

  @Test
  void aButtonThatIsNotThereIsRefused() {
    var answer = phone.post(link(), Map.of("do", "sleep-on"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("The field 'do'", "use answer");
  }

  @Test
  void whatCanNotBeSavedIsSaidAndOffersTheButtonAgain() {
    scene.overload();
    var answer = phone.post(link(), Map.of("do", "answer"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(answer.body()).contains("Nothing was saved", "Back to the button");
  }

  @Test
  void anotherPersonsLinkAnswersNothing() {
    var stolen =
        new Pass("notice", notice().id().value(), "ben", scene.clock.now().plusSeconds(60));
    String token = SigningKey.of(scene.transactions).sign(stolen);
    assertThat(phone.post("/n/" + token, Map.of("do", "answer")).body())
        .contains("Nothing was saved");
    assertThat(end()).isEmpty();
  }

  @Test
  void whatIsNotKeptIsSaidToBeGone() {
    var pass = new Pass("notice", "none", "ana", scene.clock.now().plusSeconds(60));
    String token = SigningKey.of(scene.transactions).sign(pass);
    assertThat(phone.get("/n/" + token).statusCode()).isEqualTo(410);
    assertThat(phone.post("/n/" + token, Map.of("do", "answer")).statusCode()).isEqualTo(410);
  }

  @Test
  void itIsDarkAtNightAndAsTheDevicePrefersByDay() {
    assertThat(phone.get(link()).body()).contains("data-theme=\"dark\"");
    scene.clock.turn(Duration.ofHours(3));
    assertThat(phone.get(link()).body()).contains("data-theme=\"\"");
  }

  /// For Ana, of use for ten minutes.
  static Notice wakeTest(Scene scene, String id) {
    return new Notice(
        new NoticeId(id),
        Cast.ANA,
        Notice.Kind.WAKE_TEST,
        "wake-test/" + id,
        "Can you be woken?",
        List.of(Message.Fact.ifYouDoNothing("Ben stands in from 04:10")),
        Optional.of(new Notice.Action.Answer("I am awake")),
        scene.clock.now(),
        Optional.of(scene.clock.now().plus(Duration.ofMinutes(10))));
  }

  private Notice notice() {
    return scene.transactions.read(s -> s.notices().recent(Cast.ANA, 1)).getFirst();
  }

  private Optional<Notice.End> end() {
    return scene.transactions.read(s -> s.notices().endOf(notice().id()));
  }

  private String link() {
    Notice notice = notice();
    return site.noticeLinks.to(notice, notice.action().orElseThrow(), scene.clock.now()).getPath();
  }
}
