package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
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
import watchbill.silence.Patterns;

/// Runs commands in turns.
public final class Engine {
  /// A page this late moves only because the inspection found it; the fallback is told as well.
  public static final Duration OVERDUE_AFTER = Duration.ofSeconds(60);

  private final Transactions transactions;
  private final Supplier<Configuration> configuration;
  private final IdSource ids;
  private final Patterns patterns;
  private final Runnable afterPlanning;

  /// One that understands no regular expressions.
  public Engine(Transactions transactions, Supplier<Configuration> configuration, IdSource ids) {
    this(transactions, configuration, ids, _ -> Optional.empty(), () -> {});
  }

  /// As above, and told when a committed turn has planned notifications.
  ///
  /// @param patterns compiles the regular expressions of matchers
  /// @param afterPlanning wakes whoever empties the outbox; runs after the commit, must not block
  public Engine(
      Transactions transactions,
      Supplier<Configuration> configuration,
      IdSource ids,
      Patterns patterns,
      Runnable afterPlanning) {
    this.patterns = patterns;
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
          var turn = new Turn(stores, configuration.get(), ids, patterns, now);
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
      case Command.TellChange tell -> new ChangeLog(turn).tell(tell);
      case Command.Acknowledge(var page, var by, var via) ->
          onPage(page, turn, p -> Optional.of(paging.acknowledge(p, by, via)));
      case Command.Resolve(var page, var by, var via) ->
          onPage(page, turn, p -> Optional.of(paging.resolve(p, by, "by " + via)));
      case Command.HandOver(var page, var by, var via) ->
          onPage(page, turn, p -> paging.handOver(p, by, via));
      case Command.Snooze snooze ->
          Snoozing.wrong(snooze, turn.now())
              .<Reply>map(Reply.Refused::new)
              .orElseGet(() ->
                  onPage(
                      snooze.page(), turn, p -> Optional.of(Snoozing.snooze(snooze, p, paging))));
      case Command.OfPage ofPage -> new PageWork(turn, paging).run(ofPage);
      case Command.AskOfAlert asked -> new AlertRequests(turn, paging).run(asked);
      case Command.JudgePage judge -> new Judging(turn).judge(judge);
      case Command.OfRota rota -> new Rostering(turn, paging, noticing).decide(rota);
      case Command.OfLeave ofLeave -> new Absences(turn).decide(ofLeave);
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
      case Command.AdoptRestraints() -> new Adopting(turn).adopt();
      case Command.OfSilence ofSilence -> new Silencing(turn, paging).decide(ofSilence);
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
      case Command.Resume() -> new Recovering(turn, paging).resume();
      case Command.FreeClaims(var limit) -> {
        delivering.freeClaims(limit);
        yield new Reply.Done();
      }
      case Command.OfItself itself -> ofItself(itself, turn, paging);
      case Command.Inspect() -> new Inspecting(turn, paging).inspect();
      case Command.OfHeartbeat heartbeat -> new Beating(turn, paging).decide(heartbeat);
    };
  }

  private static Reply ofItself(Command.OfItself command, Turn turn, Paging paging) {
    return switch (command) {
      case Command.RaiseTrouble raise -> new OwnTroubles(turn, paging).raise(raise);
      case Command.EndTrouble end -> new OwnTroubles(turn, paging).end(end);
      case Command.KeepCanary canary -> new OwnTroubles(turn, paging).keep(canary);
      case Command.TestItself(var methods) -> new SelfTesting(turn).begin(methods);
      case Command.CatchUp(var pages, var lately) -> new CatchingUp(turn).catchUp(pages, lately);
      case Command.TellKeepers(var kind, var key, var headline, var facts) -> {
        new Keeping(turn, new Noticing(turn)).tell(kind, key, _ -> headline, facts);
        yield new Reply.Done();
      }
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

  static String standing(Escalation escalation) {
    return switch (escalation) {
      case Escalation.Waiting _ -> "it waits for an answer";
      case Escalation.Resting(var why, _, _, var until) -> why.word() + " until " + until;
      case Escalation.Acknowledged(var by, _, _, _, _) -> by + " has it";
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
        .flatMap(KnownAlert::page)
        .flatMap(turn.stores().pages()::find)
        .<Reply>map(p -> new Reply.Paged(p.id(), p.number(), standing(p.escalation())))
        .orElseThrow();
  }

  private static Reply tick(int limit, Turn turn, Paging paging, Delivering delivering) {
    int silent = new Beating(turn, paging).lookAtSilent(limit);
    int runOut = new Leases(turn, paging).end(limit);
    List<Page> due = turn.stores().pages().due(turn.now(), limit);
    due.forEach(paging::onDue);
    List<Notification> lost = turn.stores().notifications().unanswered(turn.now(), limit);
    lost.forEach(delivering::lost);
    var noticing = new Noticing(turn);
    List<Notice> lapsed = noticing.lapse(limit);
    var examining = new Examining(turn, paging);
    var sweeping = new Sweeping(turn, examining);
    int[] handled = {
      silent,
      runOut,
      due.size(),
      lost.size(),
      lapsed.size(),
      sweeping.sweep(limit),
      examining.examine(limit),
      sweeping.warn(limit, noticing),
      new ChangeLog(turn).forget(limit),
      new Repeats(turn).forget(limit),
      turn.stores().restraints().forget(turn.now(), limit)
    };
    boolean more = IntStream.of(handled).anyMatch(count -> count == limit);
    return new Reply.Ticked(IntStream.of(handled).sum(), more);
  }
}
