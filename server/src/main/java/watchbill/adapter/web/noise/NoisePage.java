package watchbill.adapter.web.noise;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.engine.Configuration;
import watchbill.engine.NoiseOf;
import watchbill.noise.Disturbance;
import watchbill.noise.Figures;
import watchbill.noise.NoiseRow;
import watchbill.noise.Noises;
import watchbill.time.Span;

/// Answers `/noise`.
public final class NoisePage implements Routes {
  private static final Duration FOUR_WEEKS = Duration.ofDays(28);
  private static final int ROWS_MAX = 50;

  private final Site site;

  public NoisePage(Site site) {
    this.site = site;
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/noise", Permission.SIGNED_IN, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Configuration configuration = site.configuration().get();
    // What opened at this very instant counts, too.
    var span = new Span(visit.now().minus(FOUR_WEEKS), visit.now().plusMillis(1));
    Optional<List<Disturbance>> pages =
        site.read(stores -> NoiseOf.pages(configuration, stores, span, _ -> true));
    NoiseView view = pages.map(p -> view(p, visit)).orElseGet(() -> tooMany(visit));
    Html.send(response, Status.OK_200, "noise", view);
  }

  private static NoiseView view(List<Disturbance> pages, Visit visit) {
    Figures all = Figures.of(pages);
    return new NoiseView(
        visit.frame("Noise"),
        headline(all),
        "In the four weeks until now. A page was for nothing when whoever was asked says that there"
            + " was nothing to do; one that nobody judged, when it was over by itself within "
            + Disturbance.SOON.toMinutes()
            + " min.",
        all.judged() == 0 ? "" : "All pages: " + judged(all) + ".",
        Stream.of(
                part("By what raised them", pages, NoiseRow.By.ORIGIN),
                part("By service", pages, NoiseRow.By.SERVICE),
                part("By our own rules", pages, NoiseRow.By.ROUTING))
            .filter(p -> !p.rows().isEmpty())
            .toList(),
        visit.clock().asOf());
  }

  /// Nothing known against pages that nobody judged is no praise.
  private static String headline(Figures all) {
    if (all.pages() == 0) {
      return "No page in four weeks";
    }
    return all.judged() == 0 && all.forNothing() == 0
        ? all.pagesInWords() + ", none judged"
        : all.forNothing() + " of " + all.pagesInWords() + " for nothing";
  }

  private static NoiseView tooMany(Visit visit) {
    return new NoiseView(
        visit.frame("Noise"),
        "More than " + NoiseOf.PAGES_MAX + " pages in four weeks",
        "Figures that leave some out would be wrong. Ask for a shorter span: ./watchbill noise"
            + " --from",
        "",
        List.of(),
        visit.clock().asOf());
  }

  private static NoiseView.Part part(String heading, List<Disturbance> pages, NoiseRow.By by) {
    List<NoiseRow> rows = Noises.rows(pages, by);
    return new NoiseView.Part(
        heading,
        rows.stream().limit(ROWS_MAX).map(NoisePage::row).toList(),
        Math.max(0, rows.size() - ROWS_MAX));
  }

  private static NoiseView.Row row(NoiseRow row) {
    Figures f = row.figures();
    return new NoiseView.Row(
        row.name(),
        f.pagesInWords() + ", " + f.forNothing() + " for nothing, " + f.answered() + " answered",
        judged(f),
        "woken at night: " + f.wokenInWords(),
        f.soonOver() == 0
            ? ""
            : f.soonOver() + " over by themselves within " + Disturbance.SOON.toMinutes() + " min",
        row.suggestion().what().inWords(),
        row.suggestion().because());
  }

  private static String judged(Figures f) {
    return f.couldWait() == 0
        ? f.actionableInWords()
        : f.actionableInWords() + "; " + f.couldWait() + " could have waited";
  }
}
