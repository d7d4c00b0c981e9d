package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.engine.Command;
import watchbill.rota.Role;
import watchbill.testkit.Cast;
import watchbill.time.Span;

/// What a team sees of its rotas in the browser, and enters there.
class RotaPagesTest {
  private static final String OVERRIDE = "/rotas/payments/override";

  private Scene scene;
  private TestSite site;
  private Browser browser;

  @BeforeEach
  void benSignsIn() {
    scene = new Scene();
    site = new TestSite(scene);
    browser = new Browser(site.url);
    signIn("ben");
  }

  @AfterEach
  void close() {
    browser.close();
    site.close();
  }

  @Test
  void everyRotaIsListedWithWhoHasItAndItsNextGap() {
    Fortnight.plan(scene);
    assertThat(browser.get("/rotas").body())
        .contains("2 rotas have gaps ahead")
        .contains("Ana until Mon 6 Jan 09:00", "gap from Thu 16 Jan 09:00")
        .contains("its first turn has not begun until Mon 6 Jan 09:00");
  }

  @Test
  void theHeadlineNamesTheGapAndTheTextExplainsIt() {
    Fortnight.plan(scene);
    assertThat(browser.get("/rotas/payments").body())
        .contains("Payments: one gap in January")
        .contains("Nobody: an override takes everybody off")
        .contains("Thursday 16 January 09:00 to Saturday 18 January 09:00: nobody is on duty")
        .contains("Ask who can take it", "A page in it goes to the fallback at once")
        .contains("Ben sees the dentist", "Dev stands in for Ben", "lieutenant Cho");
  }

  @Test
  void leaveWithoutALieutenantIsAGapWithItsName() {
    leave("dev", "2025-01-08T08:00:00Z", "2025-01-10T08:00:00Z");
    assertThat(browser.get("/rotas/storage").body())
        .contains("Nobody: Dev is on leave")
        .contains("because Dev is on leave, and no lieutenant can stand in", "Let Ana take it");
    assertThat(browser.get("/rotas/payments").body()).contains("Payments: no gap");
  }

  @Test
  void dutyOnAPublicHolidayIsSaidWhileItLiesAhead() {
    assertThat(browser.get("/rotas/payments").body()).doesNotContain("Public holidays");
    scene.holiday("2025-01-09", "San <b>Julián");
    assertThat(browser.get("/rotas/payments").body())
        .contains("Public holidays")
        .contains("is on duty on Thu 9 Jan, a public holiday: San &lt;b&gt;Julián (es-madrid)");
    assertThat(browser.get("/rotas/payments?month=2025-03").body())
        .doesNotContain("Public holidays");
  }

  /// Sunday 30 March 2025 has 23 hours in Madrid: half past its 23 hours is 12:30 on the wall.
  @Test
  void aDayOf23HoursIsAsWideAsAnyOther() {
    String day = browser.get("/rotas/payments?month=2025-03").body();
    assertThat(day).contains("Payments: no gap in March", "24 – 30 Mar");
    enter("2025-03-30T12:30", "2025-03-30T18:00");
    assertThat(browser.get("/rotas/payments?month=2025-03").body())
        .contains("Sun 30 Mar 12:30 to Sun 30 Mar 18:00", "d0 h5 q3");
  }

