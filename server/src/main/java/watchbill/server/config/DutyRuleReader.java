package watchbill.server.config;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.RegionId;
import watchbill.catalog.TeamId;
import watchbill.ledger.Compensation;
import watchbill.ledger.DutyRules;
import watchbill.ledger.Money;
import watchbill.rota.Role;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.workload.HourKind;
import watchbill.workload.HourSettings;
import watchbill.workload.HourSettings.Window;
import watchbill.workload.LoadLimits;

/// Reads `duty-rules`.
final class DutyRuleReader {
  private static final int ROLES = 20;
  private static final int WEEKEND_DAYS = 6;
  private static final int ON_DUTY_PERCENT = 50;
  private static final Duration HALF_DAY_UP_TO = Duration.ofHours(2);

  private final Handles teams;
  private final Handles regions;

  /// Which rules are for whom and from when, to find those that contradict each other.
  private final Map<Reach, String> seen = new HashMap<>();

  DutyRuleReader(Handles teams, Handles regions) {
    this.teams = teams;
    this.regions = regions;
  }

  private record Reach(Optional<TeamId> team, Optional<RegionId> region, LocalDate from) {}

  Optional<DutyRules> read(String handle, Field field) {
    return field
        .fields(
            "team",
            "region",
            "from",
            "currency",
            "stand-by",
            "roles",
            "called",
            "time-off",
            "choice",
            "hours",
            "capacity",
            "limits")
        .flatMap(rules -> {
          Optional<TeamId> team = rules.field("team").flatMap(teams::named).map(TeamId::new);
          Optional<RegionId> region =
              rules.field("region").flatMap(regions::named).map(RegionId::new);
          Optional<LocalDate> from = rules.required("from", DutyShapes.DATE);
          Optional<Currency> currency = rules.required("currency", DutyShapes.CURRENCY);
          // Without a currency the amounts are still looked at, with all the digits there can be.
          Pay pay = pay(rules, currency.orElse(Currency.getInstance("KWD")));
          Rest rest = rest(rules);
          return from.flatMap(f ->
              currency
                  .filter(_ -> isAlone(new Reach(team, region, f), handle, field))
                  .map(c ->
                      new DutyRules(
                          handle,
                          team,
                          region,
                          f,
                          c,
                          pay.standBy(),
                          pay.roles(),
                          pay.called(),
                          rest.timeOff(),
                          rest.choice(),
                          rest.hours(),
                          rest.onDutyPercent(),
                          rest.limits())));
        });
  }

  private boolean isAlone(Reach reach, String handle, Field field) {
    String other = seen.putIfAbsent(reach, handle);
    if (other != null) {
      field.refuse(
          Mistake.Kind.DUPLICATE,
          "these rules are for the same team, region and day as " + other,
          "remove one of the two, or give it another day to begin on");
    }
    return other == null;
  }

  /// What is worth how much.
  private record Pay(
      Map<HourKind, Money> standBy, Map<Role, Integer> roles, DutyRules.CallRate called) {}

  private static Pay pay(Fields rules, Currency currency) {
    Map<HourKind, Money> standBy = new EnumMap<>(HourKind.class);
    rules
        .field("stand-by")
        .flatMap(f -> f.fields("working", "evening", "night", "weekend", "holiday"))
        .ifPresent(rates -> {
          for (HourKind kind : HourKind.values()) {
            rates
                .optional(kind.word(), DutyShapes.amount(currency))
                .ifPresent(money -> standBy.put(kind, money));
          }
        });
    return new Pay(standBy, roles(rules), called(rules, currency));
  }

  private static Map<Role, Integer> roles(Fields rules) {
    Map<Role, Integer> roles = new HashMap<>();
    List<Field.Named> named =
        rules.field("roles").map(f -> f.named(ROLES, "roles")).orElse(List.of());
    for (Field.Named role : named) {
      if (Role.isWord(role.key())) {
        role.field()
            .as(DutyShapes.SHARE)
            .ifPresent(share -> roles.put(new Role(role.key()), share));
      } else {
        role.refuse(
            Mistake.Kind.VALUE,
            "this key is not accepted; use a role of a to z, 0 to 9 and dashes, up to 40 long",
            "");
      }
    }
    return roles;
  }

  private static DutyRules.CallRate called(Fields rules, Currency currency) {
    Optional<Fields> called =
        rules.field("called").flatMap(f -> f.fields("each", "quarter", "minimum"));
    return new DutyRules.CallRate(
        amount(called, "each", currency),
        amount(called, "quarter", currency),
        amount(called, "minimum", currency));
  }

  private static Money amount(Optional<Fields> fields, String key, Currency currency) {
    return fields
        .flatMap(f -> f.optional(key, DutyShapes.amount(currency)))
        .orElse(Money.none(currency));
  }

  /// What is not money.
  private record Rest(
      DutyRules.TimeOff timeOff,
      Compensation choice,
      HourSettings hours,
      int onDutyPercent,
      LoadLimits limits) {}

  private static Rest rest(Fields rules) {
    Duration halfDay =
        rules
            .field("time-off")
            .flatMap(f -> f.fields("half-day-up-to"))
            .flatMap(f -> f.optional("half-day-up-to", Shapes.WAIT))
            .orElse(HALF_DAY_UP_TO);
    return new Rest(
        new DutyRules.TimeOff(halfDay),
        rules.optional("choice", DutyShapes.CHOICE).orElse(Compensation.MONEY),
        rules
            .field("hours")
            .flatMap(f -> f.fields("working", "night", "weekend"))
            .map(DutyRuleReader::hours)
            .orElse(HourSettings.USUAL),
        rules.optional("capacity", DutyShapes.SHARE).orElse(ON_DUTY_PERCENT),
        limits(rules));
  }

  private static HourSettings hours(Fields hours) {
    Window working =
        hours
            .optional("working", DutyShapes.WINDOW_OF_DAY)
            .filter(window -> isWithinADay(window, hours))
            .orElse(HourSettings.USUAL.working());
    Window night =
        hours.optional("night", DutyShapes.WINDOW_OF_DAY).orElse(HourSettings.USUAL.night());
    Set<DayOfWeek> weekend =
        hours.field("weekend").map(DutyRuleReader::weekend).orElse(HourSettings.USUAL.weekend());
    return new HourSettings(working, night, weekend);
  }

  private static boolean isWithinADay(Window window, Fields hours) {
    if (window.crossesMidnight()) {
      hours
          .field("working")
          .ifPresent(f ->
              f.refuse(
                  Mistake.Kind.VALUE,
                  f.shown(false) + " is not accepted; use hours that end on the day they begin",
                  "a night may cross midnight, working hours may not"));
    }
    return !window.crossesMidnight();
  }

  private static Set<DayOfWeek> weekend(Field field) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Field item : field.items(0, WEEKEND_DAYS, "days")) {
      item.as(DutyShapes.DAY).ifPresent(days::add);
    }
    return days;
  }

  private static LoadLimits limits(Fields rules) {
    Optional<Fields> limits = rules.field("limits").flatMap(f -> f.fields("nights", "weekends"));
    return new LoadLimits(
        limits
            .flatMap(l -> l.optional("nights", DutyShapes.NIGHTS))
            .orElse(LoadLimits.USUAL.nights()),
        limits
            .flatMap(l -> l.optional("weekends", DutyShapes.WEEKENDS))
            .orElse(LoadLimits.USUAL.weekends()));
  }
}
