package watchbill.engine;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertStore;
import watchbill.alert.Suppression;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.silence.Matchers;
import watchbill.silence.Silence;
import watchbill.silence.SilenceStore;
import watchbill.silence.Subject;
import watchbill.time.TimeWords;

/// What silences do by themselves: when one begins it looks over the open alerts, piece by piece,
/// and before one ends its owner is told.
final class Sweeping {
  /// Alerts that one silence looks at in one turn, so that no turn holds up a page.
  private static final int ALERTS_AT_ONCE = 1_000;

  private static final int NAMED_MAX = 5;
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Turn turn;
  private final Examining examining;

  Sweeping(Turn turn, Examining examining) {
    this.turn = turn;
    this.examining = examining;
  }

  /// Looks on with each silence that has not seen all open alerts, at most `limit` of them.
  int sweep(int limit) {
    List<SilenceStore.Sweep> due = store().toSweep(turn.now(), limit);
    due.forEach(this::sweep);
    return due.size();
  }

  /// Tells owners whose silence ends soon; says how many silences those were.
  int warn(int limit, Noticing noticing) {
    List<Silence> due = store().toWarn(turn.now(), limit);
    for (Silence silence : due) {
      store().warned(silence.id());
      if (silence.isActive(turn.now())) {
        owner(silence).ifPresent(owner -> noticing.give(notice(silence, owner)));
      }
    }
    return due.size();
  }

  private void sweep(SilenceStore.Sweep sweep) {
    Silence silence = sweep.silence();
    if (!silence.isActive(turn.now())) {
      store().swept(silence.id(), Optional.empty());
      return;
    }
    List<Alert> seen = turn.stores().alerts().openAfter(sweep.after(), ALERTS_AT_ONCE);
    Predicate<Subject> matches = Matchers.all(silence.matchers(), turn.patterns());
    List<Alert> matching =
        seen.stream()
            .filter(alert -> !isRaisedByHand(alert) && matches.test(Subject.of(alert)))
            .toList();
    if (!matching.isEmpty()) {
      var why = new Suppression.Silenced(silence.id(), silence.endsAt());
      examining.takeOut(matching, why, inWords(silence));
    }
    boolean all = seen.size() < ALERTS_AT_ONCE;
    store().swept(silence.id(), all ? Optional.empty() : AlertStore.Place.of(seen.getLast()));
  }

  /// What a person raised they mean; its integration is that person.
  private boolean isRaisedByHand(Alert alert) {
    return alert.condition().source().equals(alert.integration().handle())
        && turn.configuration().catalog().integration(alert.integration()).isEmpty();
  }

  /// As a page that it empties says it.
  private String inWords(Silence silence) {
    String why = silence.comment().isBlank() ? "" : ": " + silence.comment();
    return "silenced by "
        + turn.nameOf(silence.createdBy())
        + " until "
        + TimeWords.dayAndTime(silence.endsAt(), UTC)
        + why;
  }

  /// A silence that another system made may have an owner we can't reach.
  private Optional<Person> owner(Silence silence) {
    return turn.configuration().catalog().person(new PersonId(silence.createdBy()));
  }

  private Notice notice(Silence silence, Person owner) {
    ZoneId zone = owner.zone();
    String ends = TimeWords.dayAndTime(silence.endsAt(), zone);
    return new Notice(
        new NoticeId(turn.nextId()),
        owner.id(),
        Notice.Kind.SILENCE,
        "silence-ends/" + silence.id() + "/" + silence.endsAt(),
        "Your silence of " + Matchers.inWords(silence.matchers()) + " ends " + ends,
        List.of(
            new Message.Fact("Reason", silence.comment()),
            new Message.Fact("Muted", muted(silence)),
            Message.Fact.ifYouDoNothing("what still fires then pages")),
        Optional.empty(),
        turn.now(),
        Optional.of(silence.endsAt()));
  }

  private String muted(Silence silence) {
    long count = store().countMutedBy(silence.id());
    if (count == 0) {
      return "nothing";
    }
    List<String> named = new ArrayList<>();
    for (AlertId alert : store().mutedBy(silence.id(), NAMED_MAX)) {
      turn.stores().alerts().find(alert).ifPresent(a -> named.add(a.condition().summary()));
    }
    String more = count > named.size() ? " and " + (count - named.size()) + " more" : "";
    return (count == 1 ? "1 alert: " : count + " alerts: ") + String.join(", ", named) + more;
  }

  private SilenceStore store() {
    return turn.stores().silences();
  }
}
