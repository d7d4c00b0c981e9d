package watchbill.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import watchbill.catalog.PersonId;
import watchbill.time.Span;

/// What is left of people for planned work.
public final class Capacities {
  private static final int WHOLE = 100;

  private Capacities() {}

  /// A person's day.
  ///
  /// @param percent of a whole working day, 0 to 100
  /// @param because what takes the rest: `on duty`, `away`, `weekend`, `holiday`; empty for a whole
  ///   day
  public record Capacity(PersonId person, LocalDate date, int percent, String because) {}

  /// How somebody is placed.
  ///
  /// @param duty when they are on duty
  /// @param away when they are on leave, which wins over duty
  /// @param onDutyPercent what an hour on duty counts for, 0 to 100
  public record Engagement(
      PersonId person, HomeClock home, List<Span> duty, List<Span> away, int onDutyPercent) {}

  /// One for each day of the local calendar, from `from` to before `until`.
  public static List<Capacity> days(Engagement who, LocalDate from, LocalDate until) {
    return from.datesUntil(until).map(date -> day(who, date)).toList();
  }

  /// A team's day.
  ///
  /// @param people how many are in it
  /// @param percent the sum of what they are there for: 350 are three people and a half
  public record TeamCapacity(LocalDate date, int people, int percent) {}

  /// The days of everybody in a team, summed day by day.
  public static List<TeamCapacity> ofTeam(List<Capacity> days) {
    Map<LocalDate, TeamCapacity> sums = new TreeMap<>();
    for (Capacity day : days) {
      sums.merge(
          day.date(),
          new TeamCapacity(day.date(), 1, day.percent()),
          (a, b) -> new TeamCapacity(a.date(), a.people() + b.people(), a.percent() + b.percent()));
    }
    return List.copyOf(sums.values());
  }

  private static Capacity day(Engagement who, LocalDate date) {
    if (who.home().holidays().contains(date)) {
      return new Capacity(who.person(), date, 0, "holiday");
    }
    Optional<Span> work = who.home().workingHours(date);
    if (!who.home().isWorkingDay(date) || work.isEmpty()) {
      return new Capacity(who.person(), date, 0, "weekend");
    }
    Duration away = covered(work.get(), who.away());
    List<Span> either = new ArrayList<>(who.away());
    either.addAll(who.duty());
    Duration duty = covered(work.get(), either).minus(away);
    return new Capacity(
        who.person(), date, percent(who, work.get(), away, duty), because(away, duty));
  }

  private static int percent(Engagement who, Span work, Duration away, Duration duty) {
    BigDecimal whole = nanos(work.length());
    BigDecimal free = nanos(work.length().minus(away).minus(duty)).multiply(decimal(WHOLE));
    BigDecimal onDuty = nanos(duty).multiply(decimal(who.onDutyPercent()));
    return free.add(onDuty).divide(whole, 0, RoundingMode.HALF_UP).intValueExact();
  }

  private static String because(Duration away, Duration duty) {
    if (away.isZero()) {
      return duty.isZero() ? "" : "on duty";
    }
    return duty.isZero() ? "away" : "away and on duty";
  }

  /// How much of the day's work these take, each instant once.
  private static Duration covered(Span work, List<Span> spans) {
    Duration covered = Duration.ZERO;
    for (Span span : Loads.union(spans)) {
      if (span.overlaps(work)) {
        Instant from = span.from().isBefore(work.from()) ? work.from() : span.from();
        Instant until = span.until().isAfter(work.until()) ? work.until() : span.until();
        covered = covered.plus(Duration.between(from, until));
      }
    }
    return covered;
  }

  private static BigDecimal nanos(Duration length) {
    return decimal(length.toNanos());
  }

  private static BigDecimal decimal(long value) {
    return BigDecimal.valueOf(value);
  }
}
