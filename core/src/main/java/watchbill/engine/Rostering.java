package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.Change;
import watchbill.rota.Rota;
import watchbill.rota.RotaChanges;
import watchbill.rota.RotaId;
import watchbill.rota.RotaOverride;
import watchbill.rota.RotaStore;
import watchbill.rota.RotaVersion;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

/// What happens to rotas within a turn: edits, overrides, and what people ask of each other.
final class Rostering {
  private final Turn turn;
  private final Paging paging;
  private final Asking asking;

  Rostering(Turn turn, Paging paging, Noticing noticing) {
    this.turn = turn;
    this.paging = paging;
    this.asking = new Asking(turn, noticing);
  }

  Reply decide(Command.OfRota command) {
    var swapping = new Swapping(turn, asking);
    var opening = new OpeningShifts(turn, asking);
    var standing = new StandingDown(turn, asking, paging);
    Reply reply =
        switch (command) {
          case Command.AdoptRotas(var by) -> adopt(by);
          case Command.AddOverride add -> add(add);
          case Command.WithdrawOverride(var id, var by) -> withdraw(id, by);
          case Command.AcceptSuggestion accept -> accept(accept);
          case Command.AskSwap ask -> swapping.ask(ask);
          case Command.AnswerSwap answer -> swapping.answer(answer);
          case Command.WithdrawSwap(var id, var by) -> swapping.withdraw(id, by);
          case Command.OpenShiftUp open -> opening.open(open);
          case Command.ClaimShift(var id, var by) -> opening.claim(id, by);
          case Command.WithdrawOpenShift(var id, var by) -> opening.withdraw(id, by);
          case Command.StandDown down -> standing.down(down);
          case Command.TakeBack(var person, var by) -> standing.takeBack(person, by);
          case Command.KeepWatch _ -> new Watching(turn, asking, standing).look();
        };
    turn.forgetRoster();
    return reply;
  }

  /// Rotas that are known when none was before have always been as they are declared. Every later
  /// edit holds from now, or from when it says.
  private Reply adopt(String by) {
    Map<RotaId, RotaVersion> known = new HashMap<>();
    rotas().latest().forEach(v -> known.put(v.rota().id(), v));
    Instant first = known.isEmpty() ? RotaVersion.EVER : turn.now();
    turn.configuration().rotas().values().stream()
        .sorted(Comparator.comparing(r -> r.id().handle()))
        .forEach(declared ->
            Optional.ofNullable(known.get(declared.id()))
                .ifPresentOrElse(
                    latest -> adopt(declared, latest, by), () -> begin(declared, first, by)));
    known.values().stream()
        .map(RotaVersion::rota)
        .filter(r -> !turn.configuration().rotas().containsKey(r.id()) && !r.isEnded())
        .forEach(gone -> edit(gone, gone.ended(), turn.now(), by));
    return new Reply.Done();
  }

  private void begin(Rota rota, Instant from, String by) {
    rotas().add(new RotaVersion(rota, from, by, turn.now()));
    turn.tell(by, "rota.adopted", rota.id().handle(), "Rota " + rota.id() + " is known", "");
  }

  private void adopt(Rota declared, RotaVersion latest, String by) {
    Instant now = turn.now();
    Optional<Instant> wanted =
        turn.configuration().effective(declared.id()).filter(at -> at.isAfter(now));
    boolean planned = latest.from().isAfter(now);
    boolean moved = planned && !wanted.equals(Optional.of(latest.from()));
    if (declared.equals(latest.rota()) && !moved) {
      return;
    }
    if (planned && wanted.filter(at -> at.isAfter(latest.from())).isPresent()) {
      // What was planned shall come later, so what holds until then must be said anew.
      present(declared.id()).ifPresent(rota -> rotas().add(new RotaVersion(rota, now, by, now)));
    }
    edit(latest.rota(), declared, wanted.orElse(now), by);
  }

