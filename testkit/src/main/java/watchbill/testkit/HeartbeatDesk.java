package watchbill.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import watchbill.alert.Severity;
import watchbill.audit.AuditEntry;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.heartbeat.CronExpression;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.KeptPing;
import watchbill.heartbeat.Ping;
import watchbill.heartbeat.Schedule;

/// Where a story says who must be heard from, and where their pings arrive. All are of checkout,
/// and critical.
public final class HeartbeatDesk {
  private static final int ALL = 1_000;

  private final Clockwork clockwork;
  private final TreeMap<String, HeartbeatPlan> declared = new TreeMap<>();

  HeartbeatDesk(Clockwork clockwork) {
    this.clockwork = clockwork;
  }

  /// The files declare one that is expected every so often.
  public HeartbeatDesk every(String handle, String period, String grace) {
    return declare(handle, new Schedule.Every(Spoken.length(period)), grace);
  }

  /// The files declare one that is expected by cron, as clocks in Madrid show it.
  public HeartbeatDesk cron(String handle, String cron, String grace) {
    CronExpression times = CronExpression.parse(cron).orElseThrow();
    return declare(handle, new Schedule.Cron(times, Cast.MADRID), grace);
  }

  /// The files declare it no longer.
  public HeartbeatDesk remove(String handle) {
    declared.remove(handle);
    return adopt();
  }

  /// The files say that this integration must be heard from; its heartbeat is `:` and its handle.
  public HeartbeatDesk expect(String integration, String period, String grace) {
    String id = HeartbeatId.ofSource(new IntegrationId(integration)).value();
    return declare(id, new Schedule.Every(Spoken.length(period)), grace);
  }

  /// The files say that nothing is expected of it for now, or that something is again.
  public HeartbeatDesk enable(String handle, boolean on) {
    declared.computeIfPresent(handle, (_, plan) -> plan.enabled(on));
    return adopt();
  }

  /// The files are read again, as after a restart.
  public HeartbeatDesk adopt() {
    submit(new Command.AdoptHeartbeats(List.copyOf(declared.values()), "configuration"));
    clockwork.work();
    return this;
  }

  public HeartbeatDesk ping(String handle) {
    return ping(handle, Ping.success("GET"));
  }

  public HeartbeatDesk start(String handle) {
    return start(handle, "");
  }

  /// A run with a name begins.
  public HeartbeatDesk start(String handle, String run) {
    return ping(handle, new Ping(Ping.Kind.START, Optional.empty(), run, "", "GET"));
  }

  /// A run with a name ends well.
  public HeartbeatDesk end(String handle, String run) {
    return ping(handle, Ping.ended(0, run, "", "GET"));
  }

  /// A job ends with this exit code, and says why.
  public HeartbeatDesk exits(String handle, int code, String body) {
    return ping(handle, Ping.ended(code, "", body, "POST"));
  }

  /// A line for the history.
  public HeartbeatDesk log(String handle, String body) {
    return ping(handle, new Ping(Ping.Kind.LOG, Optional.empty(), "", body, "POST"));
  }

  public Heartbeat find(String handle) {
    return clockwork.transactions().read(s -> s.heartbeats().find(new HeartbeatId(handle))).get();
  }

  /// The last pings, the newest first.
  public List<KeptPing> pings(String handle) {
    return clockwork.transactions().read(s -> s.heartbeats().pings(new HeartbeatId(handle), ALL));
  }

  /// What the audit trail says of it: what, and why.
  public List<String> told(String handle) {
    List<AuditEntry> entries =
        clockwork.transactions().read(s -> new ArrayList<>(s.audit().about(handle, ALL)));
    return entries.stream().map(e -> e.deed().action() + ": " + e.deed().because()).toList();
  }

  private HeartbeatDesk declare(String handle, Schedule schedule, String grace) {
    declared.put(
        handle,
        new HeartbeatPlan(
            new HeartbeatId(handle),
            Optional.empty(),
            Optional.empty(),
            Cast.CHECKOUT,
            schedule,
            Spoken.length(grace),
            Severity.CRITICAL,
            "",
            true));
    return adopt();
  }

  private HeartbeatDesk ping(String handle, Ping ping) {
    submit(new Command.Beat(new HeartbeatId(handle), ping));
    clockwork.work();
    return this;
  }

  private void submit(Command command) {
    if (clockwork.submit(command) instanceof Reply.Refused(var refusal)) {
      throw new AssertionError(refusal.inWords());
    }
  }
}
