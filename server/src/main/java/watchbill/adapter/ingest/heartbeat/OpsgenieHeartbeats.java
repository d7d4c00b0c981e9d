package watchbill.adapter.ingest.heartbeat;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.http.Body;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.ingest.Senders;
import watchbill.adapter.ingest.Tally;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.Ping;
import watchbill.kernel.IdSource;
import watchbill.time.TimeSource;

/// `/v2/heartbeats` as Opsgenie has it: create, list, get, change, ping, enable, disable, delete.
///
/// One thing is on purpose not as there: a ping to a name that nobody knows is answered 404. A job
/// that is told *received* believes that somebody watches it.
public final class OpsgenieHeartbeats implements Routes {
  private static final int BODY_MAX = 64 * 1024;
  private static final int LISTED_MAX = 1_000;
  private static final String GENIE_KEY = "GenieKey ";
  private static final String VIA = "opsgenie";

  private final Needs needs;

  /// What it asks and whom it tells.
  public record Needs(
      FrontDoor door,
      Transactions transactions,
      Senders catalog,
      IdSource ids,
      TimeSource time,
      Tally tally) {}

  public OpsgenieHeartbeats(Needs needs) {
    this.needs = needs;
  }

  @FunctionalInterface
  private interface Act {
    void on(Call call, Integration from);
  }

  /// One request, on its way to an answer.
  private record Call(ServerRequest request, OpsgenieAnswers answers) {
    String name() {
      return request.path().pathParameters().first("name").asOptional().orElse("");
    }
  }

  @Override
  public List<Route> routes() {
    String all = "/v2/heartbeats";
    String one = all + "/{name}";
    Stream<Route> pings =
        Stream.of(Method.GET, Method.PUT, Method.POST, Method.PATCH)
            .map(method -> route(method, one + "/ping", this::ping));
    return Stream.concat(
            pings,
            Stream.of(
                route(Method.POST, all, this::make),
                route(Method.GET, all, this::list),
                route(Method.GET, one, this::show),
                route(Method.PATCH, one, this::change),
                route(Method.DELETE, one, this::delete),
                route(Method.POST, one + "/enable", (c, from) -> enable(c, from, true)),
                route(Method.POST, one + "/disable", (c, from) -> enable(c, from, false))))
        .toList();
  }

  private Route route(Method method, String path, Act act) {
    return new Route(
        method,
        path,
        Permission.INTEGRATION_KEY,
        BODY_MAX,
        (request, response) -> answer(act, request, response));
  }

  private void answer(Act act, ServerRequest request, ServerResponse response) {
    String id = needs.ids().next(needs.time().now());
    var call = new Call(request, new OpsgenieAnswers(response, id));
    Optional<Integration> from =
        key(request).flatMap(key -> needs.catalog().find(IntegrationKind.OPSGENIE, key));
    if (from.isEmpty()) {
      needs.tally().count(Tally.Outcome.UNKNOWN_KEY, 1);
      call.answers().failed(Status.UNAUTHORIZED_401, "the API key is not known");
      return;
    }
    act.on(call, from.get());
  }

  private static Optional<String> key(ServerRequest request) {
    String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
    return header.regionMatches(true, 0, GENIE_KEY, 0, GENIE_KEY.length())
        ? Optional.of(header.substring(GENIE_KEY.length()).strip())
        : request.query().first("apiKey").asOptional();
  }

  private void ping(Call call, Integration from) {
    Optional<Heartbeat> known = known(call, from);
    if (known.isEmpty()) {
      needs.tally().count(Tally.Outcome.REFUSED, 1);
      unknown(call);
      return;
    }
    Reply reply = needs.door().submit(new Command.Beat(known.get().id(), Ping.success(VIA)));
    if (reply instanceof Reply.Done) {
      needs.tally().count(Tally.Outcome.KEPT, 1);
      call.answers().said(Status.ACCEPTED_202, "PONG - Heartbeat received");
    } else {
      otherwise(call, reply);
    }
  }

