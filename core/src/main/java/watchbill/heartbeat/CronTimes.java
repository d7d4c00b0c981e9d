package watchbill.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a cron job runs in a zone, also on the days its clock changes.
///
/// The rule is Vixie cron's, as cron(8) of Debian has it under *Notes*, for changes of less than
/// three hours. A job that says the time of day runs once for it: what the clock skips runs at the
/// instant of the change, and what comes twice runs the first time. A job with a star in its minute
/// or hour goes by the clock it sees: skipped times do not come, repeated ones come twice. Beyond
/// three hours all jobs go by the clock.
final class CronTimes {
  private static final Duration CORRECTION_MAX = Duration.ofHours(3);

  /// Further than any zone was ever put forward or back.
  private static final long SHIFT_DAYS_MAX = 2;

  /// No day that ever comes is longer in coming: 29 February on a given day of the week, over 1900
  /// or 2100. `29 2 */7` asks for both, since a star restricts together with the other day.
  private static final int DAYS_MAX = 366 * 41;

  private CronTimes() {}

  /// The first run after `after`; an instant more than forty years ahead when it never comes.
  static Instant next(CronExpression cron, ZoneId zone, Instant after) {
    ZoneRules rules = zone.getRules();
    LocalDate first = LocalDateTime.ofInstant(after, rules.getOffset(after)).toLocalDate();
    for (int i = -1; i < DAYS_MAX; i++) {
      LocalDate date = first.plusDays(i);
      @Nullable Instant found = onDay(cron, rules, date, after);
      if (found != null) {
        // Where a clock is put back over midnight, the next day may have begun before.
        @Nullable Instant other = onDay(cron, rules, date.plusDays(1), after);
        return other != null && other.isBefore(found) ? other : found;
      }
    }
    // A zone's clock may skip its only time every year, as 02:30 on a Sunday that is 30 March.
    return after.plus(Duration.ofDays(DAYS_MAX));
  }

  private static @Nullable Instant onDay(
      CronExpression cron, ZoneRules rules, LocalDate date, Instant after) {
    if (!cron.onDay(date)) {
      return null;
    }
    return isQuiet(rules, date)
        ? onQuietDay(cron, rules, date, after)
        : onOddDay(cron, rules, date, after);
  }

  /// Later times come later, so the first that is found is the next.
  private static @Nullable Instant onQuietDay(
      CronExpression cron, ZoneRules rules, LocalDate date, Instant after) {
    ZoneOffset offset = rules.getOffset(date.atStartOfDay());
    LocalDateTime shown = LocalDateTime.ofInstant(after, offset);
    if (shown.toLocalDate().isAfter(date)) {
      return null;
    }
    boolean begun = shown.toLocalDate().equals(date);
    int first = begun ? shown.getHour() : 0;
    for (int hour = first; hour < 24; hour++) {
      int from = begun && hour == first ? shown.getMinute() + 1 : 0;
      int minute = cron.atHour(hour) ? cron.minuteFrom(from) : -1;
      if (minute >= 0) {
        return date.atTime(hour, minute).toInstant(offset);
      }
    }
    return null;
  }

  private static @Nullable Instant onOddDay(
      CronExpression cron, ZoneRules rules, LocalDate date, Instant after) {
    @Nullable Instant best = null;
    for (int hour = 0; hour < 24; hour++) {
      int minute = cron.atHour(hour) ? cron.minuteFrom(0) : -1;
      while (minute >= 0) {
        LocalDateTime local = date.atTime(LocalTime.of(hour, minute));
        @Nullable Instant run = firstAfter(cron, rules, local, after);
        if (run != null && (best == null || run.isBefore(best))) {
          best = run;
        }
        minute = cron.minuteFrom(minute + 1);
      }
    }
    return best;
  }

  /// Whether the clock runs straight on around this day, so that later times come later.
  private static boolean isQuiet(ZoneRules rules, LocalDate date) {
    Instant before = date.minusDays(SHIFT_DAYS_MAX).atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant behind = date.plusDays(SHIFT_DAYS_MAX + 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return Optional.ofNullable(rules.nextTransition(before))
        .filter(t -> t.getInstant().isBefore(behind))
        .isEmpty();
  }

  private static @Nullable Instant firstAfter(
      CronExpression cron, ZoneRules rules, LocalDateTime local, Instant after) {
    @Nullable ZoneOffsetTransition change = rules.getTransition(local);
    if (change == null) {
      return later(local.toInstant(rules.getOffset(local)), after);
    }
    boolean once = !cron.isWildcard() && isCorrection(change);
    if (change.isGap()) {
      return once ? later(change.getInstant(), after) : null;
    }
    @Nullable Instant earlier = later(local.toInstant(change.getOffsetBefore()), after);
    return earlier != null || once
        ? earlier
        : later(local.toInstant(change.getOffsetAfter()), after);
  }

  private static boolean isCorrection(ZoneOffsetTransition change) {
    return change.getDuration().abs().compareTo(CORRECTION_MAX) < 0;
  }

  private static @Nullable Instant later(Instant run, Instant after) {
    return run.isAfter(after) ? run : null;
  }
}
