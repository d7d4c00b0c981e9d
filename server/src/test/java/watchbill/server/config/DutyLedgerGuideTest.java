package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.catalog.Catalog;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.engine.Configuration;
import watchbill.law.House;
import watchbill.ledger.Account;
import watchbill.ledger.Choice;
import watchbill.ledger.Compensation;
import watchbill.ledger.DutyRules;
import watchbill.ledger.Happened;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.LedgerItem;
import watchbill.ledger.Ledgers;
import watchbill.ledger.Money;
import watchbill.ledger.Owed;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;
import watchbill.workload.CallOut;
import watchbill.workload.HourKind;
import watchbill.workload.HourSettings;
import watchbill.workload.LoadLimits;
import watchbill.workload.Stint;

/// The example in the guide, settled: its rules as they stand there, and each of its figures.
class DutyLedgerGuideTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final PersonId ANA = new PersonId("ana");
  private static final TeamId PAYMENTS = new TeamId("payments");

  @TempDir private Path folder = Path.of("");
  private String guide = "";
  private Configuration configuration;

  DutyLedgerGuideTest() {
    configuration =
        new Configuration(
            new Catalog(List.of(), List.of(), List.of(), List.of()), List.of(), List.of());
  }

  @BeforeEach
  void read() throws IOException {
    guide = Files.readString(House.root().resolve("docs/guides/duty-ledger.md"));
    String yaml = guide.split("```yaml\n", 2)[1].split("```", 2)[0];
    configuration = Written.file(folder, yaml).settings().configuration();
  }

  @Test
  void itsRulesAreReadAsTheyStand() {
    DutyRules rules = configuration.dutyRules().rules().getFirst();
    assertThat(rules.handle()).isEqualTo("payments");
    assertThat(rules.team()).contains(PAYMENTS);
    assertThat(rules.region()).isEmpty();
    assertThat(rules.standBy().get(HourKind.NIGHT))
        .extracting(Money::inWords)
        .isEqualTo("4.50 EUR");
    assertThat(rules.standBy()).doesNotContainKey(HourKind.WORKING);
    assertThat(rules.roles()).containsEntry(Role.LIEUTENANT, 50).hasSize(2);
    assertThat(rules.called().minimum().inWords()).isEqualTo("20.00 EUR");
    assertThat(rules.timeOff().halfDayUpTo()).isEqualTo(Duration.ofHours(2));
    assertThat(rules.choice()).isEqualTo(Compensation.MONEY);
    assertThat(rules.hours()).isEqualTo(HourSettings.USUAL);
    assertThat(rules.limits()).isEqualTo(LoadLimits.USUAL);
    assertThat(rules.onDutyPercent()).isEqualTo(50);
  }

  @Test
  void itsFiguresAreWhatTheLedgerSays() {
    List<LedgerEntry> entries = settled(Compensation.MONEY);
    for (HourKind kind : List.of(HourKind.EVENING, HourKind.NIGHT, HourKind.WEEKEND)) {
      assertThat(guide)
          .contains(
              "| %s | %d h | %s |"
                  .formatted(kind.word(), hours(entries, kind), pay(entries, kind)));
    }
    String called =
        sum(entries.stream().filter(e -> e.earning().item() instanceof LedgerItem.Called).toList());
    assertThat(guide).contains("| woken | 40 min: three quarters begun | " + called + " |");
    assertThat(guide).contains("| in all | | " + sum(entries) + " |");
  }

  @Test
  void itsHalfDayIsWhatTheLedgerGives() {
    Owed.TimeOff off =
        settled(Compensation.TIME).stream()
            .map(e -> e.earning().owed())
            .filter(Owed.TimeOff.class::isInstance)
            .map(Owed.TimeOff.class::cast)
            .findFirst()
            .orElseThrow();
    Span span = off.off().orElseThrow();
    assertThat(guide)
        .contains(
            "Had she chosen time: %s on %s, %s to %s"
                .formatted(
                    off.inWords(),
                    local(span.from(), "EEEE"),
                    local(span.from(), "HH:mm"),
                    local(span.until(), "HH:mm")));
  }

  private List<LedgerEntry> settled(Compensation compensation) {
    Person ana = configuration.catalog().person(ANA).orElseThrow();
    var month = YearMonth.of(2025, 1);
    Instant now = at("2025-01-15T04:00");
    var choice = Optional.of(new Choice(ANA, month, compensation, "ana", now));
    var account =
        new Account(ana, month, configuration.dutyRules(), Set.of(), choice, List.of(), false);
    var week = new Span(at("2025-01-13T09:00"), at("2025-01-20T09:00"));
    var stint = new Stint(ANA, PAYMENTS, new RotaId("payments"), Role.PRIMARY, week);
    var call = new CallOut(ANA, PAYMENTS, "p1", at("2025-01-15T03:00"), at("2025-01-15T03:40"));
    int[] last = {0};
    Instant asked = compensation == Compensation.TIME ? now : at("2025-02-01T09:00");
    return Ledgers.settle(
            account,
            new Happened(List.of(stint), List.of(call), List.of()),
            () -> "e" + ++last[0],
            asked)
        .entries();
  }

  private static long hours(List<LedgerEntry> entries, HourKind kind) {
    return ofKind(entries, kind).stream()
        .map(e -> ((LedgerItem.StandBy) e.earning().item()).length())
        .reduce(Duration.ZERO, Duration::plus)
        .toHours();
  }

  private static String pay(List<LedgerEntry> entries, HourKind kind) {
    return sum(ofKind(entries, kind));
  }

  private static List<LedgerEntry> ofKind(List<LedgerEntry> entries, HourKind kind) {
    return entries.stream()
        .filter(e -> e.earning().item() instanceof LedgerItem.StandBy s && s.kind() == kind)
        .toList();
  }

  private static String sum(List<LedgerEntry> entries) {
    return entries.stream()
        .map(e -> ((Owed.Pay) e.earning().owed()).amount())
        .reduce(Money::plus)
        .orElseThrow()
        .inWords();
  }

  private static String local(Instant at, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at.atZone(MADRID));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(MADRID).toInstant();
  }
}
