package watchbill.adapter.web.heartbeat;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.alert.Event;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Stores;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.Standing;

/// Answers `/heartbeats`: everybody who must be heard from, those in trouble first.
public final class HeartbeatList implements Routes {
  private static final int LISTED_MAX = 1_000;
  private static final int READ_MAX = 10_000;
  private static final int STRIP = 12;

  private final Site site;

  public HeartbeatList(Site site) {
    this.site = site;
  }

  /// All that is shown.
  ///
  /// @param sources what was heard of each integration, whether or not something is expected of it
  public record View(
      Frame frame,
      String headline,
      String subline,
      List<Row> rows,
      List<Source> sources,
      String asOf) {}

  /// One integration.
  ///
  /// @param heard when its last message came, in words
  /// @param expected what its silence means, in words
  public record Source(String name, String kind, Mark mark, String heard, String expected) {}

  /// One heartbeat.
  ///
  /// @param heard when it was heard last, in words
  /// @param expected by when it should be heard again, in words
  /// @param strip its last pings, the oldest first
  /// @param history the same in words
  public record Row(
      String address,
      String name,
      Mark mark,
      String heard,
      String expected,
      List<Mark> strip,
      String history) {}

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/heartbeats", Permission.SIGNED_IN, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    View view = site.read(stores -> view(stores, site.configuration().get().catalog(), visit));
    Html.send(response, Status.OK_200, "heartbeats", view);
  }

  private static View view(Stores stores, Catalog catalog, Visit visit) {
    List<Heartbeat> all =
        stores.heartbeats().all(READ_MAX).stream()
            .filter(heartbeat -> !heartbeat.isRetired())
            .sorted(
                Comparator.comparing((Heartbeat h) -> !HeartbeatMarks.isWrong(h))
                    .thenComparing(Heartbeat::id))
            .toList();
    List<Row> rows =
        all.stream().limit(LISTED_MAX).map(heartbeat -> row(heartbeat, stores, visit)).toList();
    return new View(
        visit.frame("Heartbeats"),
        headline(all),
        subline(all, visit.now()),
        rows,
        sources(catalog, all, stores, visit),
        visit.clock().asOf());
  }

  private static List<Source> sources(
      Catalog catalog, List<Heartbeat> all, Stores stores, Visit visit) {
    Map<IntegrationId, Heartbeat> expected = new HashMap<>();
    all.forEach(
        heartbeat -> heartbeat.id().source().ifPresent(from -> expected.put(from, heartbeat)));
    return catalog.integrations().stream()
        .limit(LISTED_MAX)
        .map(i -> source(i, Optional.ofNullable(expected.get(i.id())), stores, visit))
        .toList();
  }

  /// Without an expectation what is known is the last message that was kept.
  private static Source source(
      Integration integration, Optional<Heartbeat> expected, Stores stores, Visit visit) {
    Clock clock = visit.clock();
    Optional<Instant> kept =
        stores.events().newest(Optional.of(integration.id()), Optional.empty(), 1).stream()
            .map(Event::receivedAt)
            .findFirst();
    Optional<Instant> heard =
        Stream.concat(expected.flatMap(Heartbeat::heardAt).stream(), kept.stream())
            .max(Comparator.naturalOrder());
    return new Source(
        integration.id().handle(),
        integration.kind().word(),
        expected
            .map(heartbeat -> HeartbeatMarks.of(heartbeat.standing(visit.now())))
            .orElse(HeartbeatMarks.NOT_EXPECTED),
        heard.map(at -> "last heard " + clock.age(at) + " ago").orElse("never heard"),
        expected
            .map(heartbeat -> heartbeat.plan().schedule().inWords())
            .orElse("its silence is not noticed; expect-every would tell of it"));
  }

  private static String headline(List<Heartbeat> all) {
    long wrong = all.stream().filter(HeartbeatMarks::isWrong).count();
    if (all.isEmpty()) {
      return "Nobody is listened for yet";
    }
    if (wrong == 0) {
      return "Nobody is missing";
    }
    return wrong == 1 ? "1 heartbeat needs someone" : wrong + " heartbeats need someone";
  }

  private static String subline(List<Heartbeat> all, Instant now) {
    long unseen = all.stream().filter(h -> h.standing(now) == Standing.NEVER_SEEN).count();
    String shown = all.size() > LISTED_MAX ? ", the first " + LISTED_MAX + " shown" : "";
    return all.size() + " are listened for, " + unseen + " never seen yet" + shown;
  }

  private static Row row(Heartbeat heartbeat, Stores stores, Visit visit) {
    Clock clock = visit.clock();
    List<Mark> strip = HeartbeatMarks.strip(stores.heartbeats().pings(heartbeat.id(), STRIP));
    long failed = strip.stream().filter(mark -> mark.word().equals("Failed")).count();
    return new Row(
        HeartbeatMarks.address(heartbeat.id()),
        heartbeat.id().name(),
        HeartbeatMarks.of(heartbeat.standing(visit.now())),
        heartbeat.heardAt().map(at -> "heard " + clock.age(at) + " ago").orElse("never heard"),
        expected(heartbeat, clock),
        strip,
        "the last " + strip.size() + " pings, " + failed + " failed");
  }

  static String expected(Heartbeat heartbeat, Clock clock) {
    if (heartbeat.lookAt().isEmpty()) {
      return "nothing is expected";
    }
    return heartbeat.runs().isEmpty()
        ? "expected by " + clock.moment(heartbeat.expectedAt())
        : "must end by " + clock.moment(heartbeat.lookAt().get());
  }
}
