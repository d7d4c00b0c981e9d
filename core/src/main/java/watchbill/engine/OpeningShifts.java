package watchbill.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.Shift;
import watchbill.rota.Watcher;
import watchbill.rota.request.OpenShift;
import watchbill.rota.request.OpenShiftStore;
import watchbill.time.Span;
import watchbill.watch.RequestNotices;

/// What happens to open shifts within a turn.
final class OpeningShifts {
  private final Turn turn;
  private final Asking asking;

  OpeningShifts(Turn turn, Asking asking) {
    this.turn = turn;
    this.asking = asking;
  }

  Reply open(Command.OpenShiftUp open) {
    if (!turn.configuration().rotas().containsKey(open.rota())) {
      return Asking.no("rota.unknown", "rota", open.rota().handle(), "the handle of a rota");
    }
    Optional<Reply> no =
        asking
            .unknown(List.of(open.by()))
            .or(() -> asking.objection(open.span(), ""))
            .or(() -> asking.begun(open.span(), ""))
            .or(() -> asking.tooLong("reason", open.reason()));
    if (no.isPresent()) {
      return no.get();
    }
    Span span = open.span().span().orElseThrow();
    List<Shift> planned = asking.planned(open.rota(), open.role(), span);
    Optional<PersonId> holder = holder(planned, open.by(), span);
    if (holder.isEmpty() && planned.stream().anyMatch(s -> !s.isGap())) {
      return Asking.no(
          "shift.of-several",
          "span",
          span.from() + " to " + span.until(),
          "a span in which one person is on duty all the while, or nobody is");
    }
    if (overlapsOpen(open.rota(), open.role(), span)) {
      String seen = span.from() + " to " + span.until();
      return Asking.no("shift.open-already", "span", seen, "a span that is not open already");
    }
    var shift =
        new OpenShift(
            turn.nextId(),
            open.rota(),
            open.role(),
            span,
            holder,
            open.reason(),
            open.by(),
            turn.now(),
            new OpenShift.State.Open());
    offer(shift);
    return new Reply.Made(shift.id());
  }

  /// Watchbill itself asks who can take what somebody can't.
  void open(RotaId rota, Role role, Span span, PersonId holder, String reason) {
    offer(
        new OpenShift(
            turn.nextId(),
            rota,
            role,
            span,
            Optional.of(holder),
            reason,
            Rostering.itself(),
            turn.now(),
            new OpenShift.State.Open()));
  }

  private void offer(OpenShift shift) {
    shifts().add(shift);
    tell(shift.openedBy(), "shift.opened", shift, " asks who can take a shift");
    takers(shift).forEach(p -> asking.tell(notices().offered(shift, p)));
  }

  /// Whoever asks, when it is theirs; else whoever is away; else the one whose it is.
  private Optional<PersonId> holder(List<Shift> planned, PersonId by, Span span) {
    List<PersonId> throughout = new ArrayList<>(planned.getFirst().people());
    planned.forEach(s -> throughout.retainAll(s.people()));
    if (throughout.contains(by)) {
      return Optional.of(by);
    }
    return throughout.stream()
        .filter(p -> asking.onLeave(p, span, "holder").isPresent())
        .findFirst()
        .or(() -> throughout.size() == 1 ? Optional.of(throughout.getFirst()) : Optional.empty());
  }

  private boolean overlapsOpen(RotaId rota, Role role, Span span) {
    return shifts().open().stream()
        .anyMatch(s -> s.rota().equals(rota) && s.role().equals(role) && s.span().overlaps(span));
  }

  /// Those of the rota who are free then.
  private List<PersonId> takers(OpenShift shift) {
    return asking.peopleOf(shift.rota()).stream()
        .filter(p -> objectionTo(shift, p).isEmpty())
        .toList();
  }

  private Optional<Reply> objectionTo(OpenShift shift, PersonId person) {
    if (shift.holder().filter(person::equals).isPresent()) {
      return Optional.of(
          Asking.no("shift.ones-own", "by", person.handle(), "somebody whose shift it is not"));
    }
    if (!asking.peopleOf(shift.rota()).contains(person)) {
      return Optional.of(
          Asking.no(
              "shift.not-of-rota", "by", person.handle(), "somebody of the rota or its team"));
    }
    boolean busy =
        asking.planned(shift.rota(), shift.role(), shift.span()).stream()
            .anyMatch(s -> s.people().contains(person));
    if (busy) {
      return Optional.of(
          Asking.no("shift.on-duty-already", "by", person.handle(), "somebody not on duty then"));
    }
    return asking.onLeave(person, shift.span(), "by");
  }

