package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import watchbill.alert.AlertDecision;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.AlertState;
import watchbill.alert.Alerts;
import watchbill.alert.Condition;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Service;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.kernel.IdSource;
import watchbill.kernel.Refusal;
import watchbill.notification.Notice;
import watchbill.notification.Notification;

/// Runs commands in turns.
public final class Engine {
  /// A page this late moves only because the inspection found it; the fallback is told as well.
  public static final Duration OVERDUE_AFTER = Duration.ofSeconds(60);

  private final Transactions transactions;
  private final Supplier<Configuration> configuration;
  private final IdSource ids;
  private final Runnable afterPlanning;

  public Engine(Transactions transactions, Supplier<Configuration> configuration, IdSource ids) {
    this(transactions, configuration, ids, () -> {});
  }

  /// As above, and told when a committed turn has planned notifications.
  ///
  /// @param afterPlanning wakes whoever empties the outbox; runs after the commit, must not block
  public Engine(
      Transactions transactions,
      Supplier<Configuration> configuration,
      IdSource ids,
      Runnable afterPlanning) {
    this.transactions = transactions;
    this.configuration = configuration;
    this.ids = ids;
    this.afterPlanning = afterPlanning;
  }

  /// Decides all commands in one transaction. Messages are taken in first, as one set; the rest
  /// follows in order. A reply is true once this returns, and not before.
  public List<Reply> run(List<Command> commands, Instant now) {
    Ran ran =
        transactions.write(stores -> {
          var turn = new Turn(stores, configuration.get(), ids, now);
          return new Ran(replies(commands, turn), turn.hasPlanned());
        });
    if (ran.planned()) {
      afterPlanning.run();
    }
    return ran.replies();
  }

  private record Ran(List<Reply> replies, boolean planned) {}

  private static List<Reply> replies(List<Command> commands, Turn turn) {
    var paging = new Paging(turn);
    Reply[] replies = new Reply[commands.size()];
    receiveAll(commands, replies, turn, paging);
    for (int i = 0; i < replies.length; i++) {
      if (!(commands.get(i) instanceof Command.Receive)) {
        replies[i] = runOne(commands.get(i), turn, paging);
      }
    }
    turn.finish();
    return Arrays.asList(replies);
  }

  /// Decides one command in a transaction of its own.
  public Reply run(Command command, Instant now) {
    return run(List.of(command), now).getFirst();
  }

