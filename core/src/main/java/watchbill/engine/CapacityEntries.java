package watchbill.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchbill.calendar.CalendarEntry;
import watchbill.catalog.Person;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.time.Span;
import watchbill.workload.Capacities.Capacity;

/// Turns a team's capacity into entries of a calendar: one for each person and each stretch of days
/// of one week on which they are there for less than a whole day.
///
/// An entry is named by its week and place in it, and not by the day it begins on: whoever takes
/// over a day more or less, their entry is changed and not doubled.
final class CapacityEntries {
  private final Turn turn;
  private final String team;
  private final String domain;
  private final Map<String, Integer> stretches = new HashMap<>();
  private final List<CalendarEntry> entries = new ArrayList<>();

  private CapacityEntries(Turn turn, TeamId team, String domain) {
    this.turn = turn;
    this.team = team.handle();
    this.domain = domain;
  }

  /// None when the team is no longer declared.
  static List<CalendarEntry> read(Turn turn, TeamId id, String domain, Span window) {
    List<CalendarEntry> entries = new ArrayList<>();
    turn.configuration()
        .catalog()
        .team(id)
        .ifPresent(team -> entries.addAll(new CapacityEntries(turn, id, domain).of(team, window)));
    return entries;
  }

  private List<CalendarEntry> of(Team team, Span window) {
    LocalDate from = LocalDate.ofInstant(window.from(), ZoneOffset.UTC);
    LocalDate until = LocalDate.ofInstant(window.until(), ZoneOffset.UTC);
    List<Capacity> stretch = new ArrayList<>();
    for (Capacity day :
        Workloads.capacity(turn.configuration(), turn.stores(), team, from, until).people()) {
      if (!stretch.isEmpty() && !continues(stretch.getLast(), day)) {
        end(stretch);
      }
      if (isReduced(day)) {
        stretch.add(day);
      }
    }
    end(stretch);
    return entries;
  }

  /// That nobody works on a weekend or a holiday, a planner knows without being told.
  private static boolean isReduced(Capacity day) {
    return switch (day.because()) {
      case "", "weekend", "holiday" -> false;
      default -> true;
    };
  }

  private static boolean continues(Capacity before, Capacity day) {
    return day.person().equals(before.person())
        && day.date().equals(before.date().plusDays(1))
        && day.percent() == before.percent()
        && day.because().equals(before.because())
        && week(day.date()).equals(week(before.date()));
  }

  private void end(List<Capacity> stretch) {
    if (stretch.isEmpty()) {
      return;
    }
    Capacity first = stretch.getFirst();
    ZoneId zone = zone(first);
    Instant from = first.date().atStartOfDay(zone).toInstant();
    Instant until = stretch.getLast().date().plusDays(1).atStartOfDay(zone).toInstant();
    String week = "capacity." + team + "." + first.person().handle() + "." + week(first.date());
    int number = stretches.merge(week, 1, Integer::sum);
    String name = turn.nameOf(first.person().handle());
    String summary = name + ": " + first.percent() + " % (" + first.because() + ")";
    entries.add(
        new CalendarEntry(
            week + "." + number + "@" + domain,
            0,
            new Span(from, until),
            summary,
            "",
            Instant.EPOCH,
            List.of(),
            false));
    stretch.clear();
  }

  private ZoneId zone(Capacity day) {
    return turn.configuration()
        .catalog()
        .person(day.person())
        .map(Person::zone)
        .orElse(ZoneOffset.UTC);
  }

  private static String week(LocalDate date) {
    return "%d-W%02d"
        .formatted(
            date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