  Reply claim(String id, PersonId by) {
    Optional<OpenShift> found = shifts().find(id);
    Optional<Reply> no =
        found.isEmpty()
            ? Optional.of(unknown(id))
            : closed(found.get()).or(() -> objectionTo(found.get(), by));
    if (no.isPresent()) {
      return no.get();
    }
    OpenShift shift = found.orElseThrow();
    OpenShift claimed = shift.with(new OpenShift.State.Claimed(by, turn.now()));
    shifts().save(claimed);
    String reason =
        shift
            .holder()
            .map(p -> "took the shift of " + asking.nameOf(p))
            .orElse("took a free shift");
    Set<PersonId> concerned = openers(shift);
    concerned.addAll(standIns(shift));
    asking.override(shift.rota(), shift.role(), shift.span(), shift.claimedBy(by), reason, by);
    tell(by, "shift.claimed", shift, " takes the shift");
    notices().claimed(claimed, by, concerned).forEach(asking::tell);
    asking.knows(by, shift.rota());
    shift.holder().ifPresent(p -> asking.knows(p, shift.rota()));
    return new Reply.Done();
  }

  /// Who hears what becomes of it: whoever opened it, or those who answer for the rota.
  private Set<PersonId> openers(OpenShift shift) {
    return shift.openedBy().equals(Rostering.itself())
        ? new LinkedHashSet<>(asking.answerable(shift.rota()))
        : new LinkedHashSet<>(List.of(shift.openedBy()));
  }

  /// Those who would stand in for its holder, and were told so.
  private List<PersonId> standIns(OpenShift shift) {
    return asking.roster(shift.span()).shifts(shift.rota(), shift.role(), shift.span()).stream()
        .flatMap(s -> s.watchers().stream())
        .filter(w ->
            w.because() instanceof Watcher.Because.StandingIn(var away, _)
                && shift.holder().filter(away::equals).isPresent())
        .map(Watcher::person)
        .toList();
  }

  Reply withdraw(String id, PersonId by) {
    Optional<OpenShift> found = shifts().find(id);
    if (found.isEmpty()) {
      return unknown(id);
    }
    OpenShift shift = found.get();
    Optional<Reply> no = closed(shift);
    if (no.isPresent()) {
      return no.get();
    }
    shifts().save(shift.with(new OpenShift.State.Withdrawn(by, turn.now())));
    tell(by, "shift.withdrawn", shift, " does not offer the shift any more");
    return new Reply.Done();
  }

  /// Nobody took it.
  void expire(OpenShift shift) {
    OpenShift expired = shift.with(new OpenShift.State.Expired(turn.now()));
    shifts().save(expired);
    turn.tell(
        Rostering.itself().handle(),
        "shift.expired",
        shift.id(),
        "Nobody took a shift of rota " + shift.rota(),
        shift.span().from() + " to " + shift.span().until());
    openers(shift).forEach(reader -> asking.tell(notices().expired(expired, reader)));
  }

  private Optional<Reply> closed(OpenShift shift) {
    boolean late = !turn.now().isBefore(shift.span().from());
    return shift.isOpen() && !late
        ? Optional.empty()
        : Optional.of(
            Asking.no(
                "shift.closed",
                "shift",
                shift.isOpen() ? "expired" : shift.state().word(),
                "a shift that waits for somebody"));
  }

  private static Reply unknown(String id) {
    return Asking.no("shift.unknown", "shift", id, "the id of an open shift");
  }

  private void tell(PersonId by, String action, OpenShift shift, String said) {
    String about = shift.rota() + ", " + shift.role() + ", ";
    String when = shift.span().from() + " to " + shift.span().until();
    String why = shift.reason().isEmpty() ? "" : "; " + shift.reason();
    turn.tell(by.handle(), action, shift.id(), asking.nameOf(by) + said, about + when + why);
  }

  private RequestNotices notices() {
    return new RequestNotices(asking.words(), turn.now());
  }

  private OpenShiftStore shifts() {
    return turn.stores().openShifts();
  }
}