  private static void receiveAll(
      List<Command> commands, Reply[] replies, Turn turn, Paging paging) {
    List<Command.Receive> messages = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < replies.length; i++) {
      if (commands.get(i) instanceof Command.Receive message) {
        messages.add(message);
        places.add(i);
      }
    }
    if (!messages.isEmpty()) {
      List<Reply> received = new Intake(turn, paging).receive(messages);
      for (int i = 0; i < places.size(); i++) {
        replies[places.get(i)] = received.get(i);
      }
    }
  }

  private static Reply runOne(Command command, Turn turn, Paging paging) {
    var noticing = new Noticing(turn);
    var delivering = new Delivering(turn, paging, noticing);
    return switch (command) {
      case Command.Receive _ -> throw new IllegalStateException("received with its batch");
      case Command.RaisePage raise -> raise(raise, turn, paging);
      case Command.Acknowledge(var page, var by, var via) ->
          onPage(page, turn, p -> Optional.of(paging.acknowledge(p, by, via)));
      case Command.Resolve(var page, var by, var via) ->
          onPage(page, turn, p -> Optional.of(paging.resolve(p, by, "by " + via)));
      case Command.HandOver(var page, var by, var via) ->
          onPage(page, turn, p -> paging.handOver(p, by, via));
      case Command.OfRota rota -> new Rostering(turn, paging, noticing).decide(rota);
      case Command.EnterLeave enter -> new Absences(turn).enter(enter);
      case Command.WithdrawLeave(var id, var by) -> new Absences(turn).withdraw(id, by);
      case Command.ReplaceLeave(var person, var said) ->
          new Absences(turn).replaceLeave(person, said);
      case Command.ReplaceHolidays(var region, var said) ->
          new Absences(turn).replaceHolidays(region, said);
      case Command.NoteCalendar(var calendar, var failure) ->
          new Absences(turn).note(calendar, failure);
      case Command.MakeFeed(var subject, var hash, var by) ->
          new Subscriptions(turn).make(subject, hash, by);
      case Command.RevokeFeed(var id, var by) -> new Subscriptions(turn).revoke(id, by);
      case Command.ShowFeed(var feed, var domain) -> new Publishing(turn).show(feed, domain);
      case Command.GiveNotice(var notice) -> {
        noticing.give(notice);
        yield new Reply.Done();
      }
      case Command.AnswerNotice(var notice, var by, var via) -> noticing.answer(notice, by, via);
      case Command.SendTest(var person) -> noticing.sendTest(person);
      case Command.SettleMonth settle -> new Reckoning(turn).settle(settle);
      case Command.OfLedger ofLedger -> new Bookkeeping(turn).run(ofLedger);
      case Command.Tick(var limit) -> tick(limit, turn, paging, delivering);
      case Command.Claim(var limit) -> new Reply.Claimed(delivering.claim(limit));
      case Command.Hand(var id, var fence) -> new Reply.HandNow(delivering.hand(id, fence));
      case Command.Settle(var id, var fence, var outcome, var provider) -> {
        delivering.settle(id, fence, outcome, provider);
        yield new Reply.Done();
      }
      case Command.Forget(var before, var limit) ->
          new Reply.Forgotten(turn.stores().events().forget(before, limit));
      case Command.Resume() -> {
        turn.stores().alerts().holdLeases(turn.now().plus(Alerts.LEASE_AFTER_DEAFNESS));
        yield new Reply.Done();
      }
      case Command.Inspect() -> inspect(turn, paging);
    };
  }

  private static Reply onPage(PageId id, Turn turn, Function<Page, Optional<Page>> change) {
    Optional<Page> page = turn.stores().pages().find(id);
    if (page.isEmpty()) {
      return new Reply.Refused(
          new Refusal("page.unknown", "page", id.value(), "the id of a page that exists"));
    }
    return change
        .apply(page.get())
        .<Reply>map(p -> new Reply.Paged(p.id(), p.number(), standing(p.escalation())))
        .orElseGet(() ->
            new Reply.Refused(
                new Refusal(
                    "page.no-lieutenant",
                    "page",
                    "page " + page.get().number(),
                    "a page whose policy names a rota")));
  }

  private static String standing(Escalation escalation) {
    return switch (escalation) {
      case Escalation.Waiting _ -> "it waits for an answer";
      case Escalation.Acknowledged(var by, _, _, _) -> by + " has it";
      case Escalation.Exhausted _ -> "nobody answered";
      case Escalation.Resolved(var by, _) -> "it is over, says " + by;
    };
  }

  /// A page raised by a person is an alert like any other, whose source is that person.
  private static Reply raise(Command.RaisePage raise, Turn turn, Paging paging) {
    Optional<Service> service = turn.configuration().catalog().service(raise.service());
    if (service.isEmpty()) {
      return new Reply.Refused(
          new Refusal(
              "service.unknown", "service", raise.service().handle(), "the handle of a service"));
    }
    var by = new IntegrationId(raise.by());
    var integration = new Integration(by, IntegrationKind.MANUAL, "", raise.service());
    String key = turn.nextId();
    var condition =
        new Condition(raise.summary(), raise.by(), Severity.CRITICAL, Map.of(), Map.of());
    var firing =
        new AlertReport.Firing(AlertKey.of(by, key), key, condition, turn.now(), Optional.empty());
    var message = new Command.Receive(integration, raise.summary(), List.of(firing));
    new Intake(turn, paging).receive(List.of(message));
    return turn.stores().alerts().known(List.of(firing.key())).values().stream()
        .findFirst()
        .flatMap(a -> turn.stores().pages().find(a.page()))
        .<Reply>map(p -> new Reply.Paged(p.id(), p.number(), standing(p.escalation())))
        .orElseThrow();
  }

  private static Reply tick(int limit, Turn turn, Paging paging, Delivering delivering) {
    List<KnownAlert> runOut = turn.stores().alerts().leasesRunOut(turn.now(), limit);
    endLeases(runOut, turn, paging);
    List<Page> due = turn.stores().pages().due(turn.now(), limit);
    due.forEach(paging::onDue);
    List<Notification> lost = turn.stores().notifications().unanswered(turn.now(), limit);
    lost.forEach(delivering::lost);
    List<Notice> lapsed = new Noticing(turn).lapse(limit);
    boolean more =
        Stream.of(runOut, due, lost, lapsed).anyMatch(handled -> handled.size() == limit);
    return new Reply.Ticked(runOut.size() + due.size() + lost.size() + lapsed.size(), more);
  }

  private static void endLeases(List<KnownAlert> runOut, Turn turn, Paging paging) {
    List<KnownAlert> over =
        runOut.stream()
            .flatMap(a -> Alerts.onLeaseDue(a, turn.now()).stream())
            .map(AlertDecision.Resolve::alert)
            .toList();
    if (over.isEmpty()) {
      return;
    }
    var how = new AlertState.Resolved(turn.now(), AlertState.Resolved.BY_LEASE);
    turn.stores().alerts().resolve(over.stream().map(KnownAlert::id).toList(), how);
    Map<PageId, Long> counts = new LinkedHashMap<>();
    over.forEach(a -> counts.merge(a.page(), 1L, Long::sum));
    counts.forEach((page, count) -> {
      turn.stores().pages().count(page, 0, -count);
      turn.tell(
          "source",
          "alerts.ended",
          page.value(),
          count == 1 ? "1 alert ended" : count + " alerts ended",
          "its source stopped saying that it fires, and its lease ran out");
      turn.stores().pages().find(page).ifPresent(paging::onAlertsEnded);
    });
  }

  private static Reply inspect(Turn turn, Paging paging) {
    List<Page> overdue = turn.stores().pages().overdue(turn.now().minus(OVERDUE_AFTER), 100);
    for (Page page : overdue) {
      if (page.escalation() instanceof Escalation.Waiting w) {
        paging.onOverdue(page, Duration.between(w.nextAt(), turn.now()));
      }
    }
    return new Reply.Inspected(overdue.size());
  }
}
