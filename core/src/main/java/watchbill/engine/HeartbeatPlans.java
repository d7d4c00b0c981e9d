package watchbill.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.Integration;
import watchbill.catalog.ServiceId;
import watchbill.heartbeat.Beat;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.HeartbeatStore;
import watchbill.heartbeat.Heartbeats;
import watchbill.kernel.Refusal;

/// Which heartbeats there are: those the files declare, and beside them those that senders make.
final class HeartbeatPlans {
  /// How many one integration may make.
  static final int MADE_MAX = 1_000;

  private static final int ALL = 100_000;

  private final Turn turn;
  private final Changed changed;

  /// Keeps a heartbeat that changed, and ends its alert when nobody expects it any more.
  @FunctionalInterface
  interface Changed {
    void keep(Heartbeat before, Beat beat, String why);
  }

  HeartbeatPlans(Turn turn, Changed changed) {
    this.turn = turn;
    this.changed = changed;
  }

  /// Files win for what they declare: whatever else was declared is retired, and said to be.
  void adopt(List<HeartbeatPlan> plans, String by) {
    Set<HeartbeatId> declared = new HashSet<>();
    for (HeartbeatPlan plan : plans) {
      declared.add(plan.id());
      Optional<Heartbeat> known = store().find(plan.id());
      if (known.isEmpty()) {
        create(plan, by);
      } else if (known.get().isRetired() || !known.get().plan().equals(plan)) {
        change(known.get(), plan, by);
      }
    }
    for (Heartbeat heartbeat : store().all(ALL)) {
      if (!heartbeat.isRetired() && !declared.contains(heartbeat.id())) {
        leftOver(heartbeat, by);
      }
    }
  }

  /// What the files do not declare: removed from them, or made by a sender that is declared still.
  private void leftOver(Heartbeat heartbeat, String by) {
    if (heartbeat.id().isDeclared()) {
      retire(heartbeat, by, "it is no longer in the files");
      return;
    }
    Optional<ServiceId> service =
        heartbeat
            .plan()
            .integration()
            .flatMap(turn.configuration().catalog()::integration)
            .map(Integration::service);
    if (service.isEmpty()) {
      retire(heartbeat, by, "its integration is no longer in the files");
    } else if (!service.get().equals(heartbeat.plan().service())) {
      change(heartbeat, heartbeat.plan().of(service.get()), by);
    }
  }

  Reply make(HeartbeatPlan plan, String by) {
    Optional<Heartbeat> known = store().find(plan.id());
    if (known.filter(h -> !h.isRetired()).isPresent()) {
      return refused(
          "heartbeat.exists", "name", plan.id().name(), "a name that no other heartbeat has");
    }
    int count = plan.integration().map(i -> store().of(i, MADE_MAX + 1).size()).orElse(0);
    if (count >= MADE_MAX) {
      return refused(
          "heartbeat.too-many", "name", plan.id().name(), "at most " + MADE_MAX + " heartbeats");
    }
    if (known.isPresent()) {
      return change(known.get(), plan, by);
    }
    create(plan, by);
    return new Reply.Made(plan.id().value());
  }

  Reply change(Heartbeat heartbeat, HeartbeatPlan plan, String by) {
    Beat beat = Heartbeats.change(heartbeat, plan, turn.now());
    tell(by, "heartbeat.changed", plan, whatChanged(heartbeat, plan));
    changed.keep(heartbeat, beat, "nobody expects it for now");
    return new Reply.Made(plan.id().value());
  }

  Reply retire(Heartbeat heartbeat, String by, String why) {
    tell(by, "heartbeat.retired", heartbeat.plan(), why);
    changed.keep(heartbeat, Heartbeats.retire(heartbeat, turn.now()), "nobody expects it any more");
    return new Reply.Done();
  }

  private void create(HeartbeatPlan plan, String by) {
    store().save(Heartbeats.create(plan, turn.now()));
    tell(by, "heartbeat.created", plan, plan.schedule().inWords());
  }

  private static String whatChanged(Heartbeat before, HeartbeatPlan plan) {
    if (before.isRetired()) {
      return "it is expected again, " + plan.schedule().inWords();
    }
    if (before.plan().enabled() != plan.enabled()) {
      return plan.enabled() ? "switched on" : "switched off";
    }
    return before.plan().schedule().equals(plan.schedule())
        ? "what is said of it changed"
        : before.plan().schedule().inWords() + " became " + plan.schedule().inWords();
  }

  private void tell(String by, String action, HeartbeatPlan plan, String why) {
    String what = action.substring(action.indexOf('.') + 1);
    turn.tell(by, action, plan.id().value(), "heartbeat " + plan.id().name() + " was " + what, why);
  }

  private static Reply refused(String code, String field, String seen, String allowed) {
    return new Reply.Refused(new Refusal(code, field, seen, allowed));
  }

  private HeartbeatStore store() {
    return turn.stores().heartbeats();
  }
}
