package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.kernel.Refusal;
import watchbill.notification.Deliveries;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.NoticeStore;
import watchbill.notification.Notices;
import watchbill.notification.Notification;
import watchbill.notification.NotificationStore;

/// What happens to notices within a turn.
final class Noticing {
  /// Whoever tests a phone looks at it now.
  private static final Duration TEST_LASTS = Duration.ofMinutes(10);

  private final Turn turn;

  Noticing(Turn turn) {
    this.turn = turn;
  }

  /// Keeps a notice and orders its telling; false, and nothing happens, when its person was given
  /// one of this key before.
  boolean give(Notice notice) {
    if (!notices().add(notice)) {
      return false;
    }
    Optional<Person> person = turn.configuration().catalog().person(notice.person());
    List<Notification> planned =
        person.map(p -> Notices.plan(notice, p, turn::nextId, turn.now())).orElse(List.of());
    if (planned.isEmpty()) {
      tellUnroutable(notice, person.map(_ -> noWay(notice)).orElse("they are not configured"));
      return true;
    }
    store().add(planned);
    turn.planned();
    String methods = planned.stream().map(n -> n.method().word()).collect(Collectors.joining(", "));
    String because = notice.kind().inWords() + ", by " + methods;
    tell(WATCHBILL, "notice.given", notice, "Telling " + named(notice), because);
    return true;
  }

  /// Its person says what they were asked, or that they know; the first answer stays.
  Reply answer(NoticeId id, String by, String via) {
    Optional<Notice> found = notices().find(id);
    if (found.isEmpty()) {
      return refused("notice.unknown", id.value(), "the id of a notice that exists");
    }
    Notice notice = found.get();
    if (!notice.person().handle().equals(by)) {
      return refused("notice.of-another", by, "an answer by whom it was given to");
    }
    Optional<Notice.End> end = endOf(notice);
    if (end.isEmpty()) {
      end(notice, new Notice.End.Answered(turn.now(), by, via));
      String said = turn.nameOf(by) + " answered: " + notice.headline();
      tell(by, "notice.answered", notice, said, "by " + via);
      return new Reply.Done();
    }
    return switch (end.get()) {
      case Notice.End.Answered _ -> new Reply.Done();
      case Notice.End.Lapsed(var at) ->
          refused("notice.lapsed", notice.headline(), "an answer before " + at);
    };
  }

  /// Tells somebody at once by every way they have, so that they see which of them work.
  Reply sendTest(PersonId id) {
    Optional<Person> person = turn.configuration().catalog().person(id);
    if (person.isEmpty()) {
      return new Reply.Refused(
          new Refusal("person.unknown", "person", id.handle(), "the handle of a person"));
    }
    if (person.get().addresses().isEmpty()) {
      return new Reply.Refused(
          new Refusal("test.no-way", "person", id.handle(), "a person with a contact method"));
    }
    String minute = turn.now().truncatedTo(ChronoUnit.MINUTES).toString();
    if (!give(test(person.get(), minute))) {
      return new Reply.Refused(new Refusal("test.too-soon", "test", minute, "one test a minute"));
    }
    return new Reply.Done();
  }

  /// Ends what is pointless by now, at most `limit`, and says so where somebody missed something.
  /// Nothing else lets a notice lapse, so what follows from a lapse follows here and only once.
  List<Notice> lapse(int limit) {
    List<Notice> lapsing = notices().lapsing(turn.now(), limit);
    lapsing.forEach(this::lapse);
    return lapsing;
  }

  /// How it was over. What is pointless by now counts as lapsed, though no tick has come by yet.
  Optional<Notice.End> endOf(Notice notice) {
    return notices()
        .endOf(notice.id())
        .or(() ->
            notice
                .pointlessFrom()
                .filter(_ -> notice.isPointless(turn.now()))
                .map(Notice.End.Lapsed::new));
  }

  /// Whoever has answered was told, whatever a provider says.
  void onNobodyTold(NoticeId id) {
    notices()
        .find(id)
        .filter(n -> endOf(n).isEmpty())
        .ifPresent(n -> tellUnroutable(n, "every way to them was refused"));
  }

  private Notice test(Person person, String minute) {
    Instant until = turn.now().plus(TEST_LASTS);
    return new Notice(
        new NoticeId(turn.nextId()),
        person.id(),
        Notice.Kind.TEST,
        "test/" + minute,
        "This is a test, " + person.name() + ": nothing is wrong",
        List.of(
            new Message.Fact("Why you", "you asked for it"),
            Message.Fact.ifYouDoNothing("nothing happens")),
        Optional.of(new Notice.Action.Answer("It arrived")),
        turn.now(),
        Optional.of(until));
  }

  private void lapse(Notice notice) {
    int unsent = end(notice, new Notice.End.Lapsed(turn.now()));
    if (unsent > 0) {
      String because = "it was of no use any more; not sent by " + unsent + " of their ways";
      tell(WATCHBILL, "notice.lapsed", notice, "Too late to tell " + named(notice), because);
    } else if (notice.asksForAnswer() && notice.kind() != Notice.Kind.TEST) {
      tell(WATCHBILL, "notice.unanswered", notice, "No answer from " + named(notice), "in time");
    }
  }

  /// Says how many ways were still to be tried.
  private int end(Notice notice, Notice.End end) {
    notices().end(notice.id(), end);
    int unsent = 0;
    for (Notification notification : store().of(notice.id())) {
      Notification cancelled = Deliveries.cancel(notification, end.inWords(), turn.now());
      if (!cancelled.equals(notification)) {
        store().save(cancelled);
        unsent++;
      }
    }
    return unsent;
  }

  private void tellUnroutable(Notice notice, String because) {
    tell(WATCHBILL, "notice.unroutable", notice, "Nobody could tell " + named(notice), because);
  }

  private static String noWay(Notice notice) {
    return "no rule of theirs for " + notice.kind().urgency().word() + " leads anywhere";
  }

  private String named(Notice notice) {
    return turn.nameOf(notice.person().handle()) + ": " + notice.headline();
  }

  private void tell(String actor, String action, Notice notice, String said, String because) {
    turn.tell(actor, action, notice.id().value(), said, because);
  }

  private static Reply refused(String code, String seen, String allowed) {
    return new Reply.Refused(new Refusal(code, "notice", seen, allowed));
  }

  private NoticeStore notices() {
    return turn.stores().notices();
  }

  private NotificationStore store() {
    return turn.stores().notifications();
  }
}
