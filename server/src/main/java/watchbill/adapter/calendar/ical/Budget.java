package watchbill.adapter.calendar.ical;

import java.util.Locale;

/// What one file has left of each limit.
final class Budget {
  private int events = Limits.EVENTS;
  private int occurrences = Limits.OCCURRENCES;
  private int dates = Limits.DATES;
  private int steps = Limits.STEPS;

  void event() throws Unreadable {
    if (--events < 0) {
      throw tooMany("VEVENT", Limits.EVENTS, "events");
    }
  }

  void occurrence() throws Unreadable {
    if (--occurrences < 0) {
      throw tooMany("RRULE", Limits.OCCURRENCES, "occurrences");
    }
  }

  void date() throws Unreadable {
    if (--dates < 0) {
      throw tooMany("RDATE", Limits.DATES, "dates listed one by one");
    }
  }

  void step() throws Unreadable {
    if (--steps < 0) {
      throw tooMany("RRULE", Limits.STEPS, "repetitions");
    }
  }

  private static Unreadable tooMany(String field, int max, String of) {
    String limit = String.format(Locale.ROOT, "%,d", max);
    return new Unreadable("too-many", field, "more than " + limit, "at most " + limit + " " + of);
  }
}
