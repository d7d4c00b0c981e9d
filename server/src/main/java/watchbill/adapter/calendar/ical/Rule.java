package watchbill.adapter.calendar.ical;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/// A rule of recurrence. Its instances are local times; its end is compared as an instant, for most
/// programs write it in UTC.
///
/// @param until its end as written; empty when it has none
record Rule(RecurrenceRule rule, Optional<String> until, Property property) {
  private static final String ALLOWED = "a rule, like FREQ=WEEKLY;BYDAY=MO,TU";

  static Rule of(Property property) throws Unreadable {
    String text = property.value().strip().toUpperCase(Locale.ROOT);
    if (text.length() > Limits.RULE_CHARACTERS) {
      throw new Unreadable(
          "rule", "RRULE", text, "at most " + Limits.RULE_CHARACTERS + " characters");
    }
    List<String> parts = new ArrayList<>();
    Optional<String> until = Optional.empty();
    long instances = 1;
    for (String part : text.split(";", -1)) {
      if (part.startsWith("UNTIL=")) {
        until = Optional.of(part.substring("UNTIL=".length()));
      } else if (!part.isBlank()) {
        parts.add(part);
        instances *= part.startsWith("BY") ? part.chars().filter(c -> c == ',').count() + 1 : 1;
      }
    }
    if (instances > Limits.RULE_PARTS) {
      throw new Unreadable(
          "rule", "RRULE", text, "at most " + Limits.RULE_PARTS + " combinations of its parts");
    }
    return new Rule(parsed(String.join(";", parts), text), until, property);
  }

  private static RecurrenceRule parsed(String withoutEnd, String text) throws Unreadable {
    try {
      return new RecurrenceRule(withoutEnd, RecurrenceRule.RfcMode.RFC5545_LAX);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException _) {
      throw new Unreadable("rule", "RRULE", text, ALLOWED);
    }
  }

  /// Where instances go; says whether more are wanted.
  @FunctionalInterface
  interface Sink {
    boolean take(LocalDateTime instance) throws Unreadable;
  }

  /// Gives one instance after the other, until it ends or no more are wanted.
  void each(LocalDateTime start, Budget budget, Sink sink) throws Unreadable {
    try {
      RecurrenceRuleIterator instances = rule.iterator(dateTime(start));
      boolean more = true;
      while (more && instances.hasNext()) {
        budget.step();
        more = sink.take(local(instances.nextDateTime()));
      }
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException _) {
      // The library gives up on a rule that fits no day, like 30 February, or that leaves the years
      // there are: it has no more instances.
    }
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
