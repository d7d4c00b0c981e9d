package watchbill.adapter.web.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Names;
import watchbill.catalog.PersonId;
import watchbill.engine.Stores;
import watchbill.escalation.Roster;
import watchbill.rota.Rota;
import watchbill.rota.RotaHistory;
import watchbill.rota.request.OpenShift;
import watchbill.rota.request.Swap;

/// What people ask of each other, as one of them sees it.
record Requests(Stores stores, Roster roster, PersonId person, MyTimes times, Instant now) {
  private static final Duration LOOKS_BACK = Duration.ofDays(28);
  private static final int SHOWN_MAX = 20;

  /// Swaps that wait for this person's answer.
  List<MyDutyView.SwapItem> waiting() {
    return stores.swaps().open().stream()
        .filter(s -> s.other().equals(person))
        .limit(SHOWN_MAX)
        .map(this::asOther)
        .toList();
  }

  /// Swaps this person asked for lately.
  List<MyDutyView.SwapItem> asked() {
    return stores.swaps().of(person, now.minus(LOOKS_BACK)).stream()
        .filter(s -> s.asker().equals(person))
        .limit(SHOWN_MAX)
        .map(this::asAsker)
        .toList();
  }

  /// Shifts that this person could take, or has opened.
  List<MyDutyView.OpenItem> open() {
    return stores.openShifts().open().stream()
        .filter(s -> isConcerned(s) || s.openedBy().equals(person))
        .limit(SHOWN_MAX)
        .map(this::item)
        .toList();
  }

  private boolean isConcerned(OpenShift shift) {
    boolean ofRota =
        Optional.ofNullable(roster.rotas().get(shift.rota()))
            .flatMap(RotaHistory::latest)
            .map(Rota::people)
            .filter(people -> people.contains(person))
            .isPresent();
    return ofRota && shift.holder().filter(person::equals).isEmpty();
  }

  private MyDutyView.SwapItem asOther(Swap swap) {
    String back = swap.inReturn().map(s -> "; they take " + times.span(s)).orElse("; nothing back");
    String words = name(swap.asker()) + " asks you to take " + times.span(swap.span()) + back;
    return new MyDutyView.SwapItem(swap.id(), mark(swap), words + where(swap), swap.note(), true);
  }

  private MyDutyView.SwapItem asAsker(Swap swap) {
    String back = swap.inReturn().map(s -> ", and you take " + times.span(s)).orElse("");
    String words = name(swap.other()) + " takes " + times.span(swap.span()) + back + where(swap);
    String note = swap.state() instanceof Swap.State.Declined d ? d.why() : swap.note();
    return new MyDutyView.SwapItem(swap.id(), mark(swap), words, note, swap.isOpen());
  }

  private static String where(Swap swap) {
    return " (" + swap.rota() + ", " + swap.role() + ")";
  }

  private static Mark mark(Swap swap) {
    return switch (swap.state()) {
      case Swap.State.Asked _ -> new Mark("silenced", "Waits");
      case Swap.State.Accepted _ -> new Mark("ok", "Accepted");
      case Swap.State.Declined _ -> new Mark("silenced", "Declined");
      case Swap.State.Withdrawn _ -> new Mark("silenced", "Withdrawn");
      case Swap.State.Expired _ -> new Mark("silenced", "Not answered in time");
    };
  }

  private MyDutyView.OpenItem item(OpenShift shift) {
    String instead =
        shift.holder().map(h -> "in place of " + name(h)).orElse("nobody is on duty then");
    String reason = shift.reason().isEmpty() ? "" : " · " + shift.reason();
    return new MyDutyView.OpenItem(
        shift.id(),
        times.span(shift.span()) + ", " + shift.role() + " of " + shift.rota(),
        instead + reason + " · opened by " + name(shift.openedBy()),
        shift.openedBy().equals(person));
  }

  private String name(PersonId id) {
    return new Names(roster).of(id);
  }
}
