package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchbill.engine.Command;
import watchbill.notification.Notice;
import watchbill.testkit.Cast;

/// Every page in a real browser, dark and light, on a phone and on a desk: pictures to look at in
/// `target/screenshots`, and no accessibility violation.
@Tag("slow")
class GalleryTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static Playwright playwright;
  private static Browser browser;
  private static String axe;

  private record Look(String name, String theme, int width, int height) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look("light-phone", "light", 360, 740),
          new Look("dark-phone", "dark", 360, 740),
          new Look("light-wide", "light", 1180, 740),
          new Look("dark-wide", "dark", 1180, 740));

  @BeforeAll
  static void openTheBrowser() throws IOException {
    if (!Files.isExecutable(CHROMIUM)) {
      throw new AssertionError(
          "no browser at " + CHROMIUM + "; .ci/run installs it (Debian: chromium)");
    }
    Files.createDirectories(PICTURES);
    try (InputStream in = GalleryTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));
  }

  @AfterAll
  static void closeTheBrowser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @Test
  void everyPageIsReadableByEverybody() {
    List<String> faults = new ArrayList<>();
    try (var site = new TestSite(new Scene());
        var empty = new TestSite(new Scene())) {
      Night.fall(site);
      for (Look look : LOOKS) {
        faults.addAll(visit(site, look, addresses(site)));
        faults.addAll(
            visit(
                empty,
                look,
                Map.of("now-empty", "/", "noise-empty", "/noise", "demo-quiet", "/demo")));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyPageOfTheRotasIsReadableByEverybody() {
    List<String> faults = new ArrayList<>();
    try (var site = new TestSite(new Scene())) {
      Fortnight.plan(site.scene);
      Fortnight.ask(site.scene);
      for (Look look : LOOKS) {
        faults.addAll(visit(site, look, ofRotas()));
        faults.addAll(fillInWrongly(site, look));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyPageOfHeartbeatsIsReadableByEverybody() {
    List<String> faults = new ArrayList<>();
    try (var site = new TestSite(new Scene());
        var empty = new TestSite(new Scene())) {
      Pulse.beat(site.scene);
      Map<String, String> pages =
          Map.of(
              "heartbeats",
              "/heartbeats",
              "heartbeat-failed",
              "/heartbeats/nightly-backup",
              "heartbeat-missing",
              "/heartbeats/sync",
              "heartbeat-unseen",
              "/heartbeats/genie:Host%201%20%3Cbackup%3E",
              "heartbeat-unknown",
              "/heartbeats/nobody");
      for (Look look : LOOKS) {
        faults.addAll(visit(site, look, pages));
        faults.addAll(visit(empty, look, Map.of("heartbeats-empty", "/heartbeats")));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void thePageRefreshesByItselfAndSaysWhenItNoLongerCan() {
    var site = new TestSite(new Scene());
    try (BrowserContext context = browser.newContext()) {
      String session = site.identity.issueToken("ben", Duration.ofHours(1));
      context.addCookies(List.of(cookie(site.url, "watchbill", session)));
      Page page = context.newPage();
      page.navigate(site.url.toString());
      assertThat(page.textContent("h1")).isEqualTo("Nothing needs anyone");
      page.click("summary");
      page.fill("input[name=summary]", "half a sentence");
      site.scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
      page.waitForSelector("text=1 page needs someone");
      // What somebody was writing is still there.
      assertThat(page.inputValue("input[name=summary]")).isEqualTo("half a sentence");
      assertThat(page.isVisible(".stale")).isFalse();
      site.close();
      page.waitForSelector("text=No contact with Watchbill");
      assertThat(page.textContent("h1")).isEqualTo("1 page needs someone");
    }
  }

  @Test
  void aPageIsAcknowledgedWithTheKeyboardAlone() {
    try (var site = new TestSite(new Scene());
        BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      site.scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
      Page page = context.newPage();
      page.navigate(site.url.resolve(wake(site, 1, "ana")).toString());
      page.focus("text=Acknowledge");
      page.keyboard().press("Enter");
      page.waitForSelector("text=You have it, Ana.");
      var dock = page.locator(".dock .ack").boundingBox();
      assertThat(dock.height).isGreaterThanOrEqualTo(64);
    }
  }

  @Test
  void aPageIsAssignedWithTheKeyboardAlone() {
    try (var site = new TestSite(new Scene());
        BrowserContext context =
            browser.newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(false)
                    .setViewportSize(360, 740))) {
      site.scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
      String session = site.identity.issueToken("ben", Duration.ofHours(1));
      context.addCookies(List.of(cookie(site.url, "watchbill", session)));
      Page page = context.newPage();
      page.navigate(site.url.resolve("/pages/1").toString());
      page.focus("select[name=person]");
      page.keyboard().type("Cho");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForSelector("text=Ben assigned it to Cho");
      for (var button : page.locator(".actions .btn").all()) {
        assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
      }
    }
  }

  @Test
  void theWaysOfThePageAreOneRowOnAPhone() {
    try (var site = new TestSite(new Scene());
        BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740))) {
      String session = site.identity.issueToken("ben", Duration.ofHours(1));
      context.addCookies(List.of(cookie(site.url, "watchbill", session)));
      Page page = context.newPage();
      page.navigate(site.url.toString());
      assertThat(page.locator(".top nav").boundingBox().height).isLessThan(64);
      page.focus("text=My duty");
      assertThat(page.locator("text=My duty").boundingBox().x).isLessThan(360);
    }
  }

  private static Map<String, String> addresses(TestSite site) {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("now", "/");
    addresses.put("pages", "/pages");
    addresses.put("page-firing", "/pages/" + Night.FIRING);
    addresses.put("page-taken", "/pages/" + Night.TAKEN);
    addresses.put("page-over", "/pages/" + Night.OVER);
    addresses.put("page-missing", "/pages/999");
    addresses.put("event", "/events/" + firstEvent(site));
    addresses.put("events", "/events");
    addresses.put("explain", "/explain");
    addresses.put("explain-message", "/explain?event=" + firstEvent(site));
    addresses.put("why", "/events/" + firstEvent(site) + "/explain");
    addresses.put("why-me", "/events/" + firstEvent(site) + "/explain?person=cho");
    addresses.put("wake-firing", wake(site, Night.FIRING, "ben"));
    addresses.put("wake-firing-ana", wake(site, Night.FIRING, "ana"));
    addresses.put("wake-you-have-it", wake(site, Night.TAKEN, "ben"));
    addresses.put("wake-ben-has-it", wake(site, Night.TAKEN, "ana"));
    addresses.put("wake-over", wake(site, Night.OVER, "cho"));
    addresses.put("noise", "/noise");
    addresses.put("wake-forged", "/w/abcdef");
    addresses.put("wake-notice-asks", notice(site, "01JGX3S0000000000000000001", false));
    addresses.put("wake-notice-answered", notice(site, "01JGX3S0000000000000000002", true));
    addresses.put("wake-notice-forged", "/n/abcdef");
    addresses.put("sign-in", "/sign-in");
    addresses.put("sign-in-button", "/sign-in/abc");
    addresses.put("demo", "/demo");
    return addresses;
  }

  private static Map<String, String> ofRotas() {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("rotas", "/rotas");
    addresses.put("rota", "/rotas/payments");
    addresses.put("rota-spring-forward", "/rotas/payments?month=2025-03");
    addresses.put("rota-lieutenant", "/rotas/payments?role=lieutenant");
    addresses.put("rota-begins", "/rotas/storage?month=2025-01");
    addresses.put("rota-missing", "/rotas/none");
    addresses.put("rota-history", "/rotas/payments/history");
    addresses.put("override", "/rotas/payments/override");
    addresses.put("swap", "/rotas/payments/swap");
    addresses.put("swap-nothing", "/rotas/storage/swap");
    addresses.put("leave", "/me/leave");
    addresses.put("me", "/me");
    addresses.put("me-said", "/me?done=test-sent");
    return addresses;
  }

  private static String firstEvent(TestSite site) {
    var page = site.scene.page(Night.FIRING).id();
    return site.scene
        .transactions
        .read(s -> s.alerts().of(page, 1))
        .getFirst()
        .firstEvent()
        .value();
  }

  private static String wake(TestSite site, long number, String who) {
    var person = new watchbill.catalog.PersonId(who);
    return site.links.to(site.scene.page(number).id(), person, site.scene.clock.now()).getPath();
  }

  private static String notice(TestSite site, String id, boolean answered) {
    Notice notice = NoticePageTest.wakeTest(site.scene, id);
    site.scene.run(new Command.GiveNotice(notice));
    if (answered) {
      site.scene.run(new Command.AnswerNotice(notice.id(), "ana", "notice link"));
    }
    Notice.Action action = notice.action().orElseThrow();
    return site.noticeLinks.to(notice, action, site.scene.clock.now()).getPath();
  }

  private static List<String> visit(TestSite site, Look look, Map<String, String> addresses) {
    String session = site.identity.issueToken("ben", Duration.ofHours(1));
    var size = new Browser.NewContextOptions().setViewportSize(look.width(), look.height());
    List<String> faults = new ArrayList<>();
    try (BrowserContext context = browser.newContext(size)) {
      context.addCookies(
          List.of(cookie(site.url, "watchbill", session), cookie(site.url, "theme", look.theme())));
      Page page = context.newPage();
      page.onConsoleMessage(m -> {
        // A missing page is shown on purpose.
        if (m.type().equals("error") && !m.text().contains("responded with a status")) {
          faults.add(look.name() + ": console: " + m.text());
        }
      });
      addresses.forEach((name, address) -> {
        page.navigate(site.url.resolve(address).toString());
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + look.name() + ".png"))
                .setFullPage(!name.startsWith("wake")));
        faults.addAll(violations(page, name + " " + look.name()));
      });
    }
    return faults;
  }

  /// With an end before the beginning, and nobody to stand in for.
  private static List<String> fillInWrongly(TestSite site, Look look) {
    String session = site.identity.issueToken("ben", Duration.ofHours(1));
    var size = new Browser.NewContextOptions().setViewportSize(look.width(), look.height());
    try (BrowserContext context = browser.newContext(size)) {
      context.addCookies(
          List.of(cookie(site.url, "watchbill", session), cookie(site.url, "theme", look.theme())));
      Page page = context.newPage();
      page.navigate(site.url.resolve("/rotas/payments/override").toString());
      page.selectOption("select[name=kind]", "replace");
      page.fill("input[name=until]", "2025-01-01T09:00");
      page.fill("input[name=reason]", "what was typed is kept");
      page.click("text=Enter it");
      page.waitForSelector("text=It must end after it begins.");
      assertThat(page.inputValue("input[name=reason]")).isEqualTo("what was typed is kept");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(PICTURES.resolve("override-wrong-" + look.name() + ".png"))
              .setFullPage(true));
      return violations(page, "override-wrong " + look.name());
    }
  }

  private static List<String> violations(Page page, String where) {
    page.evaluate(axe);
    Object found =
        page.evaluate(
            """
            async () => {
              const seen = await axe.run();
              const blind = seen.passes.length < 10 ? ['axe looked at next to nothing'] : [];
              return blind.concat(
                seen.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')));
            }
            """);
    boolean scrolls =
        (boolean)
            page.evaluate(
                "() => document.documentElement.scrollWidth"
                    + " > document.documentElement.clientWidth");
    List<String> faults = new ArrayList<>();
    ((List<?>) found).forEach(v -> faults.add(where + ": " + v));
    if (scrolls) {
      faults.add(where + ": it must be scrolled sideways");
    }
    return faults;
  }

  private static Cookie cookie(URI url, String name, String value) {
    return new Cookie(name, value).setUrl(url.toString());
  }
}
