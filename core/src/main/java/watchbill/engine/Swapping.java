package watchbill.engine;

import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.Change;
import watchbill.rota.request.Between;
import watchbill.rota.request.Swap;
import watchbill.rota.request.SwapStore;
import watchbill.time.Span;
import watchbill.watch.RequestNotices;

/// What happens to swaps within a turn.
final class Swapping {
  private final Turn turn;
  private final Asking asking;

  Swapping(Turn turn, Asking asking) {
    this.turn = turn;
    this.asking = asking;
  }

  Reply ask(Command.AskSwap ask) {
    Optional<Reply> no = objectionTo(ask);
    if (no.isPresent()) {
      return no.get();
    }
    var swap =
        new Swap(
            turn.nextId(),
            ask.rota(),
            ask.role(),
            ask.asker(),
            ask.span().span().orElseThrow(),
            ask.other(),
            ask.inReturn().flatMap(Between::span),
            ask.note(),
            turn.now(),
            new Swap.State.Asked());
    no = lost(swap);
    if (no.isPresent()) {
      return no.get();
    }
    swaps().add(swap);
    tell(ask.asker(), "swap.asked", swap, " asked " + asking.nameOf(ask.other()) + " to swap");
    asking.tell(notices().asked(swap));
    return new Reply.Made(swap.id());
  }

  private Optional<Reply> objectionTo(Command.AskSwap ask) {
    if (!turn.configuration().rotas().containsKey(ask.rota())) {
      return Optional.of(
          Asking.no("rota.unknown", "rota", ask.rota().handle(), "the handle of a rota"));
    }
    if (ask.asker().equals(ask.other())) {
      return Optional.of(
          Asking.no("swap.with-oneself", "other", ask.other().handle(), "somebody else"));
    }
    return asking
        .unknown(List.of(ask.asker(), ask.other()))
        .or(() -> asking.objection(ask.span(), ""))
        .or(() -> asking.begun(ask.span(), ""))
        .or(() -> ask.inReturn().flatMap(r -> asking.objection(r, "in-return.")))
        .or(() -> ask.inReturn().flatMap(r -> asking.begun(r, "in-return.")))
        .or(() -> asking.tooLong("note", ask.note()));
  }

  /// Why it can't be, as the rota stands now.
  private Optional<Reply> lost(Swap swap) {
    if (!asking.holds(swap.asker(), swap.rota(), swap.role(), swap.span())) {
      return Optional.of(notTheirs("swap.not-on-duty", "span", swap.span(), swap.asker()));
    }
    if (serves(swap.other(), swap, swap.span())) {
      return Optional.of(
          Asking.no(
              "swap.on-duty-already", "other", swap.other().handle(), "somebody not on duty then"));
    }
    return swap.inReturn().flatMap(back -> lostInReturn(swap, back));
  }

  private Optional<Reply> lostInReturn(Swap swap, Span back) {
    if (!asking.holds(swap.other(), swap.rota(), swap.role(), back)) {
      return Optional.of(notTheirs("swap.other-not-on-duty", "in-return", back, swap.other()));
    }
    return serves(swap.asker(), swap, back)
        ? Optional.of(
            Asking.no(
                "swap.on-duty-already",
                "in-return",
                swap.asker() + " is on duty then",
                "a duty while the asker has none"))
        : Optional.empty();
  }

  private boolean serves(PersonId person, Swap swap, Span span) {
    return asking.planned(swap.rota(), swap.role(), span).stream()
        .anyMatch(s -> s.people().contains(person));
  }

  private static Reply notTheirs(String code, String field, Span span, PersonId person) {
    return Asking.no(
        code,
        field,
        span.from() + " to " + span.until(),
        "a span in which " + person + " is on duty all the while");
  }

