package watchbill.adapter.calendar.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a file says of a zone of its own, as rules: every change of its clocks up to a day.
final class DefinedZones {
  private final Instant until;
  private final Budget budget;

  /// Changes of the clocks are worked out up to `until`.
  DefinedZones(Instant until, Budget budget) {
    this.until = until;
    this.budget = budget;
  }

  /// The clocks are put from one offset to another.
  private record Onset(LocalDateTime local, ZoneOffset from, ZoneOffset to) {
    Instant instant() {
      return local.toInstant(from);
    }
  }

  ZoneRules rules(Component zone) throws Unreadable {
    List<Onset> onsets = new ArrayList<>();
    for (Component part : zone.parts()) {
      if (part.name().equals("STANDARD") || part.name().equals("DAYLIGHT")) {
        onsets.addAll(onsets(part));
      }
    }
    if (onsets.isEmpty()) {
      String name = zone.one("TZID").map(Property::value).orElse("");
      throw new Unreadable("zone", "VTIMEZONE", name, "a zone that says its offset");
    }
    onsets.sort(Comparator.comparing(Onset::instant));
    ZoneOffset first = onsets.getFirst().from();
    ZoneOffset current = first;
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    for (Onset onset : onsets) {
      if (!onset.to().equals(current)) {
        var local = LocalDateTime.ofEpochSecond(onset.instant().getEpochSecond(), 0, current);
        changes.add(ZoneOffsetTransition.of(local, current, onset.to()));
        current = onset.to();
      }
    }
    return ZoneRules.of(first, first, List.of(), changes, List.of());
  }

  private List<Onset> onsets(Component part) throws Unreadable {
    ZoneOffset from = Moments.offset(required(part, "TZOFFSETFROM"));
    ZoneOffset to = Moments.offset(required(part, "TZOFFSETTO"));
    Moments plain = new Moments(new Zones(ZoneOffset.UTC, List.of(), this));
    LocalDateTime start = plain.of(required(part, "DTSTART")).local();
    List<Onset> onsets = new ArrayList<>();
    onsets.add(new Onset(start, from, to));
    for (Property dates : part.all("RDATE")) {
      for (String date : dates.values()) {
        budget.date();
        onsets.add(new Onset(plain.of(dates, date).local(), from, to));
      }
    }
    for (Property property : part.all("RRULE")) {
      Rule rule = Rule.of(property);
      Instant end = end(rule, plain, from);
      rule.each(
          start,
          budget,
          local -> {
            var onset = new Onset(local, from, to);
            boolean within = !onset.instant().isAfter(end);
            if (within) {
              onsets.add(onset);
            }
            return within;
          });
    }
    return onsets;
  }

  private Instant end(Rule rule, Moments plain, ZoneOffset from) throws Unreadable {
    if (rule.until().isEmpty()) {
      return until;
    }
    String written = rule.until().get();
    LocalDateTime local = plain.of(rule.property(), written).local();
    Instant end = local.toInstant(written.endsWith("Z") ? ZoneOffset.UTC : from);
    return end.isBefore(until) ? end : until;
  }

  private static Property required(Component part, String name) throws Unreadable {
    return part.one(name)
        .orElseThrow(() -> new Unreadable("zone", name, "", "a zone that says its " + name));
  }
}
