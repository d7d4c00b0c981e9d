package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.request.Between;
import watchbill.testkit.Cast;
import watchbill.time.Span;

/// Whatever a sender writes is shown as text, in every place where it is shown.
class HostileTextTest {
  private static final List<String> CORPUS =
      List.of(
          "<script>alert(1)</script>",
          "</title><script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "\" autofocus onfocus=\"alert(1)",
          "</textarea><svg/onload=alert(1)>",
          "<!--<script>alert(1)</script>-->",
          "]]><script>alert(1)</script>",
          "javascript:alert(1)",
          "data:text/html,<script>alert(1)</script>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "{{7*7}}${7*7}<%= 7*7 %>",
          "\u202Egnp.exe\u0000\u0007<b>",
          "<iframe srcdoc='<script>alert(1)</script>'>");

  private static final Pattern TAG_START = Pattern.compile("<[a-zA-Z]");
  private static final Pattern TAG =
      Pattern.compile("<([a-z0-9]+)((?:\\s+[a-z-]+(?:=(?:\"[^\"<]*\"|'[^']*'))?)*)\\s*/?>");
  private static final Pattern RUNS_SOMETHING =
      Pattern.compile(
          "\\son\\w+=|\\ssrcdoc=|\\sstyle=|(href|src|action)=\"(?!/[^/]|/\"|#|https://example)");
  private static final Set<String> OUR_TAGS =
      Set.of(
          ("html head meta title link script body a header nav b div form input button span p main"
                  + " h1 h2 details summary label select textarea option ul li ol time section"
                  + " article aside dl dt dd pre code i")
              .split(" "));

  @Test
  void nothingASenderWritesBecomesPartOfThePage() {
    for (String hostile : CORPUS) {
      var scene = new Scene();
      try (var site = new TestSite(scene);
          var browser = new Browser(site.url)) {
        browser.signedIn(site.identity.issueToken("ben", Duration.ofHours(1)));
        var condition =
            new Condition(
                hostile,
                hostile,
                Severity.CRITICAL,
                Map.of(hostile, hostile),
                Map.of(hostile, hostile));
        scene.report(Cast.CHECKOUT, hostile, condition, hostile);
        scene.deliver(site.links);
        var page = scene.page(1);
        var event =
            scene.transactions.read(s -> s.alerts().of(page.id(), 1)).getFirst().firstEvent();
        String wake = site.links.to(page.id(), Cast.ANA, scene.clock.now()).getPath();
        for (String path : List.of("/", "/pages", "/pages/1", "/events/" + event, wake, "/demo")) {
          var answer = browser.get(path);
          assertThat(answer.statusCode()).as(path).isEqualTo(200);
          assertHarmless(answer.body(), path + " shows " + hostile);
        }
      }
    }
  }

  @Test
  void nothingAColleagueEntersBecomesPartOfThePage() {
    for (String hostile : CORPUS) {
      Scene scene = Scene.called(hostile);
      enter(scene, hostile);
      try (var site = new TestSite(scene);
          var browser = new Browser(site.url)) {
        browser.signedIn(site.identity.issueToken("cho", Duration.ofHours(1)));
        for (String path :
            List.of(
                "/",
                "/rotas",
                "/rotas/payments",
                "/rotas/payments/history",
                "/me",
                "/me/leave",
                "/rotas/payments/override",
                "/rotas/payments/swap")) {
          var answer = browser.get(path);
          assertThat(answer.statusCode()).as(path).isEqualTo(200);
          assertHarmless(answer.body(), path + " shows " + hostile);
        }
        var fields = new HashMap<String, String>();
        fields.put("form", Browser.formToken(browser.get("/").body()));
        for (String field : List.of("person", "kind", "out", "role", "from", "until", "reason")) {
          fields.put(field, hostile);
        }
        var wrong = browser.post("/rotas/payments/override", fields);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertHarmless(wrong.body(), "the override form after " + hostile);
      }
    }
  }

  /// Ben writes it wherever he may write something.
  private static void enter(Scene scene, String hostile) {
    Role role = Role.PRIMARY;
    var day = span("2025-01-08T08:00:00Z", "2025-01-09T08:00:00Z");
    var night = Between.of(span("2025-01-10T20:00:00Z", "2025-01-11T06:00:00Z"));
    var change = new Change.Replace(Cast.BEN, Cast.DEV);
    scene.run(new Command.AddOverride(Cast.ROTA, role, day, change, hostile, Cast.BEN));
    var swap =
        new Command.AskSwap(Cast.ROTA, role, Cast.BEN, night, Cast.CHO, Optional.empty(), hostile);
    assertThat(scene.run(swap)).isInstanceOf(Reply.Made.class);
    var later = Between.of(span("2025-01-11T20:00:00Z", "2025-01-12T06:00:00Z"));
    assertThat(scene.run(new Command.OpenShiftUp(Cast.ROTA, role, later, hostile, Cast.BEN)))
        .isInstanceOf(Reply.Made.class);
    var away = span("2025-01-28T08:00:00Z", "2025-01-29T08:00:00Z");
    scene.run(new Command.EnterLeave(Cast.CHO, away, hostile, "cho"));
  }

  private static Span span(String from, String until) {
    return new Span(Instant.parse(from), Instant.parse(until));
  }

  /// Every tag is one of ours, whole, and none has an attribute that runs something.
  private static void assertHarmless(String html, String where) {
    Matcher start = TAG_START.matcher(html);
    while (start.find()) {
      Matcher tag = TAG.matcher(html).region(start.start(), html.length());
      assertThat(tag.lookingAt()).as("%s: %s", where, html.substring(start.start())).isTrue();
      assertThat(OUR_TAGS).as(where).contains(tag.group(1));
      // What stands in a field's value is text, as long as the tag is whole.
      String attributes = tag.group(2).replaceAll("\\svalue=\"[^\"]*\"", "");
      assertThat(attributes).as(where).doesNotContainPattern(RUNS_SOMETHING);
    }
    assertThat(html).as(where).doesNotContain("<script>", "<!--");
  }
}
