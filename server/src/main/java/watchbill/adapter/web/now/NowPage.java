package watchbill.adapter.web.now;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Form;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Names;
import watchbill.adapter.web.PageRow;
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Standing;
import watchbill.adapter.web.Visit;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Reply;
import watchbill.engine.Stores;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.outage.Outages;

/// Answers `/`, and takes a page that somebody raises by hand.
public final class NowPage implements Routes {
  private static final int OPEN_MAX = 100;
  private static final int RECENT_MAX = 5;
  private static final int HOLES_MAX = 3;
  private static final int SUMMARY_MAX = 1024;

  private final Site site;

  public NowPage(Site site) {
    this.site = site;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/", Permission.SIGNED_IN, 0, this::show),
        new Route(Method.POST, "/pages", Permission.SIGNED_IN, Form.BODY_MAX, this::raise));
  }

  private void show(ServerRequest request, ServerResponse response) {
    send(response, Status.OK_200, Visit.of(site, request), NowView.Raise.EMPTY);
  }

  private void raise(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Form form = Form.read(request);
    if (!site.forms().accepts(request, visit.signedIn(), form.value("form"))) {
      Refusals.foreign(response, visit);
      return;
    }
    String service = form.value("service");
    String summary = form.value("summary");
    if (summary.isEmpty() || summary.length() > SUMMARY_MAX) {
      String mistake = "Say in 1 to " + SUMMARY_MAX + " characters what is wrong.";
      again(response, visit, new NowView.Raise(service, summary, "summary", mistake));
      return;
    }
    var command = new Command.RaisePage(new ServiceId(service), summary, visit.reader().handle());
    switch (site.door().submit(command)) {
      case Reply.Paged paged -> Html.seeOther(response, "/pages/" + paged.number());
      case Reply.Refused(var refusal) ->
          again(
              response,
              visit,
              new NowView.Raise(service, summary, refusal.field(), refusal.inWords()));
      case Reply.TryLater later -> Refusals.later(response, visit, later);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  private void again(ServerResponse response, Visit visit, NowView.Raise wrong) {
    send(response, Html.UNPROCESSABLE, visit, wrong);
  }

  private void send(ServerResponse response, Status status, Visit visit, NowView.Raise raise) {
    Html.send(response, status, "now", view(visit, raise));
  }

  private NowView view(Visit visit, NowView.Raise raise) {
    Configuration configuration = site.configuration().get();
    return site.read(stores -> {
      List<Page> open = stores.pages().open(OPEN_MAX);
      List<Page> recent = stores.pages().resolved(RECENT_MAX);
      var roster = Standing.roster(stores, configuration, visit.now());
      var headline = Headline.of(open, OPEN_MAX, !recent.isEmpty());
      return new NowView(
          visit.frame(headline.tab()),
          headline.words(),
          headline.more(),
          holes(stores, visit),
          rows(open, stores, configuration, visit),
          rows(recent, stores, configuration, visit),
          new Duties(roster, visit.clock()).rows(),
          configuration.catalog().services().stream()
              .map(Service::id)
              .map(ServiceId::handle)
              .toList(),
          raise,
          visit.clock().asOf());
    });
  }

  private static List<NowView.Hole> holes(Stores stores, Visit visit) {
    Instant since = visit.now().minus(Outages.SHOWN_FOR);
    return stores.outages().endedAfter(since, HOLES_MAX).stream()
        .map(o -> {
          String words = Outages.headline(o, visit.clock().zone());
          return new NowView.Hole(new Mark(Mark.UNKNOWN.look(), words), Outages.meaning(o));
        })
        .toList();
  }

  private static List<PageRow> rows(
      List<Page> pages, Stores stores, Configuration configuration, Visit visit) {
    return pages.stream()
        .map(p -> Standing.of(p, stores, configuration, visit.now()))
        .map(s -> PageRow.of(s, visit.clock()))
        .toList();
  }

  /// What the list means.
  ///
  /// @param tab the same for the browser's tab
  record Headline(String words, String more, String tab) {
    static Headline of(List<Page> open, int max, boolean anyBefore) {
      long now = open.stream().filter(Mark::needsSomebodyNow).count();
      String atLeast = open.size() == max ? " or more" : "";
      String words =
          now == 0
              ? "Nothing needs anyone"
              : now
                  + atLeast
                  + (now == 1 && atLeast.isEmpty() ? " page needs" : " pages need")
                  + " someone";
      return new Headline(
          words, more(open, now, anyBefore), now == 0 ? "Now" : "(" + now + ") Now");
    }

    private static String more(List<Page> open, long now, boolean anyBefore) {
      long taken = open.stream().filter(p -> Mark.of(p).equals(Mark.ACKNOWLEDGED)).count();
      long resting =
          open.stream().filter(p -> p.escalation() instanceof Escalation.Resting).count();
      long waiting = open.size() - now - taken - resting;
      List<String> others = new ArrayList<>();
      if (taken > 0) {
        others.add(taken + (taken == 1 ? " is taken" : " are taken"));
      }
      if (waiting > 0) {
        others.add(waiting + " can wait");
      }
      if (resting > 0) {
        others.add(resting + (resting == 1 ? " is held back" : " are held back"));
      }
      if (!others.isEmpty()) {
        return (now > 0 ? "Of the others " : "Of those open ") + Names.list(others);
      }
      if (now > 0) {
        return "No other page is open";
      }
      return anyBefore ? "No page is open" : "No page was ever opened";
    }
  }
}
