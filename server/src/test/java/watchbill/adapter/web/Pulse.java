package watchbill.adapter.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Command;
import watchbill.heartbeat.CronExpression;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.Ping;
import watchbill.heartbeat.Schedule;
import watchbill.testkit.Cast;

/// Heartbeats in every state, for pages to show.
final class Pulse {
  private Pulse() {}

  static void beat(Scene scene) {
    var hour = new Schedule.Every(Duration.ofHours(1));
    var three = CronExpression.parse("0 3 * * *").orElseThrow();
    var nightly = new Schedule.Cron(three, ZoneId.of("Europe/Madrid"));
    declare(
        scene,
        plan("nightly-backup", nightly),
        plan("sync", hour),
        plan("certificates", hour),
        plan("report", hour),
        plan("archive", hour).enabled(false));
    var genie = new IntegrationId("genie");
    HeartbeatPlan made = plan("x", new Schedule.Every(Duration.ofDays(1)));
    submit(
        scene,
        new Command.MakeHeartbeat(
            new HeartbeatPlan(
                HeartbeatId.made(genie, "Host 1 <backup>"),
                Optional.of(genie),
                Optional.empty(),
                made.service(),
                made.schedule(),
                made.grace(),
                made.severity(),
                "",
                true),
            "genie"));
    for (int i = 0; i < 9; i++) {
      ping(scene, "certificates", Ping.success("GET"));
      ping(scene, "nightly-backup", start());
      scene.clock.turn(Duration.ofMinutes(4));
      ping(scene, "nightly-backup", Ping.ended(i % 4 == 3 ? 1 : 0, "", "", "POST"));
    }
    ping(scene, "report", Ping.success("GET"));
    ping(scene, "certificates", Ping.success("GET"));
    scene.clock.turn(Duration.ofMinutes(30));
    submit(scene, new Command.Tick(100));
    ping(scene, "certificates", Ping.success("GET"));
    ping(scene, "report", start());
    String log = "dumping payments\npg_dump: error: no space left on device <b>&amp;";
    ping(scene, "nightly-backup", Ping.ended(1, "run-7", log, "POST"));
  }

  private static Ping start() {
    return new Ping(Ping.Kind.START, Optional.empty(), "", "", "GET");
  }

  private static void ping(Scene scene, String id, Ping ping) {
    submit(scene, new Command.Beat(new HeartbeatId(id), ping));
  }

  private static void declare(Scene scene, HeartbeatPlan... plans) {
    submit(scene, new Command.AdoptHeartbeats(List.of(plans), "configuration"));
  }

  private static void submit(Scene scene, Command command) {
    scene.door().submit(command);
  }

  private static HeartbeatPlan plan(String handle, Schedule schedule) {
    return new HeartbeatPlan(
        new HeartbeatId(handle),
        Optional.empty(),
        Optional.empty(),
        Cast.CHECKOUT,
        schedule,
        Duration.ofMinutes(5),
        Severity.CRITICAL,
        "",
        true);
  }
}
