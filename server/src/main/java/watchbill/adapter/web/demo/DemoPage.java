package watchbill.adapter.web.demo;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Light;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Standing;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.engine.Configuration;
import watchbill.engine.Stores;
import watchbill.escalation.Page;

/// Answers `/demo`.
public final class DemoPage implements Routes {
  private static final int MESSAGES_MAX = 4;

  private final Site site;
  private final DemoPhonesView phones;
  private final List<PersonId> people;

  /// Draws the phones of these people, in this order.
  public DemoPage(Site site, DemoPhonesView phones, List<PersonId> people) {
    this.site = site;
    this.phones = phones;
    this.people = List.copyOf(people);
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/demo", Permission.ANYBODY, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Instant now = site.time().now();
    Configuration configuration = site.configuration().get();
    Frame frame = Frame.forAnybody("Demonstration", Light.of(request));
    List<DemoPhonesView.Received> received = phones.messages();
    DemoView view = site.read(stores -> view(frame, received, stores, configuration, now));
    Html.send(response, Status.OK_200, "demo", view);
  }

  private DemoView view(
      Frame frame,
      List<DemoPhonesView.Received> received,
      Stores stores,
      Configuration configuration,
      Instant now) {
    Map<Long, Standing> pages = new LinkedHashMap<>();
    for (DemoPhonesView.Received message : received) {
      message
          .pageNumber()
          .flatMap(stores.pages()::findByNumber)
          .ifPresent(p -> pages.put(p.number(), Standing.of(p, stores, configuration, now)));
    }
    List<DemoView.Phone> drawn = new ArrayList<>();
    for (PersonId id : people) {
      configuration
          .catalog()
          .person(id)
          .ifPresent(person -> drawn.add(new Drawing(person, pages, now).of(received)));
    }
    Optional<Standing> latest = pages.values().stream().reduce((_, last) -> last);
    String asOf = drawn.isEmpty() ? "" : clock(configuration, now).asOf();
    return new DemoView(frame, headline(latest, configuration, now), story(latest), drawn, asOf);
  }

  private Clock clock(Configuration configuration, Instant now) {
    Person first = configuration.catalog().person(people.getFirst()).orElseThrow();
    return new Clock(now, first.zone());
  }

  private String headline(Optional<Standing> latest, Configuration configuration, Instant now) {
    return latest
        .map(s -> capitalized(s.hands(clock(configuration, now))))
        .orElse("All phones are quiet");
  }

  private static String story(Optional<Standing> latest) {
    return latest
        .map(s -> "Page " + s.page().number() + ": " + s.page().title())
        .orElse("An alert is on its way; a phone will ring here in a moment.");
  }

  private static String capitalized(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /// One person's phone.
  private record Drawing(Person person, Map<Long, Standing> pages, Instant now) {
    private static final Mark QUIET = new Mark("silenced", "Quiet");

    DemoView.Phone of(List<DemoPhonesView.Received> all) {
      List<DemoPhonesView.Received> mine =
          all.stream().filter(m -> m.person().equals(person.id().handle())).toList().reversed();
      boolean ringing =
          mine.stream().findFirst().flatMap(this::page).filter(this::waitsForMe).isPresent();
      Mark mark = mine.stream().findFirst().flatMap(this::page).map(this::mark).orElse(QUIET);
      List<DemoView.Shown> shown = new ArrayList<>();
      for (DemoPhonesView.Received message : mine.subList(0, Math.min(MESSAGES_MAX, mine.size()))) {
        shown.add(shown(message, shown.isEmpty()));
      }
      return new DemoView.Phone(person.name(), ringing, mark, shown);
    }

    private Optional<Standing> page(DemoPhonesView.Received message) {
      return message.pageNumber().map(pages::get);
    }

    /// Those told in the latest wake are the ones whose answer is waited for.
    private boolean waitsForMe(Standing standing) {
      Page page = standing.page();
      return page.escalation().needsSomebody()
          && standing.latest().stream().anyMatch(n -> n.person().equals(person.id()));
    }

    private Mark mark(Standing standing) {
      if (waitsForMe(standing)) {
        return new Mark("firing", "Ringing");
      }
      return standing.page().escalation().needsSomebody()
          ? new Mark("silenced", "Did not answer")
          : Mark.of(standing.page());
    }

    private DemoView.Shown shown(DemoPhonesView.Received message, boolean latest) {
      return new DemoView.Shown(
          message.method(),
          new Clock(now, person.zone()).second(message.at()),
          message.headline(),
          message.facts(),
          message.link().map(URI::getPath),
          latest);
    }
  }
}
