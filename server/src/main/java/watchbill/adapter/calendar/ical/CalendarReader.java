package watchbill.adapter.calendar.ical;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.time.Span;

/// Reads one file.
public final class CalendarReader {
  /// Zones are worked out a little further than events, whose ends lie beyond the horizon.
  private static final Duration BEYOND = Duration.ofDays(800);

  private CalendarReader() {}

  /// What of a file touches the horizon.
  ///
  /// @param zone of whoever reads it: days are theirs, and times that name no zone
  public static CalendarContents read(byte[] file, Purpose purpose, ZoneId zone, Span horizon) {
    try {
      return new CalendarContents.Read(occurrences(file, purpose, zone, horizon));
    } catch (Unreadable e) {
      return new CalendarContents.Refused(e.refusal());
    }
  }

  private static List<Occurrence> occurrences(
      byte[] file, Purpose purpose, ZoneId zone, Span horizon) throws Unreadable {
    var budget = new Budget();
    Component calendar = Component.read(ContentLines.of(file), budget);
    var definitions = new DefinedZones(horizon.until().plus(BEYOND), budget);
    var zones = new Zones(zone, calendar.parts("VTIMEZONE"), definitions);
    var events = new Events(new Moments(zones), purpose, horizon, budget);
    List<Occurrence> found = new ArrayList<>();
    for (List<Component> series : series(calendar).values()) {
      found.addAll(events.of(series));
    }
    found.sort(
        Comparator.comparing((Occurrence o) -> o.span().from())
            .thenComparing(o -> o.span().until())
            .thenComparing(Occurrence::summary));
    return found;
  }

  /// An event and the exceptions from it share one UID. An event without one stands alone.
  private static Map<String, List<Component>> series(Component calendar) {
    Map<String, List<Component>> series = new LinkedHashMap<>();
    for (Component event : calendar.parts(Component.EVENT)) {
      Optional<String> uid = event.one("UID").map(p -> "uid " + p.value());
      String key = uid.orElseGet(() -> "number " + series.size());
      series.computeIfAbsent(key, _ -> new ArrayList<>()).add(event);
    }
    return series;
  }
}
