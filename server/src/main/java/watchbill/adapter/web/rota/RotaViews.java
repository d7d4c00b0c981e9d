package watchbill.adapter.web.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Visit;
import watchbill.calendar.Holiday;
import watchbill.catalog.Catalog;
import watchbill.escalation.Roster;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.RotaOverride;
import watchbill.rota.Shift;
import watchbill.time.Span;
import watchbill.watch.Duties;
import watchbill.watch.Duty;
import watchbill.watch.Finding;
import watchbill.watch.HolidayDuties;

/// Puts the page of one rota together.
record RotaViews(Visit visit, Rota rota, Role role, Stretch stretch) {
  private static final int OVERRIDES_MAX = 50;
  private static final int HOLIDAYS_MAX = 50;

  /// All that the page looks at: what is drawn, and what the load is measured by.
  Span window() {
    Instant loadFrom = visit.now().minus(Burdens.PERIOD);
    Span drawn = stretch.span();
    Instant from = drawn.from().isBefore(loadFrom) ? drawn.from() : loadFrom;
    Instant now = visit.now().plus(Duration.ofDays(1));
    return new Span(from, drawn.until().isAfter(now) ? drawn.until() : now);
  }

  /// @param holidays of the regions of its people, through the window
  RotaView of(Roster roster, List<Holiday> holidays, String said) {
    var names = new Names(roster);
    var words = new RotaWords(names, new Days(rota.zone()));
    var tints = new Tints(rota.people());
    List<Shift> shifts = roster.shifts(rota.id(), role, stretch.span());
    List<Shift> lieutenants =
        role.equals(Role.PRIMARY)
            ? roster.shifts(rota.id(), Role.LIEUTENANT, stretch.span())
            : List.of();
    var burdens = Burdens.of(rota, carried(), roster, words, visit.now());
    var takers = Takers.of(rota, carried(), roster, window(), burdens.loads());
    var gaps = new Gaps(shifts, words, stretch, takers, visit.now());
    String title = Names.title(rota.id().handle());
    return new RotaView(
        visit.frame(title),
        title + ": " + gaps.headline(),
        new Summary(rota).inWords() + burdens.fairWithin(),
        said,
        address(rota.id()),
        spanInWords(),
        rota.zone().getId(),
        role.word(),
        roles(),
        months(),
        new Grids(stretch, words, tints, lieutenants, visit.now()).draw(shifts),
        gaps.items(),
        gaps.notShown(),
        gaps.rest(),
        onHolidays(roster.catalog(), shifts, holidays),
        burdens.load(),
        overrides(roster, words),
        visit.clock().asOf());
  }

  /// Who is on duty on a public holiday that is not over.
  private List<String> onHolidays(Catalog catalog, List<Shift> shifts, List<Holiday> holidays) {
    List<Duty> duties = Duties.of(shifts, stretch.span());
    return HolidayDuties.among(catalog, holidays, duties).stream()
        .filter(f -> f.span().until().isAfter(visit.now()))
        .filter(f -> stretch.span().contains(f.span().from()))
        .map(Finding::said)
        .limit(HOLIDAYS_MAX)
        .toList();
  }

  /// Being lieutenant by rule is no load: it follows from the primaries.
  private Role carried() {
    boolean byRule = role.equals(Role.LIEUTENANT) && rota.layersOf(role).isEmpty();
    return byRule ? Role.PRIMARY : role;
  }

  static String address(RotaId rota) {
    return "/rotas/" + rota.handle();
  }

  private String spanInWords() {
    String words = stretch.inWords(visit.now());
    return stretch.month().isPresent() ? words : Names.title(words);
  }

  private List<RotaView.Way> roles() {
    return rota.roles().stream()
        .map(r -> new RotaView.Way(to(stretch.month(), r), Names.title(r.word()), r.equals(role)))
        .toList();
  }

  private List<RotaView.Way> months() {
    YearMonth around = stretch.around();
    boolean asked = stretch.month().isPresent();
    YearMonth before = asked ? around.minusMonths(1) : around;
    YearMonth after = around.plusMonths(1);
    return List.of(
        month(before), new RotaView.Way(to(Optional.empty(), role), "Now", !asked), month(after));
  }

  private RotaView.Way month(YearMonth month) {
    String name = Stretch.of(month, rota.zone()).inWords(visit.now());
    return new RotaView.Way(to(Optional.of(month), role), Names.title(name), false);
  }

  private String to(Optional<YearMonth> month, Role to) {
    List<String> query = new ArrayList<>();
    month.ifPresent(m -> query.add("month=" + m));
    if (!to.equals(Role.PRIMARY)) {
      query.add("role=" + to);
    }
    return address(rota.id()) + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  private List<RotaView.OverrideItem> overrides(Roster roster, RotaWords words) {
    return roster.deviations().overrides().stream()
        .filter(o -> o.rota().equals(rota.id()) && o.role().equals(role))
        .filter(o -> o.span().overlaps(stretch.span()))
        .limit(OVERRIDES_MAX)
        .map(o -> item(o, words))
        .toList();
  }

  private RotaView.OverrideItem item(RotaOverride override, RotaWords words) {
    String by = words.names().of(override.madeBy());
    String reason = override.reason().isEmpty() ? "" : override.reason() + " · ";
    return new RotaView.OverrideItem(
        override.id(),
        words.of(override.change()),
        words.days().inShort(override.span()),
        reason + "entered by " + by + ", " + visit.clock().moment(override.madeAt()),
        !override.span().until().isAfter(visit.now()));
  }
}
