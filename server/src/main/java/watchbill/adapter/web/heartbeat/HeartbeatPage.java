package watchbill.adapter.web.heartbeat;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.engine.Stores;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatStore;
import watchbill.heartbeat.KeptPing;
import watchbill.heartbeat.Trouble;
import watchbill.time.TimeWords;

/// Answers `/heartbeats/{id}`: one heartbeat, its last pings with what came along, and what
/// happened to it.
public final class HeartbeatPage implements Routes {
  private static final int DEEDS_MAX = 200;

  private final Site site;

  public HeartbeatPage(Site site) {
    this.site = site;
  }

  /// All that is shown.
  ///
  /// @param trouble what is wrong, in words; empty when nothing is
  /// @param told what happened to it, the oldest first
  public record View(
      Frame frame,
      String name,
      Mark mark,
      String trouble,
      List<Fact> facts,
      List<PingRow> pings,
      List<Fact> told,
      String asOf) {}

  /// A name and what it is.
  public record Fact(String name, String value) {}

  /// One ping.
  ///
  /// @param how exit code, run and length, in words; may be empty
  /// @param body may be empty
  public record PingRow(String at, String machineAt, Mark mark, String how, String body) {}

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/heartbeats/{id}", Permission.SIGNED_IN, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    var id = new HeartbeatId(request.path().pathParameters().get("id"));
    Optional<View> view =
        site.read(stores ->
            stores.heartbeats().find(id).map(heartbeat -> view(heartbeat, stores, visit)));
    if (view.isEmpty()) {
      Refusals.missing(
          response, visit, "There is no such heartbeat", "Heartbeats lists those there are.");
      return;
    }
    Html.send(response, Status.OK_200, "heartbeat", view.get());
  }

  private static View view(Heartbeat heartbeat, Stores stores, Visit visit) {
    Clock clock = visit.clock();
    List<KeptPing> pings = stores.heartbeats().pings(heartbeat.id(), HeartbeatStore.PINGS_MAX);
    return new View(
        visit.frame(heartbeat.id().name()),
        heartbeat.id().name(),
        HeartbeatMarks.of(heartbeat.standing(visit.now())),
        heartbeat.trouble().map(trouble -> words(trouble, clock)).orElse(""),
        facts(heartbeat, clock),
        pings.stream().map(ping -> row(ping, clock)).toList(),
        stores.audit().about(heartbeat.id().value(), DEEDS_MAX).stream()
            .map(entry ->
                new Fact(
                    clock.moment(entry.deed().at()),
                    joined(entry.deed().said(), entry.deed().because())))
            .toList(),
        clock.asOf());
  }

  private static List<Fact> facts(Heartbeat heartbeat, Clock clock) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Expected", heartbeat.plan().schedule().inWords()));
    facts.add(new Fact("Grace", TimeWords.of(heartbeat.plan().grace())));
    facts.add(new Fact("Next", HeartbeatList.expected(heartbeat, clock)));
    facts.add(new Fact("Last heard", heartbeat.heardAt().map(clock::full).orElse("never")));
    facts.add(new Fact("Last well", heartbeat.goodAt().map(clock::full).orElse("never")));
    heartbeat
        .runs()
        .forEach(run ->
            facts.add(new Fact("Running", run.name() + " since " + clock.full(run.startedAt()))));
    heartbeat
        .unheard()
        .ifPresent(deaf ->
            facts.add(
                new Fact(
                    "Watchbill",
                    "could hear nothing from "
                        + clock.full(deaf.from())
                        + " to "
                        + clock.full(deaf.until()))));
    facts.add(new Fact("Service", heartbeat.plan().service().handle()));
    facts.add(new Fact("Severity", heartbeat.plan().severity().word()));
    String made =
        heartbeat.id().isDeclared() ? "in the files" : "by its sender, over the Opsgenie API";
    facts.add(new Fact("Declared", made));
    return facts;
  }

  private static String words(Trouble trouble, Clock clock) {
    String times = trouble.times() > 1 ? ", told " + trouble.times() + " times" : "";
    return trouble.kind().word() + " for " + clock.age(trouble.since()) + times;
  }

  private static PingRow row(KeptPing kept, Clock clock) {
    List<String> how = new ArrayList<>();
    kept.ping().exitCode().ifPresent(code -> how.add("exit code " + code));
    kept.took().ifPresent(took -> how.add("took " + TimeWords.of(took)));
    if (!kept.ping().run().isEmpty()) {
      how.add("run " + kept.ping().run());
    }
    how.add(kept.ping().via());
    return new PingRow(
        clock.second(kept.at()),
        clock.machine(kept.at()),
        HeartbeatMarks.of(kept.ping()),
        String.join(", ", how),
        kept.ping().body());
  }

  private static String joined(String said, String because) {
    return because.isEmpty() ? said : said + ": " + because;
  }
}
