package watchbill.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.PAYMENTS;
import static watchbill.crew.Crew.ROTA;
import static watchbill.rota.Role.LIEUTENANT;
import static watchbill.rota.Role.PRIMARY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Person;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;
import watchbill.workload.CallOut;
import watchbill.workload.Stint;

/// The ledger against an account kept another way: minute by minute, with a table of rates, in
/// whole numbers. They agree to the minute and the cent, in every zone.
class IndependentSumTest {
  private static final List<Role> ROLES = List.of(PRIMARY, LIEUTENANT, new Role("shadow"));
  private static final List<RotaId> ROTAS = List.of(ROTA, new RotaId("storage"));
  private static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");

  /// Cents an hour, as the rules of `Books` have them.
  private static final Map<String, Long> RATES =
      Map.of("evening", 300L, "night", 450L, "weekend", 450L, "holiday", 600L, "working", 0L);

  private static final Map<String, Integer> SHARES =
      Map.of("primary", 100, "lieutenant", 50, "shadow", 0);

  @Test
  void theLedgerAgreesToTheMinuteAndTheCent() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (ZoneId zone : zones()) {
      var month = YearMonth.of(2025, 1 + random.nextInt(12));
      LocalDate holiday = month.atDay(1 + random.nextInt(28));
      List<Stint> stints = stints(random, month, zone);
      String what = "seed " + seed + ", " + zone + ", " + month + ", " + stints;

      Map<String, Long> minutes = byTheMinute(stints, month, zone, holiday);
      List<LedgerEntry> entries = settled(zone, month, holiday, stints);
      assertThat(lines(entries)).as(what).isEqualTo(minutes);
      assertThat(cents(entries)).as(what).isEqualTo(cents(minutes));
    }
  }

  /// Whatever is said to have happened, in whatever order it becomes known: what stands in the end
  /// is what one settlement of the last version would have entered.
  @Test
  void correctionsAlwaysComeToWhatIsTrue() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var zone = ZoneId.of("America/Havana");
    var month = YearMonth.of(2025, 11);
    for (int i = 0; i < 50; i++) {
      List<LedgerEntry> entries = new ArrayList<>();
      List<Stint> stints = List.of();
      List<CallOut> calls = List.of();
      for (int version = 0; version < 4; version++) {
        stints = stints(random, month, zone);
        calls = calls(random, month);
        entries.addAll(settle(zone, month, stints, calls, entries));
        assertThat(settle(zone, month, stints, calls, entries)).as("seed " + seed).isEmpty();
      }
      List<LedgerEntry> atOnce = settle(zone, month, stints, calls, List.of());
      assertThat(cents(entries)).as("seed " + seed).isEqualTo(cents(atOnce));
    }
  }

  /// One for each set of rules there is; most zones are another's by a second name.
  private static Collection<ZoneId> zones() {
    Map<ZoneRules, ZoneId> zones = new LinkedHashMap<>();
    ZoneId.getAvailableZoneIds().stream()
        .sorted()
        .map(ZoneId::of)
        .forEach(zone -> zones.putIfAbsent(zone.getRules(), zone));
    return zones.values();
  }

  private static List<LedgerEntry> settle(
      ZoneId zone,
      YearMonth month,
      List<Stint> stints,
      List<CallOut> calls,
      List<LedgerEntry> kept) {
    var person = new Person(ANA, "Ana", zone, Map.of(), Map.of());
    var rules = new RuleBook(List.of(Books.rules("r", LocalDate.of(2025, 1, 1))));
    var account = new Account(person, month, rules, Set.of(), Optional.empty(), kept, false);
    int[] last = {kept.size()};
    return Ledgers.settle(
            account, new Happened(stints, calls, List.of()), () -> "e" + ++last[0], LATER)
        .entries();
  }

  private static List<LedgerEntry> settled(
      ZoneId zone, YearMonth month, LocalDate holiday, List<Stint> stints) {
    var person = new Person(ANA, "Ana", zone, Map.of(), Map.of());
    var rules = new RuleBook(List.of(Books.rules("r", LocalDate.of(2025, 1, 1))));
    var account =
        new Account(person, month, rules, Set.of(holiday), Optional.empty(), List.of(), false);
    int[] last = {0};
    return Ledgers.settle(
            account, new Happened(stints, List.of(), List.of()), () -> "e" + ++last[0], LATER)
        .entries();
  }

  private static List<Stint> stints(Random random, YearMonth month, ZoneId zone) {
    List<Stint> stints = new ArrayList<>();
    Instant first = month.atDay(1).minusDays(3).atStartOfDay(zone).toInstant();
    for (int i = 0; i < 6; i++) {
      Instant from = first.plusSeconds(60L * random.nextInt(36 * 1440));
      Instant until = from.plusSeconds(60L * (1 + random.nextInt(3 * 1440)));
      stints.add(
          new Stint(
              ANA,
              PAYMENTS,
              ROTAS.get(random.nextInt(ROTAS.size())),
              ROLES.get(random.nextInt(ROLES.size())),
              new Span(from, until)));
    }
    return stints;
  }

  private static List<CallOut> calls(Random random, YearMonth month) {
    List<CallOut> calls = new ArrayList<>();
    Instant first = month.atDay(1).atStartOfDay(ZoneId.of("UTC")).toInstant();
    for (int i = 0; i < 5; i++) {
      Instant from = first.plusSeconds(60L * random.nextInt(30 * 1440));
      calls.add(
          new CallOut(ANA, PAYMENTS, "p" + i, from, from.plusSeconds(60L * random.nextInt(300))));
    }
    return calls;
  }

  /// `date rota role kind` to minutes, of what is paid.
  private static Map<String, Long> byTheMinute(
      List<Stint> stints, YearMonth month, ZoneId zone, LocalDate holiday) {
    Set<Instant> onDuty = new HashSet<>();
    for (Stint stint : stints) {
      Instant until = stint.span().until();
      for (Instant at = stint.span().from(); at.isBefore(until); at = at.plusSeconds(60)) {
        onDuty.add(at);
      }
    }
    Map<String, Long> minutes = new HashMap<>();
    for (Instant at : onDuty) {
      LocalDateTime local = LocalDateTime.ofInstant(at, zone);
      String kind = kind(local, holiday);
      Optional<String> duty = best(stints, at, RATES.get(kind));
      if (duty.isPresent() && YearMonth.from(local).equals(month)) {
        minutes.merge(local.toLocalDate() + " " + duty.get() + " " + kind, 1L, Long::sum);
      }
    }
    return minutes;
  }

  private static Optional<String> best(List<Stint> stints, Instant at, long rate) {
    String best = "";
    long most = 0;
    for (Stint s : stints) {
      if (s.span().contains(at)) {
        long worth = rate * SHARES.get(s.role().word());
        String duty = s.rota() + " " + s.role();
        if (worth > most || (worth == most && worth > 0 && duty.compareTo(best) < 0)) {
          most = worth;
          best = duty;
        }
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static String kind(LocalDateTime local, LocalDate holiday) {
    if (local.toLocalDate().equals(holiday)) {
      return "holiday";
    }
    if (local.getDayOfWeek().getValue() > 5) {
      return "weekend";
    }
    int hour = local.getHour();
    if (hour >= 22 || hour < 7) {
      return "night";
    }
    return hour >= 9 && hour < 18 ? "working" : "evening";
  }

  private static Map<String, Long> lines(List<LedgerEntry> entries) {
    Map<String, Long> lines = new HashMap<>();
    for (LedgerEntry e : entries) {
      if (e.earning().item()
          instanceof LedgerItem.StandBy(var rota, var role, var kind, var length)) {
        String line = e.earning().date() + " " + rota + " " + role + " " + kind.word();
        assertThat(length).isEqualTo(Duration.ofMinutes(length.toMinutes()));
        lines.merge(line, length.toMinutes(), Long::sum);
      }
    }
    return lines;
  }

  private static long cents(List<LedgerEntry> entries) {
    return entries.stream()
        .mapToLong(e -> e.earning().owed() instanceof Owed.Pay(var pay) ? pay.minor() : 0)
        .sum();
  }

  /// Each line rounded for itself: a minute at 450 an hour is 7.5 and so 8.
  private static long cents(Map<String, Long> minutes) {
    return minutes.entrySet().stream()
        .mapToLong(e -> {
          String[] words = e.getKey().split(" ", -1);
          long exact = RATES.get(words[3]) * SHARES.get(words[2]) * e.getValue();
          return Math.floorDiv(exact + 3_000, 6_000L);
        })
        .sum();
  }
}
