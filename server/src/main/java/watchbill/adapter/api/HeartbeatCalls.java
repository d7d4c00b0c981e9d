package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatStore;
import watchbill.heartbeat.KeptPing;
import watchbill.kernel.Refusal;

/// Calls about who must be heard from.
final class HeartbeatCalls {
  private static final int LISTED_MAX = 10_000;

  private HeartbeatCalls() {}

  /// A heartbeat as the API gives it.
  record HeartbeatJson(
      String id,
      String name,
      String state,
      String service,
      String schedule,
      long graceSeconds,
      Optional<Instant> heardAt,
      Instant expectedAt,
      Optional<Instant> lookAt,
      Optional<Instant> troubleSince) {
    static HeartbeatJson of(Heartbeat h, Instant now) {
      return new HeartbeatJson(
          h.id().value(),
          h.id().name(),
          h.standing(now).word(),
          h.plan().service().handle(),
          h.plan().schedule().inWords(),
          h.plan().grace().toSeconds(),
          h.heardAt(),
          h.expectedAt(),
          h.lookAt(),
          h.trouble().map(t -> t.since()));
    }
  }

  /// A ping as the API gives it.
  record PingJson(
      Instant at,
      String kind,
      Optional<Integer> exitCode,
      String run,
      Optional<Long> tookMillis,
      String body) {
    static PingJson of(KeptPing kept) {
      return new PingJson(
          kept.at(),
          kept.ping().kind().word(),
          kept.ping().exitCode(),
          kept.ping().run(),
          kept.took().map(took -> took.toMillis()),
          kept.ping().body());
    }
  }

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/heartbeats", HeartbeatCalls::list),
        means.get("/api/v1/heartbeats/{id}", HeartbeatCalls::one));
  }

  private static void list(Call call) {
    List<Heartbeat> all = call.read(stores -> stores.heartbeats().all(LISTED_MAX));
    boolean retired = call.query("retired", "false").equals("true");
    Answers.json(
        call.response(),
        Status.OK_200,
        Map.of(
            "heartbeats",
            all.stream()
                .filter(heartbeat -> retired || !heartbeat.isRetired())
                .map(heartbeat -> HeartbeatJson.of(heartbeat, call.now()))
                .toList()));
  }

  private static void one(Call call) {
    var id = new HeartbeatId(call.request().path().pathParameters().get("id"));
    Optional<Heartbeat> known = call.read(stores -> stores.heartbeats().find(id));
    if (known.isEmpty()) {
      var unknown =
          new Refusal("heartbeat.unknown", "id", id.value(), "the id of a heartbeat that is known");
      Answers.refused(call.response(), unknown, "id");
      return;
    }
    List<KeptPing> pings =
        call.read(stores -> stores.heartbeats().pings(id, HeartbeatStore.PINGS_MAX));
    Answers.json(
        call.response(),
        Status.OK_200,
        Map.of(
            "heartbeat",
            HeartbeatJson.of(known.get(), call.now()),
            "pings",
            pings.stream().map(PingJson::of).toList()));
  }
}
