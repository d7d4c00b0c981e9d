package watchbill.server.maintenance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import watchbill.restraint.MaintenanceWindow;
import watchbill.time.Span;
import watchbill.time.WallClock;

/// Work by a rule of recurrence (RFC 5545), which begins at its first time.
public final class RecurringWork implements MaintenanceWindow.When {
  /// So many are looked at from shortly before the instant asked about; more begin before it ends
  /// only by a rule that means "always".
  private static final int STEPS_MAX = 2_000;

  private final String rule;
  private final LocalDateTime first;
  private final ZoneId zone;
  private final Duration lasts;

  public RecurringWork(String rule, LocalDateTime first, ZoneId zone, Duration lasts) {
    this.rule = rule;
    this.first = first;
    this.zone = zone;
    this.lasts = lasts;
  }

  /// Whether this is a rule at all.
  public static boolean isRule(String text) {
    try {
      var _ = new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_LAX);
      return true;
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException _) {
      return false; // Whoever asked says so, with the place.
    }
  }

  @Override
  public Optional<Span> covering(Instant at) {
    try {
      RecurrenceRuleIterator times =
          new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_LAX).iterator(dateTime(first));
      LocalDateTime near = LocalDateTime.ofInstant(at.minus(lasts), zone).minusDays(1);
      if (near.isAfter(first)) {
        times.fastForward(dateTime(near));
      }
      return covering(times, at);
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalStateException("was checked when it was read: " + rule, e);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException _) {
      return Optional.empty(); // The library gives up on a rule that fits no day, like 30 February.
    }
  }

  /// The last that has begun lasts longest.
  private Optional<Span> covering(RecurrenceRuleIterator times, Instant at) {
    Optional<Span> found = Optional.empty();
    for (int i = 0; i < STEPS_MAX && times.hasNext(); i++) {
      Instant from = WallClock.first(local(times.nextDateTime()), zone);
      if (from.isAfter(at)) {
        break;
      }
      var span = new Span(from, from.plus(lasts));
      if (at.isBefore(span.until())) {
        found = Optional.of(span);
      }
    }
    return found;
  }

  private static DateTime dateTime(LocalDateTime at) {
    return new DateTime(
        at.getYear(),
        at.getMonthValue() - 1,
        at.getDayOfMonth(),
        at.getHour(),
        at.getMinute(),
        at.getSecond());
  }

  private static LocalDateTime local(DateTime at) {
    return LocalDateTime.of(
        at.getYear(),
        at.getMonth() + 1,
        at.getDayOfMonth(),
        at.getHours(),
        at.getMinutes(),
        at.getSeconds());
  }
}