  private void make(Call call, Integration from) {
    switch (OpsgeniePlan.read(Body.bytes(call.request()), from, Optional.empty())) {
      case OpsgeniePlan.Wrong(var wrong) -> call.answers().invalid(wrong);
      case OpsgeniePlan.Read(var plan) -> {
        boolean declared =
            find(new HeartbeatId(plan.id().name())).filter(h -> isOf(h, from)).isPresent();
        if (declared) {
          call.answers().failed(Status.CONFLICT_409, "the files declare a heartbeat of this name");
          return;
        }
        kept(call, plan.id(), Status.CREATED_201, new Command.MakeHeartbeat(plan, by(from)));
      }
    }
  }

  private void list(Call call, Integration from) {
    List<Heartbeat> all =
        needs.transactions().read(stores -> stores.heartbeats().of(from.id(), LISTED_MAX));
    call.answers().heartbeats(all);
  }

  private void show(Call call, Integration from) {
    known(call, from)
        .ifPresentOrElse(
            heartbeat -> call.answers().heartbeat(Status.OK_200, heartbeat), () -> unknown(call));
  }

  private void change(Call call, Integration from) {
    Optional<Heartbeat> made = made(call, from);
    if (made.isEmpty()) {
      return;
    }
    var before = Optional.of(made.get().plan());
    switch (OpsgeniePlan.read(Body.bytes(call.request()), from, before)) {
      case OpsgeniePlan.Wrong(var wrong) -> call.answers().invalid(wrong);
      case OpsgeniePlan.Read(var plan) ->
          kept(call, plan.id(), Status.OK_200, new Command.ChangeHeartbeat(plan, by(from)));
    }
  }

  private void enable(Call call, Integration from, boolean on) {
    made(call, from)
        .ifPresent(heartbeat ->
            kept(
                call,
                heartbeat.id(),
                Status.OK_200,
                new Command.ChangeHeartbeat(heartbeat.plan().enabled(on), by(from))));
  }

  private void delete(Call call, Integration from) {
    made(call, from)
        .ifPresent(heartbeat -> {
          Reply reply = needs.door().submit(new Command.RetireHeartbeat(heartbeat.id(), by(from)));
          if (reply instanceof Reply.Done) {
            call.answers().said(Status.OK_200, "Deleted");
          } else {
            otherwise(call, reply);
          }
        });
  }

  private void kept(Call call, HeartbeatId id, Status status, Command command) {
    Reply reply = needs.door().submit(command);
    if (reply instanceof Reply.Made) {
      call.answers().heartbeat(status, find(id).orElseThrow());
    } else {
      otherwise(call, reply);
    }
  }

  private void otherwise(Call call, Reply reply) {
    switch (reply) {
      case Reply.TryLater later -> {
        needs.tally().count(Tally.Outcome.PUT_OFF, 1);
        call.answers().tryLater(later);
      }
      case Reply.Refused(var refusal) -> {
        boolean unknown = refusal.code().equals("heartbeat.unknown");
        call.answers()
            .failed(unknown ? Status.NOT_FOUND_404 : Status.CONFLICT_409, refusal.inWords());
      }
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  /// The one this integration made; what the files declare is answered 403.
  private Optional<Heartbeat> made(Call call, Integration from) {
    Optional<Heartbeat> known = known(call, from);
    if (known.isEmpty()) {
      unknown(call);
    } else if (known.get().id().isDeclared()) {
      call.answers().failed(Status.FORBIDDEN_403, "the files declare it; change it there");
      return Optional.empty();
    }
    return known;
  }

  /// By the name it was made with, or by its handle in the files.
  private Optional<Heartbeat> known(Call call, Integration from) {
    return find(HeartbeatId.made(from.id(), call.name()))
        .or(() -> find(new HeartbeatId(call.name())).filter(heartbeat -> isOf(heartbeat, from)));
  }

  private Optional<Heartbeat> find(HeartbeatId id) {
    return needs
        .transactions()
        .read(stores -> stores.heartbeats().find(id))
        .filter(heartbeat -> !heartbeat.isRetired());
  }

  private static boolean isOf(Heartbeat heartbeat, Integration from) {
    return heartbeat.plan().integration().filter(from.id()::equals).isPresent();
  }

  private static void unknown(Call call) {
    call.answers().failed(Status.NOT_FOUND_404, "there is no heartbeat of this name");
  }

  private static String by(Integration from) {
    return from.id().handle();
  }
}
