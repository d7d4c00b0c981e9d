package watchbill.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Piece;
import watchbill.time.Span;

/// Answers who is on duty. Pure: the same rota, deviations and instant give the same answer.
public final class Rotas {
  /// Further than this many changes nobody looks to say until when a duty lasts.
  private static final int CHANGES_AHEAD = 400;

  private Rotas() {}

  /// Who holds `role` at `at`, and until when.
  ///
  /// @param deviations of any rota; those of others are passed over
  public static OnDuty onDuty(RotaHistory rota, Deviations deviations, Role role, Instant at) {
    var cursor = new DutyCursor(rota, deviations, role);
    DutyCursor.Moment now = cursor.at(at);
    Optional<Instant> until = untilOthers(cursor, now);
    return now.watchers().isEmpty()
        ? new OnDuty.Nobody(rota.id(), role, now.gap(), until)
        : new OnDuty.Somebody(rota.id(), role, now.watchers(), until);
  }

  /// Who holds `role` at `at`, for whoever need not know why or until when: the end of a duty may
  /// be many changes away.
  public static List<PersonId> people(
      RotaHistory rota, Deviations deviations, Role role, Instant at) {
    return new DutyCursor(rota, deviations, role)
        .at(at).watchers().stream().map(Watcher::person).toList();
  }

  /// Who holds `role` through `window`, without a hole: where nobody is on duty, a shift with a
  /// [Gap]. The first and the last are cut at the window's ends.
  public static List<Shift> shifts(
      RotaHistory rota, Deviations deviations, Role role, Span window) {
    var cursor = new DutyCursor(rota, deviations, role);
    List<Shift> shifts = new ArrayList<>();
    Instant at = window.from();
    while (at.isBefore(window.until())) {
      DutyCursor.Moment moment = cursor.at(at);
      Instant end = moment.until().isBefore(window.until()) ? moment.until() : window.until();
      Optional<Gap> gap =
          moment.watchers().isEmpty() ? Optional.of(moment.gap()) : Optional.empty();
      append(shifts, new Shift(rota.id(), role, new Span(at, end), moment.watchers(), gap));
      at = end;
    }
    return shifts;
  }

  private static void append(List<Shift> shifts, Shift next) {
    if (!shifts.isEmpty() && shifts.getLast().continuesIn(next)) {
      shifts.set(shifts.size() - 1, shifts.getLast().upTo(next));
    } else {
      shifts.add(next);
    }
  }

  private static Optional<Instant> untilOthers(DutyCursor cursor, DutyCursor.Moment now) {
    Instant until = now.until();
    for (int i = 0; i < CHANGES_AHEAD && until.isBefore(Piece.NEVER); i++) {
      DutyCursor.Moment next = cursor.at(until);
      if (!next.samePeople(now)) {
        return Optional.of(until);
      }
      until = next.until();
    }
    return Optional.empty();
  }
}
