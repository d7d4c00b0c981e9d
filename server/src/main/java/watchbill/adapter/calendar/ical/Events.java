package watchbill.adapter.calendar.ical;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import watchbill.time.Span;

/// Expands events into occurrences.
final class Events {
  private final Moments moments;
  private final Purpose purpose;
  private final Span horizon;
  private final Budget budget;

  Events(Moments moments, Purpose purpose, Span horizon, Budget budget) {
    this.moments = moments;
    this.purpose = purpose;
    this.horizon = horizon;
    this.budget = budget;
  }

  /// How long one event is: so many days by the calendar, and then so much by the clock.
  private record Extent(int days, Duration time) {
    Instant endOf(Moment start) {
      return start.at(start.local().plusDays(days)).instant().plus(time);
    }
  }

  /// All events of one UID.
  List<Occurrence> of(List<Component> series) throws Unreadable {
    Set<Object> replaced = new HashSet<>();
    for (Component event : series) {
      Optional<Property> instead = event.one("RECURRENCE-ID");
      if (instead.isPresent()) {
        refuseAllFollowing(instead.get());
        replaced.add(identity(moments.of(instead.get())));
      }
    }
    List<Occurrence> found = new ArrayList<>();
    for (Component event : series) {
      if (purpose.counts(event)) {
        boolean alone = event.one("RECURRENCE-ID").isPresent();
        found.addAll(alone ? single(event) : repeated(event, replaced));
      }
    }
    return found;
  }

  private static void refuseAllFollowing(Property instead) throws Unreadable {
    if (instead.parameter("RANGE").isPresent()) {
      throw new Unreadable(
          "range",
          "RECURRENCE-ID",
          "RANGE=" + instead.parameter("RANGE").get(),
          "an exception of one occurrence; end the series and begin another one");
    }
  }

  private List<Occurrence> single(Component event) throws Unreadable {
    Moment start = start(event);
    return occurrence(start, extent(event, start), summary(event)).stream().toList();
  }

  private List<Occurrence> repeated(Component event, Set<Object> replaced) throws Unreadable {
    Moment start = start(event);
    Extent extent = extent(event, start);
    Set<Object> left = new HashSet<>(replaced);
    left.addAll(exceptions(event));
    Map<Instant, Moment> starts = new TreeMap<>();
    starts.put(start.instant(), start);
    Map<Instant, Instant> ownEnds = new TreeMap<>();
    dates(event, starts, ownEnds);
    for (Property property : event.all("RRULE")) {
      expand(Rule.of(property), start, extent, starts);
    }
    List<Occurrence> found = new ArrayList<>();
    for (Moment one : starts.values()) {
      if (!left.contains(identity(one)) && !left.contains(one.date())) {
        Instant until = ownEnds.getOrDefault(one.instant(), extent.endOf(one));
        occurrence(one, until, extent, summary(event)).ifPresent(found::add);
      }
    }
    return found;
  }

  private void expand(Rule rule, Moment start, Extent extent, Map<Instant, Moment> starts)
      throws Unreadable {
    Optional<Moment> end = Optional.empty();
    if (rule.until().isPresent()) {
      end = Optional.of(moments.of(rule.property(), rule.until().get()));
    }
    Optional<Moment> last = end;
    rule.each(
        start.local(),
        budget,
        local -> {
          Moment one = start.at(local);
          if (!one.instant().isBefore(horizon.until()) || isPast(one, last)) {
            return false;
          }
          if (extent.endOf(one).isAfter(horizon.from()) && !starts.containsKey(one.instant())) {
            budget.occurrence();
            starts.put(one.instant(), one);
          }
          return true;
        });
  }

  /// The last one may begin at the end itself, or on the day that is its end.
  private static boolean isPast(Moment one, Optional<Moment> last) {
    return last.isPresent()
        && (last.get().isDay() ? one.date().isAfter(last.get().date()) : isAfter(one, last.get()));
  }

