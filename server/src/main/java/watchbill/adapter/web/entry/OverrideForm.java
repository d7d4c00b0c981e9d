package watchbill.adapter.web.entry;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Option;
import watchbill.adapter.web.Press;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

/// Answers `/rotas/{id}/override`: somebody stands in, joins, or is taken off.
public final class OverrideForm implements Routes {
  private static final Set<String> FIELDS =
      Set.of("kind", "person", "out", "role", "from", "until", "reason");
  private static final int REASON_MAX = 200;
  private static final Duration USUAL_LENGTH = Duration.ofHours(8);

  private static final List<Option> KINDS =
      List.of(
          new Option("take-over", "takes over from whoever is on duty"),
          new Option("replace", "stands in for one person"),
          new Option("add", "joins whoever is on duty"),
          new Option("remove", "is taken off duty"));

  private final Site site;

  public OverrideForm(Site site) {
    this.site = site;
  }

  @Override
  public List<Route> routes() {
    String path = "/rotas/{id}/override";
    return List.of(
        new Route(Method.GET, path, Permission.SIGNED_IN, 0, this::show),
        new Route(
            Method.POST,
            path,
            Permission.SIGNED_IN,
            Form.BODY_MAX,
            (request, response) -> Press.of(site, request, response, this::enter)));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Entry.rota(site, request)
        .ifPresentOrElse(
            rota -> Entry.send(response, "override", view(visit, rota, fresh(visit, rota))),
            () -> Entry.missing(response, visit));
  }

  private void enter(Press press) {
    Entry.rota(site, press.request())
        .ifPresentOrElse(
            rota -> enter(press, rota), () -> Entry.missing(press.response(), press.visit()));
  }

  private void enter(Press press, Rota rota) {
    Filled filled = Filled.of(press.form(), FIELDS);
    Optional<Span> span = Entry.span(filled, rota.zone());
    Optional<Change> change = change(filled);
    Optional<Role> role = role(filled, rota);
    String reason = filled.text("reason", REASON_MAX);
    if (span.isEmpty() || change.isEmpty() || role.isEmpty() || filled.isWrong()) {
      Entry.send(press.response(), "override", view(press.visit(), rota, filled));
      return;
    }
    var command =
        new Command.AddOverride(
            rota.id(), role.get(), span.get(), change.get(), reason, press.by());
    press.ask(
        command,
        Done.OVERRIDE_ENTERED.at("/rotas/" + rota.id()),
        refusal -> {
          filled.wrong(refusal);
          Entry.send(press.response(), "override", view(press.visit(), rota, filled));
        });
  }

  private static Optional<Change> change(Filled filled) {
    var person = new PersonId(filled.value("person"));
    return switch (filled.value("kind")) {
      case "take-over" -> Optional.of(new Change.TakeOver(Seat.of(person), 0));
      case "add" -> Optional.of(new Change.Add(person));
      case "remove" -> Optional.of(new Change.Remove(person));
      case "replace" -> replace(filled, person);
      default -> {
        filled.wrong("kind", "Choose what happens.");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Change> replace(Filled filled, PersonId in) {
    var out = new PersonId(filled.value("out"));
    if (out.handle().isEmpty()) {
      filled.wrong("out", "Choose whom they stand in for.");
      return Optional.empty();
    }
    if (out.equals(in)) {
      filled.wrong("out", "Nobody stands in for themselves: choose somebody else.");
      return Optional.empty();
    }
    return Optional.of(new Change.Replace(out, in));
  }

  private static Optional<Role> role(Filled filled, Rota rota) {
    Optional<Role> role =
        rota.roles().stream().filter(r -> filled.has("role", r.word())).findFirst();
    if (role.isEmpty()) {
      filled.wrong("role", "Choose a role of this rota.");
    }
    return role;
  }

  private static Filled fresh(Visit visit, Rota rota) {
    Instant now = visit.now();
    return Filled.with(
        Map.of(
            "kind",
            KINDS.getFirst().value(),
            "person",
            visit.reader().handle(),
            "role",
            Role.PRIMARY.word(),
            "from",
            Entry.typed(now, rota.zone()),
            "until",
            Entry.typed(now.plus(USUAL_LENGTH), rota.zone())));
  }

  private EntryView view(Visit visit, Rota rota, Filled filled) {
    List<Person> people = site.configuration().get().catalog().people();
    Map<String, List<Option>> lists = new HashMap<>();
    lists.put("kind", KINDS);
    lists.put("person", Entry.people(people));
    lists.put("out", Entry.people(people));
    lists.put(
        "role",
        rota.roles().stream().map(r -> new Option(r.word(), Names.title(r.word()))).toList());
    String title = Names.title(rota.id().handle());
    String back = "/rotas/" + rota.id();
    return new EntryView(
        visit.frame("Override"),
        title + ": somebody else is on duty",
        "It counts at once, over the plan and over what was entered before.",
        back + "/override",
        back,
        rota.zone().getId(),
        "",
        lists,
        filled);
  }
}
