package watchbill.adapter.calendar.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What stands between a BEGIN and its END: a calendar, an event, a zone.
///
/// @param name in upper case
record Component(String name, List<Property> properties, List<Component> parts) {
  /// All others are not kept, whatever they hold.
  private static final Set<String> KEPT =
      Set.of(
          "UID",
          "DTSTART",
          "DTEND",
          "DURATION",
          "RRULE",
          "RDATE",
          "EXDATE",
          "RECURRENCE-ID",
          "STATUS",
          "TRANSP",
          "SUMMARY",
          "DESCRIPTION",
          "X-MICROSOFT-CDO-BUSYSTATUS",
          "TZID",
          "TZOFFSETFROM",
          "TZOFFSETTO");

  static final String EVENT = "VEVENT";

  /// Reads the one calendar of a file.
  static Component read(ContentLines lines, Budget budget) throws Unreadable {
    String first = lines.next().orElse("");
    if (!first.strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
      throw new Unreadable(
          "form", "file", first, "an iCalendar file, which begins with BEGIN:VCALENDAR");
    }
    return read("VCALENDAR", lines, budget, 1);
  }

  private static Component read(String name, ContentLines lines, Budget budget, int depth)
      throws Unreadable {
    if (depth > Limits.NESTING) {
      throw new Unreadable(
          "nesting", "BEGIN", name, "at most " + Limits.NESTING + " things in each other");
    }
    if (name.equals(EVENT)) {
      budget.event();
    }
    var component = new Component(name, new ArrayList<>(), new ArrayList<>());
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      Optional<Property> property = Property.of(line.get());
      if (property.isEmpty()) {
        continue;
      }
      Property p = property.get();
      String value = p.value().strip().toUpperCase(Locale.ROOT);
      if (p.name().equals("BEGIN")) {
        component.parts.add(read(value, lines, budget, depth + 1));
      } else if (p.name().equals("END")) {
        return component.ended(value);
      } else if (KEPT.contains(p.name())) {
        component.properties.add(p);
      }
    }
    throw new Unreadable("cut-off", "END", "", "a whole file: it breaks off inside " + name);
  }

  private Component ended(String by) throws Unreadable {
    if (!by.equals(name)) {
      throw new Unreadable("form", "END", by, "END:" + name);
    }
    return this;
  }

  Optional<Property> one(String named) {
    return properties.stream().filter(p -> p.name().equals(named)).findFirst();
  }

  List<Property> all(String named) {
    return properties.stream().filter(p -> p.name().equals(named)).toList();
  }

  List<Component> parts(String named) {
    return parts.stream().filter(c -> c.name().equals(named)).toList();
  }

  boolean says(String named, String word) {
    return one(named).filter(p -> p.is(word)).isPresent();
  }
}
