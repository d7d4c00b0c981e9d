package watchbill.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import watchbill.calendar.CalendarEntry;
import watchbill.calendar.Feed;
import watchbill.calendar.Publication;
import watchbill.calendar.Publications;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.escalation.Roster;
import watchbill.rota.Deviations;
import watchbill.rota.DutyEntries;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaHistory;
import watchbill.rota.Rotas;
import watchbill.rota.Shift;
import watchbill.time.Span;

/// What calendars show, within a turn: the shifts as they are, and each change as a change.
final class Publishing {
  private static final int MONTHS_BACK = 2;
  private static final int MONTHS_AHEAD = 12;

  private final Turn turn;

  Publishing(Turn turn) {
    this.turn = turn;
  }

  /// @param domain of the node, which makes the names of entries unique
  Reply show(Feed feed, String domain) {
    Span window = window();
    String calendar = feed.subject().word() + "/" + feed.subject().handle();
    List<CalendarEntry> drafts = drafts(feed.subject(), domain, window);
    var store = turn.stores().publications();
    store.forget(calendar, window.from());
    var edition = Publications.next(store.of(calendar, window.from()), drafts, turn.now());
    store.put(edition.changed().stream().map(e -> new Publication(calendar, e)).toList());
    return new Reply.Shown(name(feed.subject()), edition.shown());
  }

  /// Whole months, so that what is cut at its beginning is cut at the same instant for a month.
  private Span window() {
    var month = turn.now().atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    Instant from = month.minusMonths(MONTHS_BACK).toInstant();
    return new Span(from, month.plusMonths(MONTHS_AHEAD).toInstant());
  }

  private static String name(Feed.Subject subject) {
    return switch (subject) {
      case Feed.OfPerson _, Feed.OfRota _ -> "On duty: " + subject.handle();
      case Feed.OfTeam _ -> "Capacity: " + subject.handle();
    };
  }

  private List<CalendarEntry> drafts(Feed.Subject subject, String domain, Span window) {
    if (subject instanceof Feed.OfTeam(var handle)) {
      return CapacityEntries.read(turn, new TeamId(handle), domain, window);
    }
    Roster roster = Rosters.read(turn.configuration(), turn.stores(), window);
    List<CalendarEntry> drafts = new ArrayList<>();
    for (RotaHistory rota : roster.rotas().values()) {
      boolean shown =
          switch (subject) {
            case Feed.OfPerson _ -> true;
            case Feed.OfRota(var handle) -> rota.id().handle().equals(handle);
            case Feed.OfTeam _ -> false;
          };
      for (Role role : shown ? roles(rota) : List.<Role>of()) {
        drafts.addAll(ofRole(subject, domain, rota, role, roster, window));
      }
    }
    return drafts;
  }

  private List<CalendarEntry> ofRole(
      Feed.Subject subject,
      String domain,
      RotaHistory rota,
      Role role,
      Roster roster,
      Span window) {
    var byTurnAlone = new Deviations(List.of(), List.of(), roster.rotas());
    List<Shift> plan = Rotas.shifts(rota, byTurnAlone, role, window);
    List<Shift> actual = Rotas.shifts(rota, roster.deviations(), role, window);
    var entries = new DutyEntries(plan, actual, person -> turn.nameOf(person.handle()));
    return switch (subject) {
      case Feed.OfPerson(var handle) -> entries.ofPerson(new PersonId(handle), domain);
      case Feed.OfRota _ -> entries.ofRota(domain);
      case Feed.OfTeam _ -> List.of();
    };
  }

  private static List<Role> roles(RotaHistory rota) {
    return rota.latest().map(Rota::roles).orElse(List.of());
  }
}
