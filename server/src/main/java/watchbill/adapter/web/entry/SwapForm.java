package watchbill.adapter.web.entry;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
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
import watchbill.adapter.web.Press;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.engine.Command;
import watchbill.engine.Rosters;
import watchbill.rota.Rota;
import watchbill.time.Span;

/// Answers `/rotas/{id}/swap`: my shift for somebody else's, or for nothing.
public final class SwapForm implements Routes {
  private static final Set<String> FIELDS = Set.of("mine", "theirs", "from", "until", "note");
  private static final int NOTE_MAX = 200;
  private static final Duration AHEAD = Duration.ofDays(84);

  private final Site site;

  public SwapForm(Site site) {
    this.site = site;
  }

  @Override
  public List<Route> routes() {
    String path = "/rotas/{id}/swap";
    return List.of(
        new Route(Method.GET, path, Permission.SIGNED_IN, 0, this::show),
        new Route(
            Method.POST,
            path,
            Permission.SIGNED_IN,
            Form.BODY_MAX,
            (request, response) -> Press.of(site, request, response, this::ask)));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    String mine = request.query().first("mine").orElse("");
    Entry.rota(site, request)
        .ifPresentOrElse(
            rota ->
                Entry.send(response, "swap", view(visit, rota, Filled.with(Map.of("mine", mine)))),
            () -> Entry.missing(response, visit));
  }

  private void ask(Press press) {
    Entry.rota(site, press.request())
        .ifPresentOrElse(
            rota -> ask(press, rota), () -> Entry.missing(press.response(), press.visit()));
  }

  private void ask(Press press, Rota rota) {
    Filled filled = Filled.of(press.form(), FIELDS);
    Optional<Wanted> wanted = Wanted.of(filled, rota);
    String note = filled.text("note", NOTE_MAX);
    if (wanted.isEmpty() || filled.isWrong()) {
      Entry.send(press.response(), "swap", view(press.visit(), rota, filled));
      return;
    }
    var command =
        new Command.AskSwap(
            rota.id(),
            wanted.get().role(),
            press.by(),
            wanted.get().span(),
            wanted.get().other(),
            wanted.get().inReturn(),
            note);
    press.ask(
        command,
        Done.SWAP_ASKED.at("/me"),
        refusal -> {
          filled.wrong(Wanted.fieldOf(refusal.field()), refusal.inWords());
          Entry.send(press.response(), "swap", view(press.visit(), rota, filled));
        });
  }

  private EntryView view(Visit visit, Rota rota, Filled filled) {
    var window = new Span(visit.now(), visit.now().plus(AHEAD));
    var roster = site.read(s -> Rosters.read(site.configuration().get(), s, window));
    var offers = new Offers(rota, roster, window, visit.reader().handle());
    boolean any = !offers.mine().isEmpty();
    String weeks = AHEAD.toDays() / 7 + " weeks";
    String title = Names.title(rota.id().handle());
    String back = "/rotas/" + rota.id();
    return new EntryView(
        visit.frame("Swap"),
        title + ": ask somebody to swap",
        "They are told, and nothing changes until they accept.",
        back + "/swap",
        back,
        rota.zone().getId(),
        any ? "" : "You have no duty in this rota in the next " + weeks + ".",
        Map.of("mine", offers.mine(), "theirs", offers.theirs()),
        filled);
  }
}