  private void edit(Rota before, Rota after, Instant from, String by) {
    rotas().add(new RotaVersion(after, from, by, turn.now()));
    String handle = after.id().handle();
    String said = "Rota " + handle + " is edited, from " + from;
    turn.tell(
        by, "rota.edited", handle, said, String.join("; ", RotaChanges.between(before, after)));
  }

  private Optional<Rota> present(RotaId id) {
    var instant = new Span(turn.now(), turn.now().plusNanos(1_000));
    return rotas().inEffect(instant).stream()
        .map(RotaVersion::rota)
        .filter(r -> r.id().equals(id))
        .findFirst();
  }

  /// What has begun counts from now on: nobody is put on duty in the past.
  private Reply add(Command.AddOverride add) {
    Optional<Reply> no =
        asking
            .objection(add.rota(), add.span())
            .or(() -> asking.unknown(add.change().people()))
            .or(() -> asking.tooLong("reason", add.reason()))
            .or(() -> senseless(add.change()));
    if (no.isPresent()) {
      return no.get();
    }
    Span span = asking.fromNow(add.span());
    RotaOverride override =
        asking.override(add.rota(), add.role(), span, add.change(), add.reason(), add.by());
    String said = add.change().inWords() + " as " + add.role().word();
    String when = span.from() + " to " + span.until();
    turn.tell(add.by().handle(), "rota.overridden", add.rota().handle(), said, when);
    asking.knows(add.by(), add.rota());
    return new Reply.Made(override.id());
  }

  private static Optional<Reply> senseless(Change change) {
    return change instanceof Change.Replace(var out, var in) && out.equals(in)
        ? Optional.of(Asking.no("override.with-oneself", "in", in.handle(), "somebody else"))
        : Optional.empty();
  }

  private Reply withdraw(String id, String by) {
    Optional<RotaOverride> found = turn.stores().overrides().find(id);
    if (found.isEmpty()) {
      return Asking.no("override.unknown", "override", id, "the id of an override that counts");
    }
    RotaOverride override = found.get();
    Span span = override.span();
    if (!span.until().isAfter(turn.now())) {
      return Asking.no(
          "override.over", "override", "until " + span.until(), "an override that is not over");
    }
    if (span.from().isBefore(turn.now())) {
      turn.stores().overrides().end(id, turn.now());
    } else {
      turn.stores().overrides().withdraw(id, by, turn.now());
    }
    turn.tell(
        by,
        "rota.override-withdrawn",
        override.rota().handle(),
        "No longer: " + override.change().inWords() + " as " + override.role().word(),
        "it was for " + span.from() + " to " + span.until());
    asking.knows(new PersonId(by), override.rota());
    return new Reply.Done();
  }

  /// All of it, or nothing.
  private Reply accept(Command.AcceptSuggestion accept) {
    for (Command.Assignment slot : accept.slots()) {
      Optional<Reply> no =
          asking
              .objection(accept.rota(), slot.span())
              .or(() -> asking.unknown(List.of(slot.person())))
              .or(() -> asking.onLeave(slot.person(), slot.span(), "person"));
      if (no.isPresent()) {
        return no.get();
      }
    }
    for (Command.Assignment slot : accept.slots()) {
      Span span = asking.fromNow(slot.span());
      var change = new Change.TakeOver(Seat.of(slot.person()), 0);
      asking.override(accept.rota(), accept.role(), span, change, "suggestion", accept.by());
      String said = change.inWords() + " as " + accept.role().word() + ", as suggested";
      String when = span.from() + " to " + span.until();
      turn.tell(accept.by().handle(), "rota.overridden", accept.rota().handle(), said, when);
    }
    return new Reply.Done();
  }

  private RotaStore rotas() {
    return turn.stores().rotas();
  }

  /// As whom Watchbill acts when nobody asked.
  static PersonId itself() {
    return new PersonId(WATCHBILL);
  }
}
