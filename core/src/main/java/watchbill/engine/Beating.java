package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.heartbeat.Beat;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.HeartbeatStore;
import watchbill.heartbeat.HeartbeatWords;
import watchbill.heartbeat.Heartbeats;
import watchbill.heartbeat.KeptPing;
import watchbill.heartbeat.Ping;
import watchbill.heartbeat.Trouble;
import watchbill.kernel.Refusal;
import watchbill.time.Span;

/// What happens to heartbeats within a turn. Trouble is reported as any other source would report
/// it, and goes the one road from there.
final class Beating {
  /// How often it is noted that Watchbill can hear. What was due since then counts as unheard.
  private static final Duration NOTE_EVERY = Duration.ofSeconds(5);

  /// As many as may be declared and made, and more.
  private static final int ALL = 100_000;

  private static final IntegrationId SOURCE = new IntegrationId("heartbeats");
  private static final String HEARTBEAT = "heartbeat";

  private final Turn turn;
  private final Paging paging;

  Beating(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
  }

  Reply decide(Command.OfHeartbeat command) {
    return switch (command) {
      case Command.Beat(var id, var ping) ->
          known(id.value(), store().find(id), heartbeat -> beat(heartbeat, ping));
      case Command.AdoptHeartbeats(var plans, var by) -> {
        new HeartbeatPlans(turn, this::changed).adopt(plans, by);
        yield new Reply.Done();
      }
      case Command.MakeHeartbeat(var plan, var by) ->
          new HeartbeatPlans(turn, this::changed).make(plan, by);
      case Command.ChangeHeartbeat(var plan, var by) ->
          known(
              plan.id().value(),
              store().find(plan.id()),
              heartbeat -> new HeartbeatPlans(turn, this::changed).change(heartbeat, plan, by));
      case Command.RetireHeartbeat(var id, var by) ->
          known(
              id.value(),
              store().find(id),
              heartbeat -> new HeartbeatPlans(turn, this::changed).retire(heartbeat, by, ""));
    };
  }

  /// Looks at those from whom something should have been heard by now.
  ///
  /// @return how many there were
  int lookAtSilent(int limit) {
    noteHearing();
    List<Heartbeat> due = store().due(turn.now(), limit);
    for (Heartbeat heartbeat : due) {
      Beat beat = Heartbeats.decide(heartbeat, turn.now());
      store().save(beat.after());
      if (beat.news() == Beat.News.TROUBLE) {
        trouble(heartbeat, beat.after().trouble().orElseThrow(), Optional.empty());
      }
    }
    return due.size();
  }

  /// The program has started, or could not work for a while.
  void afterDeafness() {
    Optional<Instant> heardUntil = store().heardUntil().filter(at -> at.isBefore(turn.now()));
    store().heardUntil(turn.now());
    if (heardUntil.isEmpty()) {
      return;
    }
    var deaf = new Span(heardUntil.get(), turn.now());
    for (Heartbeat heartbeat : store().due(turn.now().plus(HeartbeatPlan.GRACE_MAX), ALL)) {
      Heartbeat after = Heartbeats.afterDeafness(heartbeat, deaf);
      if (!after.equals(heartbeat)) {
        store().save(after);
        turn.tell(
            WATCHBILL,
            "heartbeat.unheard",
            heartbeat.id().value(),
            heartbeat.id().name() + " has until " + after.lookAt().orElseThrow() + " to be heard",
            "Watchbill could hear nothing from " + deaf.from() + " to " + deaf.until());
      }
    }
  }

  private void noteHearing() {
    Instant late = turn.now().minus(NOTE_EVERY);
    if (store().heardUntil().filter(at -> at.isAfter(late)).isEmpty()) {
      store().heardUntil(turn.now());
    }
  }

  private Reply beat(Heartbeat heartbeat, Ping ping) {
    Beat beat = Heartbeats.decide(heartbeat, ping, turn.now());
    if (!beat.after().equals(heartbeat)) {
      store().save(beat.after());
    }
    store().add(new KeptPing(turn.nextId(), heartbeat.id(), turn.now(), ping, beat.took()));
    switch (beat.news()) {
      case NOTHING -> {}
      case TROUBLE -> trouble(heartbeat, beat.after().trouble().orElseThrow(), Optional.of(ping));
      case WELL -> well(heartbeat, "it was heard again");
    }
    return new Reply.Done();
  }

  /// After a change of what is expected: nobody is woken for what nobody expects.
  private void changed(Heartbeat before, Beat beat, String why) {
    store().save(beat.after());
    if (beat.news() == Beat.News.WELL) {
      well(before, why);
    }
  }

  private void trouble(Heartbeat before, Trouble trouble, Optional<Ping> ping) {
    String summary = HeartbeatWords.summary(before, trouble.kind(), ping);
    turn.tell(
        SOURCE.handle(),
        "heartbeat." + (trouble.kind() == Trouble.Kind.MISSING ? "missed" : trouble.kind().word()),
        before.id().value(),
        summary,
        trouble.times() == 1 ? "" : trouble.times() + " times in a row");
    Map<String, String> labels = new TreeMap<>();
    labels.put(HEARTBEAT, before.id().value());
    labels.put("trouble", trouble.kind().word());
    before.id().source().ifPresent(silent -> labels.put("integration", silent.handle()));
    var condition =
        new Condition(
            summary,
            before.id().name(),
            before.plan().severity(),
            labels,
            HeartbeatWords.details(before, trouble, ping));
    var firing =
        new AlertReport.Firing(
            key(before), dedup(before), condition, trouble.since(), Optional.empty());
    receive(before, trouble.kind().word(), ping.map(Ping::body).orElse(summary), firing);
  }

  private void well(Heartbeat before, String why) {
    turn.tell(
        SOURCE.handle(),
        "heartbeat.recovered",
        before.id().value(),
        before.id().name() + " is well again",
        why);
    receive(before, "recovered", why, new AlertReport.Ended(key(before)));
  }

  private void receive(Heartbeat heartbeat, String what, String body, AlertReport report) {
    var integration =
        new Integration(SOURCE, IntegrationKind.HEARTBEAT, "", heartbeat.plan().service());
    String name = heartbeat.id().value().replaceAll("\\p{Cntrl}+", " ");
    String head = "heartbeat: " + name + "\nsays: " + what;
    var message = new Command.Receive(integration, head, body, List.of(report), List.of());
    new Intake(turn, paging).receive(List.of(message));
  }

  private static AlertKey key(Heartbeat heartbeat) {
    return AlertKey.of(SOURCE, dedup(heartbeat));
  }

  private static String dedup(Heartbeat heartbeat) {
    return HEARTBEAT + "/" + heartbeat.id().value();
  }

  /// A retired heartbeat is as unknown as any other.
  private static Reply known(
      String id, Optional<Heartbeat> heartbeat, Function<Heartbeat, Reply> then) {
    return heartbeat
        .filter(h -> !h.isRetired())
        .map(then)
        .orElseGet(() ->
            new Reply.Refused(
                new Refusal(
                    "heartbeat.unknown", HEARTBEAT, id, "the name of a heartbeat that is known")));
  }

  private HeartbeatStore store() {
    return turn.stores().heartbeats();
  }
}
