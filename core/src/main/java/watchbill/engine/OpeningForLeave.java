package watchbill.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.OnLeave;
import watchbill.rota.request.OpenShift;
import watchbill.time.Span;
import watchbill.watch.Finding;

/// Opens the duties of people on leave to the others, within a turn, where their rota says so.
///
/// Each stretch is opened once: whatever became of it, it is not opened again. A longer leave opens
/// what it adds.
final class OpeningForLeave {
  private final Turn turn;
  private final Asking asking;
  private final OpeningShifts shifts;

  OpeningForLeave(Turn turn, Asking asking) {
    this.turn = turn;
    this.asking = asking;
    this.shifts = new OpeningShifts(turn, asking);
  }

  /// @param latest what begins later waits for a later look: its end may not be in sight yet
  void open(Finding finding, Instant latest) {
    if (!concerns(finding) || !finding.span().from().isAfter(turn.now())) {
      return;
    }
    holder(finding)
        .ifPresent(holder -> {
          for (Span span : notYetOpened(finding, holder)) {
            if (span.from().isBefore(latest)) {
              String reason = asking.nameOf(holder) + " is on leave";
              shifts.open(finding.rota(), finding.role(), span, holder, reason);
            }
          }
        });
  }

  /// What was opened because of a leave that is no more is not offered any longer.
  void tidy(OpenShift shift) {
    boolean needless =
        shift.openedBy().equals(Rostering.itself())
            && shift.holder().filter(h -> isOnLeave(h, shift.span())).isEmpty();
    if (needless) {
      shifts.withdraw(shift.id(), Rostering.itself());
    }
  }

  private boolean concerns(Finding finding) {
    boolean opens =
        Optional.ofNullable(turn.configuration().rotas().get(finding.rota()))
            .filter(rota -> rota.onLeave() == OnLeave.OPEN)
            .isPresent();
    return opens
        && switch (finding.kind()) {
          case ON_LEAVE, GAP -> true;
          case ENDS, OUTSIDE_HOURS, DOUBLE_BOOKING, HOLIDAY, TOO_MANY_NIGHTS, TOO_MANY_WEEKENDS ->
              false;
        };
  }

  /// Who is on leave, and whose duty it would be; a gap may have other reasons.
  private Optional<PersonId> holder(Finding finding) {
    return finding.people().stream()
        .filter(p -> isOnLeave(p, finding.span()))
        .filter(p -> asking.holds(p, finding.rota(), finding.role(), finding.span()))
        .findFirst();
  }

  private boolean isOnLeave(PersonId person, Span span) {
    return asking.onLeave(person, span, "holder").isPresent();
  }

  private List<Span> notYetOpened(Finding finding, PersonId holder) {
    List<Span> opened =
        turn.stores().openShifts().touching(finding.span()).stream()
            .filter(s -> s.rota().equals(finding.rota()) && s.role().equals(finding.role()))
            .filter(s -> s.holder().map(holder::equals).orElse(true))
            .map(OpenShift::span)
            .sorted(Comparator.comparing(Span::from))
            .toList();
    List<Span> left = new ArrayList<>();
    Instant from = finding.span().from();
    for (Span span : opened) {
      if (from.isBefore(span.from())) {
        left.add(new Span(from, span.from()));
      }
      from = span.until().isAfter(from) ? span.until() : from;
    }
    if (from.isBefore(finding.span().until())) {
      left.add(new Span(from, finding.span().until()));
    }
    return left;
  }
}