  Reply answer(Command.AnswerSwap answer) {
    Optional<Swap> found = swaps().find(answer.swap());
    Optional<Reply> no =
        found.isEmpty()
            ? Optional.of(unknown(answer.swap()))
            : open(found.get()).or(() -> notTheirs(found.get(), answer.by()));
    if (no.isPresent()) {
      return no.get();
    }
    Swap swap = found.orElseThrow();
    if (!answer.accept()) {
      return asking.tooLong("why", answer.why()).orElseGet(() -> decline(swap, answer.why()));
    }
    return lost(swap)
        .or(() -> asking.onLeave(swap.other(), swap.span(), "other"))
        .or(() -> swap.inReturn().flatMap(s -> asking.onLeave(swap.asker(), s, "asker")))
        .orElseGet(() -> accept(swap));
  }

  private static Optional<Reply> notTheirs(Swap swap, PersonId by) {
    return swap.other().equals(by)
        ? Optional.empty()
        : Optional.of(Asking.no("swap.of-another", "by", by.handle(), "whoever was asked"));
  }

  private Reply decline(Swap swap, String why) {
    Swap declined = swap.with(new Swap.State.Declined(turn.now(), why));
    swaps().save(declined);
    tell(swap.other(), "swap.declined", swap, " declined to swap");
    asking.tell(notices().answered(declined));
    return new Reply.Done();
  }

  private Reply accept(Swap swap) {
    Swap accepted = swap.with(new Swap.State.Accepted(turn.now()));
    swaps().save(accepted);
    replace(swap, swap.span(), swap.asker(), swap.other());
    swap.inReturn().ifPresent(back -> replace(swap, back, swap.other(), swap.asker()));
    tell(swap.other(), "swap.accepted", swap, " accepted to swap");
    asking.tell(notices().answered(accepted));
    asking.knows(swap.other(), swap.rota());
    asking.knows(swap.asker(), swap.rota());
    return new Reply.Done();
  }

  private void replace(Swap swap, Span span, PersonId out, PersonId in) {
    String reason = "swap with " + asking.nameOf(out);
    var change = new Change.Replace(out, in);
    asking.override(swap.rota(), swap.role(), span, change, reason, swap.other());
  }

  Reply withdraw(String id, PersonId by) {
    Optional<Swap> found = swaps().find(id);
    if (found.isEmpty()) {
      return unknown(id);
    }
    Swap swap = found.get();
    Optional<Reply> no = open(swap);
    if (no.isPresent()) {
      return no.get();
    }
    if (!swap.asker().equals(by)) {
      return Asking.no("swap.of-another", "by", by.handle(), "whoever asked");
    }
    Swap withdrawn = swap.with(new Swap.State.Withdrawn(turn.now()));
    swaps().save(withdrawn);
    tell(by, "swap.withdrawn", swap, " does not ask to swap any more");
    asking.tell(notices().withdrawn(withdrawn));
    return new Reply.Done();
  }

  /// Nobody answered in time.
  void expire(Swap swap) {
    Swap expired = swap.with(new Swap.State.Expired(turn.now()));
    swaps().save(expired);
    turn.tell(
        Rostering.itself().handle(),
        "swap.expired",
        swap.id(),
        asking.nameOf(swap.other()) + " did not answer " + asking.nameOf(swap.asker()),
        "it was about " + swap.span().from() + " to " + swap.span().until());
    notices().expired(expired).forEach(asking::tell);
  }

  private Optional<Reply> open(Swap swap) {
    boolean late = !turn.now().isBefore(swap.expiresAt());
    return swap.isOpen() && !late
        ? Optional.empty()
        : Optional.of(
            Asking.no(
                "swap.closed",
                "swap",
                swap.isOpen() ? "expired" : swap.state().word(),
                "a swap that waits for an answer"));
  }

  private static Reply unknown(String id) {
    return Asking.no("swap.unknown", "swap", id, "the id of a swap");
  }

  private void tell(PersonId by, String action, Swap swap, String said) {
    String about = swap.rota() + ", " + swap.role() + ", ";
    String when = swap.span().from() + " to " + swap.span().until();
    String back = swap.inReturn().map(s -> "; for " + s.from() + " to " + s.until()).orElse("");
    turn.tell(by.handle(), action, swap.id(), asking.nameOf(by) + said, about + when + back);
  }

  private RequestNotices notices() {
    return new RequestNotices(asking.words(), turn.now());
  }

  private SwapStore swaps() {
    return turn.stores().swaps();
  }
}