  @Test
  void oneMonthLeadsToTheNext() {
    assertThat(browser.get("/rotas/payments?month=2025-12").body())
        .contains("/rotas/payments?month=2025-11", "/rotas/payments?month=2026-01")
        .contains("January 2026");
    assertThat(browser.get("/rotas/payments?month=2025-13").statusCode()).isEqualTo(422);
    assertThat(browser.get("/rotas/payments?month=9999-01").body()).contains("month: ");
    assertThat(browser.get("/rotas/none").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherRoleIsDrawnWhenAskedFor() {
    assertThat(browser.get("/rotas/payments?role=lieutenant").body())
        .containsPattern("role=lieutenant\"\\s+aria-current=\"page\"")
        .doesNotContain("lieutenant Cho</span>");
  }

  @Test
  void anOverrideIsEnteredAndWithdrawn() {
    var answer = enter("2025-01-08T09:00", "2025-01-09T09:00");
    assertThat(location(answer)).isEqualTo("/rotas/payments?done=override-entered");
    String page = browser.get(location(answer)).body();
    assertThat(page).contains("The override is entered.", "Dev takes over");
    String id = overrides().getFirst();
    var back = press("/rotas/payments/overrides/" + id + "/withdraw", Map.of());
    assertThat(browser.get(location(back)).body())
        .contains("The override is withdrawn.")
        .doesNotContain("Dev takes over");
    assertThat(browser.get("/rotas/payments/history").body())
        .contains("Payments: 2 changes", "by Ben");
  }

  @Test
  void aWrongOverrideSaysWhatIsWrongBesideItsFieldAndKeepsTheRest() {
    var answer = enter("2025-01-09T09:00", "2025-01-08T09:00");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Nothing was saved yet.")
        .contains("id=\"until-mistake\">It must end after it begins.")
        .contains("value=\"2025-01-09T09:00\"", "value=\"2025-01-08T09:00\"")
        .containsPattern("<option value=\"dev\"\\s+selected\\s*>Dev</option>");
    var fields = fields("", "soon");
    fields.put("kind", "replace");
    assertThat(press(OVERRIDE, fields).body())
        .contains("id=\"from-mistake\"", "id=\"until-mistake\"", "id=\"out-mistake\"");
  }

  @Test
  void whatTheEngineRefusesStandsBesideTheFieldToo() {
    var over = enter("2024-01-08T09:00", "2024-01-09T09:00");
    assertThat(over.statusCode()).isEqualTo(422);
    assertThat(over.body()).contains("id=\"until-mistake\">until: ");
  }

  @Test
  void aSwapIsAskedForAndAccepted() {
    String form = browser.get("/rotas/payments/swap").body();
    assertThat(form).contains("Mon 6 Jan 09:00 to Mon 13 Jan 09:00", "Cho, for nothing back");
    String mine = "primary 2025-01-06T08:00:00Z 2025-01-13T08:00:00Z";
    String theirs = "cho 2025-01-13T08:00:00Z 2025-01-20T08:00:00Z";
    var asked =
        press(
            "/rotas/payments/swap", Map.of("mine", mine, "theirs", theirs, "note", "My birthday"));
    assertThat(location(asked)).isEqualTo("/me?done=swap-asked");
    assertThat(browser.get("/me").body()).contains("Swaps you asked for", "Waits");
    signIn("cho");
    assertThat(browser.get("/me").body())
        .contains("Waiting for your answer", "Ben asks you to take", "“My birthday”");
    String id = scene.transactions.read(s -> s.swaps().open()).getFirst().id();
    var accepted = press("/me/swaps/" + id + "/accept", Map.of());
    assertThat(browser.get(location(accepted)).body())
        .contains("Accepted: the shifts are swapped.", "swap with Ben");
    assertThat(browser.get("/rotas/payments").body()).contains("swap with Ben", "swap with Cho");
  }

  @Test
  void aPartOfAShiftIsSwappedAndOnlyAPart() {
    String mine = "primary 2025-01-06T08:00:00Z 2025-01-13T08:00:00Z";
    var fields = new HashMap<>(Map.of("mine", mine, "theirs", "cho"));
    fields.put("from", "2025-01-08T18:00");
    fields.put("until", "2025-01-20T18:00");
    assertThat(press("/rotas/payments/swap", fields).body()).contains("id=\"mine-mistake\"");
    fields.put("until", "2025-01-09T09:00");
    assertThat(press("/rotas/payments/swap", fields).statusCode()).isEqualTo(303);
    fields.put("theirs", "ben");
    assertThat(press("/rotas/payments/swap", fields).body()).contains("id=\"theirs-mistake\"");
    fields.put("mine", "nonsense");
    assertThat(press("/rotas/payments/swap", fields).body()).contains("Choose one of your shifts");
  }

  @Test
  void aGapIsOpenedAndClaimed() {
    Fortnight.plan(scene);
    var span = Map.of("from", "2025-01-16T08:00:00Z", "until", "2025-01-18T08:00:00Z");
    var opened = press("/rotas/payments/open-shifts", span);
    assertThat(browser.get(location(opened)).body()).contains("The shift is open");
    signIn("ana");
    assertThat(browser.get("/me").body()).contains("Open shifts", "nobody is on duty then");
    String id = scene.transactions.read(s -> s.openShifts().open()).getFirst().id();
    var claimed = press("/me/shifts/" + id + "/claim", Map.of());
    assertThat(browser.get(location(claimed)).body()).contains("The shift is yours.");
    assertThat(browser.get("/rotas/payments").body()).contains("Payments: no gap");
  }

  @Test
  void aSuggestionIsTaken() {
    Fortnight.plan(scene);
    assertThat(browser.get("/rotas/payments").body()).contains("Let Ana take it");
    var fields =
        Map.of("from", "2025-01-16T08:00:00Z", "until", "2025-01-18T08:00:00Z", "person", "ana");
    var taken = press("/rotas/payments/suggestion", fields);
    assertThat(browser.get(location(taken)).body())
        .contains("The suggestion is entered.", "Payments: no gap");
    assertThat(press("/rotas/payments/suggestion", Map.of("from", "x")).statusCode())
        .isEqualTo(422);
  }

  private HttpResponse<String> enter(String from, String until) {
    return press(OVERRIDE, fields(from, until));
  }

  private static Map<String, String> fields(String from, String until) {
    return new HashMap<>(
        Map.of(
            "person", "dev", "kind", "take-over", "role", "primary", "from", from, "until", until));
  }

  private void leave(String who, String from, String until) {
    var span = new Span(Instant.parse(from), Instant.parse(until));
    var person = new watchbill.catalog.PersonId(who);
    scene.run(new Command.EnterLeave(person, span, "", who));
  }

  private List<String> overrides() {
    var window = new Span(scene.clock.now(), scene.clock.now().plus(Duration.ofDays(30)));
    return scene.transactions.read(s -> s.overrides().touching(window)).stream()
        .filter(o -> o.rota().equals(Cast.ROTA) && o.role().equals(Role.PRIMARY))
        .map(o -> o.id())
        .toList();
  }

  private void signIn(String who) {
    browser.signedIn(site.identity.issueToken(who, Duration.ofHours(9)));
  }

  private HttpResponse<String> press(String path, Map<String, String> fields) {
    var sent = new HashMap<>(fields);
    sent.put("form", Browser.formToken(browser.get("/").body()));
    return browser.post(path, sent);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
