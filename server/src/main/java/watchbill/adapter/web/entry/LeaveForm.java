package watchbill.adapter.web.entry;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Done;
import watchbill.adapter.web.Filled;
import watchbill.adapter.web.Form;
import watchbill.adapter.web.Option;
import watchbill.adapter.web.Press;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.catalog.Catalog;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Team;
import watchbill.engine.Command;
import watchbill.time.Span;
import watchbill.time.WallClock;

/// Answers `/me/leave`: somebody is away for some days.
public final class LeaveForm implements Routes {
  private static final Set<String> FIELDS = Set.of("person", "from", "until", "note");
  private static final String PATH = "/me/leave";

  private final Site site;

  public LeaveForm(Site site) {
    this.site = site;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, PATH, Permission.SIGNED_IN, 0, this::show),
        new Route(
            Method.POST,
            PATH,
            Permission.SIGNED_IN,
            Form.BODY_MAX,
            (request, response) -> Press.of(site, request, response, this::enter)));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Map<String, String> values = Map.of("person", visit.reader().handle());
    Entry.send(response, "leave", view(visit, Filled.with(values)));
  }

  private void enter(Press press) {
    Filled filled = Filled.of(press.form(), FIELDS);
    Optional<Person> person = person(press.visit(), filled);
    Optional<Span> span = person.flatMap(p -> wholeDays(filled, p.zone()));
    if (person.isEmpty() || span.isEmpty() || filled.isWrong()) {
      Entry.send(press.response(), "leave", view(press.visit(), filled));
      return;
    }
    String by = press.by().handle();
    press.ask(
        new Command.EnterLeave(person.get().id(), span.get(), filled.value("note"), by),
        Done.LEAVE_ENTERED.at("/me"),
        refusal -> {
          filled.wrong(refusal);
          Entry.send(press.response(), "leave", view(press.visit(), filled));
        });
  }

  private Optional<Person> person(Visit visit, Filled filled) {
    Optional<Person> person =
        those(visit).stream().filter(p -> filled.has("person", p.id().handle())).findFirst();
    if (person.isEmpty()) {
      filled.wrong("person", "Choose yourself, or somebody of a team you lead.");
    }
    return person;
  }

  /// From the first midnight to the midnight after the last day, in their own zone.
  private static Optional<Span> wholeDays(Filled filled, ZoneId zone) {
    Optional<LocalDate> first = filled.date("from");
    Optional<LocalDate> last = filled.date("until");
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    if (last.get().isBefore(first.get())) {
      filled.wrong("until", "The last day is not before the first.");
      return Optional.empty();
    }
    Instant from = WallClock.first(first.get().atStartOfDay(), zone);
    Instant until = WallClock.first(last.get().plusDays(1).atStartOfDay(), zone);
    return Optional.of(new Span(from, until));
  }

  /// Whose leave the reader may enter: their own, that of the teams they lead, and the
  /// administrator everybody's.
  private List<Person> those(Visit visit) {
    Catalog catalog = site.configuration().get().catalog();
    var reader = new PersonId(visit.reader().handle());
    if (visit.signedIn().isAdministrator()) {
      return catalog.people();
    }
    List<Team> led =
        catalog.teams().stream()
            .filter(t -> t.manager().filter(reader::equals).isPresent())
            .toList();
    return catalog.people().stream()
        .filter(
            p -> p.id().equals(reader) || led.stream().anyMatch(t -> t.people().contains(p.id())))
        .toList();
  }

  private EntryView view(Visit visit, Filled filled) {
    List<Option> people = Entry.people(those(visit));
    return new EntryView(
        visit.frame("Leave"),
        "Leave",
        "From the first day's midnight to the end of the last. The lieutenant stands in, and your"
            + " team sees it in the rota.",
        PATH,
        "/me",
        visit.reader().zone().getId(),
        people.isEmpty() ? "You are nobody of the configuration, so you are never on duty." : "",
        Map.of("person", people),
        filled);
  }
}
