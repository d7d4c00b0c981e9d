package watchbill.ledger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import watchbill.catalog.TeamId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;
import watchbill.workload.HourKind;
import watchbill.workload.HourSettings;
import watchbill.workload.Hours;
import watchbill.workload.Stint;

/// What standing watch earns: each instant once, at the best rate of the duties held in it.
final class StandByPay {
  private static final Comparator<Stint> ORDER =
      Comparator.<Stint, String>comparing(s -> s.team().handle())
          .thenComparing(s -> s.rota().handle())
          .thenComparing(s -> s.role().word());

  private static final Comparator<Line> LINES =
      Comparator.comparing(Line::date)
          .thenComparing(l -> l.team().handle())
          .thenComparing(l -> l.rota().handle())
          .thenComparing(l -> l.role().word())
          .thenComparing(Line::kind);

  private final Account account;
  private final List<Stint> stints;
  private final LocalDate today;
  private final Earned earned;

  private StandByPay(Account account, List<Stint> stints, LocalDate today, Earned earned) {
    this.account = account;
    this.stints = stints;
    this.today = today;
    this.earned = earned;
  }

  /// What one entry is about.
  private record Line(LocalDate date, TeamId team, RotaId rota, Role role, HourKind kind) {}

  /// A duty and what an hour of it is worth now.
  private record Offer(Stint stint, DutyRules rules, HourKind kind) {
    BigDecimal worth() {
      return BigDecimal.valueOf(rules.hourly(kind).minor())
          .multiply(BigDecimal.valueOf(rules.percent(stint.role())));
    }

    /// Rates in different currencies can't be compared; then the first in order stands.
    boolean beats(Offer other) {
      return rules.currency().equals(other.rules.currency())
          && worth().compareTo(other.worth()) > 0;
    }

    Line line(LocalDate date) {
      return new Line(date, stint.team(), stint.rota(), stint.role(), kind);
    }
  }

  /// Adds the pay for all days of the month that are over.
  static void add(Account account, List<Stint> stints, Instant now, Earned earned) {
    List<Stint> theirs =
        stints.stream()
            .filter(s -> s.person().equals(account.person().id()))
            .filter(s -> s.span().overlaps(account.around()))
            .sorted(ORDER)
            .toList();
    new StandByPay(account, theirs, account.dateAt(now), earned).add();
  }

  private void add() {
    Map<Line, Duration> lengths = new TreeMap<>(LINES);
    Instant from = account.around().from();
    for (Instant until : cuts()) {
      Duration length = Duration.between(from, until);
      LocalDate date = account.dateAt(from);
      // A day that is not over yet would be entered now and corrected tomorrow.
      if (account.isInMonth(date) && date.isBefore(today)) {
        best(from, date).ifPresent(o -> lengths.merge(o.line(date), length, Duration::plus));
      }
      from = until;
    }
    lengths.forEach(this::earn);
  }

  /// Wherever a duty begins or ends or, by anybody's settings, the kind of hour may change.
  private Set<Instant> cuts() {
    Span around = account.around();
    TreeSet<Instant> cuts = new TreeSet<>();
    for (Stint stint : stints) {
      cuts.add(stint.span().from());
      cuts.add(stint.span().until());
    }
    for (HourSettings settings : settings()) {
      Hours.pieces(around, account.home(settings)).forEach(p -> cuts.add(p.span().until()));
    }
    return new TreeSet<>(cuts.subSet(around.from(), false, around.until(), true));
  }

  private List<HourSettings> settings() {
    return account.rules().rules().stream().map(DutyRules::hours).distinct().toList();
  }

  private Optional<Offer> best(Instant at, LocalDate date) {
    Optional<Offer> best = Optional.empty();
    for (Stint stint : stints) {
      if (stint.span().contains(at)) {
        Optional<Offer> offer = offer(stint, at, date);
        boolean better = offer.isPresent() && (best.isEmpty() || offer.get().beats(best.get()));
        best = better ? offer : best;
      }
    }
    return best.filter(o -> o.worth().signum() > 0);
  }

  private Optional<Offer> offer(Stint stint, Instant at, LocalDate date) {
    Optional<DutyRules> rules = account.rules(stint.team(), date);
    if (rules.isEmpty()) {
      earned.note(Ledgers.noRules(stint.team(), account));
    }
    return rules.map(r -> new Offer(stint, r, account.home(r.hours()).kindAt(at)));
  }

  private void earn(Line line, Duration length) {
    DutyRules rules = account.rules(line.team(), line.date()).orElseThrow();
    int percent = rules.percent(line.role());
    Money hourly = rules.hourly(line.kind());
    var item = new LedgerItem.StandBy(line.rota(), line.role(), line.kind(), length);
    var owed = new Owed.Pay(hourly.forTime(length, percent));
    String share = percent == 100 ? "" : percent + " % of ";
    earned.add(
        new Earning(line.team(), line.date(), item, owed),
        "%s at %s%s an hour, by %s"
            .formatted(item.inWords(), share, hourly.inWords(), rules.handle()));
  }
}