  private static boolean isAfter(Moment one, Moment last) {
    // A series of days with an end in UTC: programs write the last day's own midnight, or its end.
    return one.isDay() ? one.date().isAfter(last.date()) : one.instant().isAfter(last.instant());
  }

  /// Dates listed one by one; those that are periods bring their own end.
  private void dates(Component event, Map<Instant, Moment> starts, Map<Instant, Instant> ends)
      throws Unreadable {
    for (Property dates : event.all("RDATE")) {
      for (String date : dates.values()) {
        budget.date();
        int slash = date.indexOf('/');
        Moment one = moments.of(dates, slash < 0 ? date : date.substring(0, slash));
        starts.put(one.instant(), one);
        if (slash >= 0) {
          ends.put(one.instant(), endOf(dates, one, date.substring(slash + 1)));
        }
      }
    }
  }

  private Instant endOf(Property dates, Moment start, String end) throws Unreadable {
    if (!end.startsWith("P") && !end.startsWith("+")) {
      return moments.of(dates, end).instant();
    }
    Moments.Length length = Moments.length(dates, end);
    return new Extent(length.days(), length.time()).endOf(start);
  }

  private Set<Object> exceptions(Component event) throws Unreadable {
    Set<Object> exceptions = new HashSet<>();
    for (Property dates : event.all("EXDATE")) {
      for (String date : dates.values()) {
        budget.date();
        exceptions.add(identity(moments.of(dates, date)));
      }
    }
    return exceptions;
  }

  /// A day is an exception for whatever begins on it; a time for what begins at that instant.
  private static Object identity(Moment moment) {
    return moment.isDay() ? moment.date() : moment.instant();
  }

  private Moment start(Component event) throws Unreadable {
    Property start =
        event
            .one("DTSTART")
            .orElseThrow(
                () -> new Unreadable("start", "DTSTART", "", "an event that says when it starts"));
    return moments.of(start);
  }

  private Extent extent(Component event, Moment start) throws Unreadable {
    Optional<Property> end = event.one("DTEND");
    if (end.isPresent()) {
      Moment until = moments.of(end.get());
      if (start.isDay() && until.isDay()) {
        long days = until.date().toEpochDay() - start.date().toEpochDay();
        // The day of the end is not of it. Who writes the same day twice means that day.
        return new Extent(Math.toIntExact(Math.max(1, days)), Duration.ZERO);
      }
      return new Extent(0, Duration.between(start.instant(), until.instant()));
    }
    Optional<Property> length = event.one("DURATION");
    if (length.isPresent()) {
      Moments.Length is = Moments.length(length.get());
      return new Extent(is.days(), is.time());
    }
    return new Extent(start.isDay() ? 1 : 0, Duration.ZERO);
  }

  private Optional<Occurrence> occurrence(Moment start, Extent extent, String summary) {
    return occurrence(start, extent.endOf(start), extent, summary);
  }

  /// Nothing, for one that takes no time or does not touch the horizon.
  private Optional<Occurrence> occurrence(
      Moment start, Instant until, Extent extent, String summary) {
    Instant from = start.instant();
    if (!from.isBefore(until)
        || !from.isBefore(horizon.until())
        || !until.isAfter(horizon.from())) {
      return Optional.empty();
    }
    Optional<Occurrence.Days> days =
        start.isDay()
            ? Optional.of(
                new Occurrence.Days(
                    start.date(), start.date().plusDays(Math.max(1, extent.days()))))
            : Optional.empty();
    return Optional.of(new Occurrence(new Span(from, until), days, summary));
  }

  private static String summary(Component event) {
    String text = event.one("SUMMARY").map(Property::text).orElse("");
    if (text.length() <= Limits.SUMMARY) {
      return text;
    }
    boolean halved = Character.isHighSurrogate(text.charAt(Limits.SUMMARY - 1));
    return text.substring(0, Limits.SUMMARY - (halved ? 1 : 0));
  }
}
