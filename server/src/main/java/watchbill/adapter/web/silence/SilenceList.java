package watchbill.adapter.web.silence;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Done;
import watchbill.adapter.web.Form;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Press;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.SilenceId;
import watchbill.alert.Suppression;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Stores;
import watchbill.silence.Matchers;
import watchbill.silence.Silence;

/// Answers `/silences`: what is muted, and what else fires and wakes nobody.
public final class SilenceList implements Routes {
  private static final Duration ENDED_SHOWN = Duration.ofDays(5);
  private static final int ENDED_MAX = 50;
  private static final int MUTED_MAX = 20;
  private static final int HELD_MAX = 200;

  private final Site site;

  public SilenceList(Site site) {
    this.site = site;
  }

  /// All that is shown.
  ///
  /// @param held open alerts that wake nobody, for any reason
  /// @param heldMax how many of them are shown at most
  public record View(
      Frame frame,
      String said,
      String headline,
      List<Item> live,
      List<Item> ended,
      List<Held> held,
      int heldMax,
      String asOf) {}

  /// One silence.
  ///
  /// @param muted summaries of what it muted, the newest first
  public record Item(
      String id,
      Mark mark,
      String matchers,
      String when,
      String why,
      long mutedCount,
      List<String> muted) {}

  /// An open alert that wakes nobody.
  public record Held(String summary, String service, String why) {}

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/silences", Permission.SIGNED_IN, 0, this::show),
        new Route(
            Method.POST,
            "/silences/{id}/expire",
            Permission.SIGNED_IN,
            Form.BODY_MAX,
            (request, response) -> Press.of(site, request, response, SilenceList::expire)));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Html.send(
        response,
        Status.OK_200,
        "silences",
        site.read(stores -> view(visit, stores, Done.said(request))));
  }

  private static void expire(Press press) {
    var command = new Command.ExpireSilence(new SilenceId(press.part("id")), press.by().handle());
    press.ask(command, Done.SILENCE_EXPIRED.at("/silences"));
  }

  private View view(Visit visit, Stores stores, String said) {
    List<Silence> live = stores.silences().live(visit.now());
    List<Silence> ended =
        stores.silences().ended(visit.now().minus(ENDED_SHOWN), visit.now(), ENDED_MAX);
    List<Alert> held = stores.alerts().withoutPage(HELD_MAX);
    return new View(
        visit.frame("Silences"),
        said,
        headline(live),
        live.stream().map(s -> item(s, visit, stores)).toList(),
        ended.stream().map(s -> item(s, visit, stores)).toList(),
        held.stream().map(a -> held(a, visit.clock())).toList(),
        HELD_MAX,
        visit.clock().asOf());
  }

  private static String headline(List<Silence> live) {
    if (live.isEmpty()) {
      return "Nothing is silenced";
    }
    return live.size() == 1 ? "1 silence" : live.size() + " silences";
  }

  private Item item(Silence silence, Visit visit, Stores stores) {
    List<String> muted = new ArrayList<>();
    for (AlertId alert : stores.silences().mutedBy(silence.id(), MUTED_MAX)) {
      stores.alerts().find(alert).ifPresent(a -> muted.add(a.condition().summary()));
    }
    return new Item(
        silence.id().value(),
        mark(silence, visit),
        Matchers.inWords(silence.matchers()),
        when(silence, visit),
        why(silence),
        stores.silences().countMutedBy(silence.id()),
        muted);
  }

  private static Mark mark(Silence silence, Visit visit) {
    return switch (silence.state(visit.now())) {
      case PENDING -> new Mark("nodata", "Planned");
      case ACTIVE -> new Mark("silenced", "Silenced");
      case EXPIRED -> new Mark("ok", "Over");
    };
  }

  private static String when(Silence silence, Visit visit) {
    Clock clock = visit.clock();
    String ends = clock.moment(silence.endsAt());
    return switch (silence.state(visit.now())) {
      case PENDING -> "from " + clock.moment(silence.startsAt()) + " until " + ends;
      case ACTIVE -> "until " + ends + ", in " + clock.left(silence.endsAt());
      case EXPIRED -> "ended " + ends;
    };
  }

  private String why(Silence silence) {
    String by = silence.createdBy();
    Optional<Person> person = site.configuration().get().catalog().person(new PersonId(by));
    String who = person.map(Person::name).orElse(by);
    return silence.comment().isBlank()
        ? who + " gave no reason"
        : silence.comment() + ", says " + who;
  }

  private static Held held(Alert alert, Clock clock) {
    return new Held(
        alert.condition().summary(),
        alert.service().handle(),
        alert.suppression().map(why -> inWords(why, clock)).orElse(""));
  }

  /// With times as the reader has them.
  private static String inWords(Suppression why, Clock clock) {
    return switch (why) {
      case Suppression.Silenced(_, var until) -> "silenced until " + clock.moment(until);
      case Suppression.InMaintenance(var window, var until) ->
          "in maintenance (" + window + ") until " + clock.moment(until);
      case Suppression.Inhibited _, Suppression.Flapping _, Suppression.ByRule _ -> why.inWords();
    };
  }
}
