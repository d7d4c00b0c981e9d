package watchbill.engine;

import java.util.List;
import java.util.Optional;
import watchbill.alert.SilenceId;
import watchbill.alert.Suppression;
import watchbill.kernel.Refusal;
import watchbill.silence.Draft;
import watchbill.silence.Matchers;
import watchbill.silence.Silence;
import watchbill.silence.SilenceStore;
import watchbill.silence.Silences;

/// What people do with silences, within a turn.
final class Silencing {
  /// Each of them is asked about each new alert.
  static final int LIVE_MAX = 1_000;

  /// What is looked at in the turn of the command itself; the ticks that follow look at the rest.
  private static final int AT_ONCE = 1_000;

  private final Turn turn;
  private final Examining examining;
  private final Sweeping sweeping;

  Silencing(Turn turn, Paging paging) {
    this.turn = turn;
    this.examining = new Examining(turn, paging);
    this.sweeping = new Sweeping(turn, examining);
  }

  Reply decide(Command.OfSilence command) {
    return switch (command) {
      case Command.CreateSilence(var draft, var by) ->
          fault(draft).<Reply>map(Reply.Refused::new).orElseGet(() -> make(draft, by));
      case Command.UpdateSilence update -> update(update);
      case Command.ExpireSilence(var id, var by) ->
          store().find(id).map(silence -> expire(silence, by)).orElseGet(() -> unknown(id));
    };
  }

  private Reply update(Command.UpdateSilence command) {
    Optional<Silence> known = store().find(command.silence());
    if (known.isEmpty()) {
      return unknown(command.silence());
    }
    Optional<Refusal> fault = fault(command.draft());
    if (fault.isPresent()) {
      return new Reply.Refused(fault.get());
    }
    Silence before = known.get();
    Optional<Silence> same = Silences.updated(before, command.draft(), turn.now());
    if (same.isEmpty()) {
      expire(before, command.by());
      return make(command.draft(), command.by());
    }
    store().save(same.get());
    holdUntil(same.get());
    tell(command.by(), "silence.updated", same.get(), "Changed");
    return new Reply.Made(before.id().value());
  }

  private Reply make(Draft draft, String by) {
    if (store().live(turn.now()).size() >= LIVE_MAX) {
      return new Reply.Refused(
          new Refusal(
              "silence.too-many",
              "silence",
              Integer.toString(LIVE_MAX + 1),
              "at most " + LIVE_MAX + " silences at a time; expire one that is not needed"));
    }
    Silence silence = draft.as(new SilenceId(turn.nextId()), turn.now());
    store().add(silence);
    tell(by, "silence.made", silence, "Muted");
    sweeping.sweep(1);
    return new Reply.Made(silence.id().value());
  }

  /// One that is over already stays as it ended.
  private Reply expire(Silence silence, String by) {
    if (silence.state(turn.now()) == Silence.State.EXPIRED) {
      return new Reply.Done();
    }
    Silence over = silence.expired(turn.now());
    store().save(over);
    tell(by, "silence.expired", over, "Ended the silence of");
    holdUntil(over);
    examining.examine(AT_ONCE);
    return new Reply.Done();
  }

  /// What it mutes already is looked at when it ends now, not when it was to end.
  private void holdUntil(Silence silence) {
    turn.stores()
        .alerts()
        .examine(Suppression.Cause.SILENCE, silence.id().value(), silence.endsAt());
  }

  private Optional<Refusal> fault(Draft draft) {
    List<Refusal> faults = Silences.faults(draft, turn.patterns(), turn.now());
    return faults.stream().findFirst();
  }

  private void tell(String by, String action, Silence silence, String did) {
    String said = did + " " + Matchers.inWords(silence.matchers()) + " until " + silence.endsAt();
    String why = silence.comment().isBlank() ? "no reason given" : silence.comment();
    turn.tell(by, action, silence.id().value(), said, why + ", says " + silence.createdBy());
  }

  private static Reply unknown(SilenceId id) {
    return new Reply.Refused(
        new Refusal("silence.unknown", "silence", id.value(), "the id of a silence that exists"));
  }

  private SilenceStore store() {
    return turn.stores().silences();
  }
}
