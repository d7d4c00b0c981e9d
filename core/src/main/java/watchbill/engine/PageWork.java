package watchbill.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.alert.PageId;
import watchbill.catalog.PersonId;
import watchbill.escalation.Climb;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.escalation.Target;
import watchbill.kernel.Refusal;

/// What people do with a page beside answering it.
final class PageWork {
  static final int NOTE_MAX = 25_000;

  private final Turn turn;
  private final Paging paging;

  PageWork(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
  }

  Reply run(Command.OfPage command) {
    Optional<Page> found = turn.stores().pages().find(command.page());
    if (found.isEmpty()) {
      return new Reply.Refused(
          new Refusal("page.unknown", "page", command.page().value(), "the id of a page"));
    }
    Page page = found.get();
    Optional<Refusal> refusal =
        switch (command) {
          case Command.Unacknowledge(_, var by, var via) -> giveBack(page, by, via);
          case Command.AddNote(_, var note, var by, var via) -> note(page, note, by, via);
          case Command.Assign(_, var person, var by, var via) -> assign(page, person, by, via);
          case Command.WakeBeside(_, var targets, var by, var via) ->
              wakeBeside(page, targets, by, via);
          case Command.EscalateNow(_, var by, var via) -> escalate(page, by, via);
        };
    return refusal.<Reply>map(Reply.Refused::new).orElseGet(() -> standing(page.id()));
  }

  Optional<Refusal> giveBack(Page page, String by, String via) {
    Climb climb =
        Escalations.giveBack(page.escalation(), page.policy(), turn.nameOf(by), turn.now());
    if (climb.wake().isEmpty()) {
      return refuse("page.not-acknowledged", page, "a page that somebody has acknowledged");
    }
    turn.tell(by, "page.given-back", page, turn.nameOf(by) + " gave it back", "by " + via);
    paging.apply(page, climb);
    return Optional.empty();
  }

  Optional<Refusal> note(Page page, String note, String by, String via) {
    String text = note.strip();
    if (text.isEmpty() || text.length() > NOTE_MAX) {
      return Optional.of(
          new Refusal("note.length", "note", text, "a text of 1 to " + NOTE_MAX + " characters"));
    }
    turn.tell(by, "page.noted", page, text, "note by " + turn.nameOf(by) + ", by " + via);
    return Optional.empty();
  }

  Optional<Refusal> assign(Page page, PersonId person, String by, String via) {
    if (turn.configuration().catalog().person(person).isEmpty()) {
      return Optional.of(
          new Refusal("person.unknown", "person", person.handle(), "the handle of a person"));
    }
    Climb climb =
        Escalations.handOver(
            page.escalation(),
            page.policy(),
            new Target.ToPerson(person),
            turn.nameOf(by),
            turn.now());
    if (climb.wake().isEmpty()) {
      return over(page);
    }
    paging.cancelPending(page, "assigned to " + person + " by " + by);
    String said = turn.nameOf(by) + " assigned it to " + turn.nameOf(person.handle());
    turn.tell(by, "page.assigned", page, said, "by " + via);
    paging.apply(page, climb);
    return Optional.empty();
  }

  Optional<Refusal> wakeBeside(Page page, List<Target> targets, String by, String via) {
    Climb climb = Escalations.wakeBeside(page.escalation(), targets, turn.nameOf(by));
    if (climb.wake().isEmpty()) {
      return over(page);
    }
    String whom = targets.stream().map(Target::inWords).collect(Collectors.joining(", "));
    turn.tell(by, "page.widened", page, turn.nameOf(by) + " asked for " + whom, "by " + via);
    paging.apply(page, climb);
    return Optional.empty();
  }

  Optional<Refusal> escalate(Page page, String by, String via) {
    Climb climb =
        Escalations.escalate(page.escalation(), page.policy(), turn.nameOf(by), turn.now());
    if (climb.wake().isEmpty()) {
      return refuse("page.nothing-above", page, "a page with a step that was not tried yet");
    }
    turn.tell(by, "page.escalated", page, turn.nameOf(by) + " escalated it", "by " + via);
    paging.apply(page, climb);
    return Optional.empty();
  }

  private static Optional<Refusal> over(Page page) {
    return refuse("page.over", page, "a page that is open");
  }

  private static Optional<Refusal> refuse(String code, Page page, String allowed) {
    return Optional.of(new Refusal(code, "page", "page " + page.number(), allowed));
  }

  private Reply standing(PageId id) {
    Page page = turn.stores().pages().find(id).orElseThrow();
    return new Reply.Paged(page.id(), page.number(), Engine.standing(page.escalation()));
  }
}
