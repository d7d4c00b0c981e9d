package watchbill.server.node;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import watchbill.adapter.api.Api;
import watchbill.adapter.calendar.feed.FeedRoutes;
import watchbill.adapter.calendar.feed.FeedToken;
import watchbill.adapter.channel.demo.DemoPhones;
import watchbill.adapter.http.Routes;
import watchbill.adapter.http.StaticFiles;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Dialects;
import watchbill.adapter.ingest.Tally;
import watchbill.adapter.ingest.WebhookRoutes;
import watchbill.adapter.ingest.alertmanager.AlertmanagerApi;
import watchbill.adapter.ingest.pagerduty.PagerDutyEvents;
import watchbill.adapter.telemetry.HealthRoutes;
import watchbill.adapter.telemetry.Telemetry;
import watchbill.adapter.web.LightSwitch;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.demo.DemoPage;
import watchbill.adapter.web.duty.MyDutyPage;
import watchbill.adapter.web.duty.NewFeeds;
import watchbill.adapter.web.entry.LeaveForm;
import watchbill.adapter.web.entry.OverrideForm;
import watchbill.adapter.web.entry.SwapForm;
import watchbill.adapter.web.notice.NoticePage;
import watchbill.adapter.web.now.NowPage;
import watchbill.adapter.web.page.EventList;
import watchbill.adapter.web.page.EventPage;
import watchbill.adapter.web.page.OnePage;
import watchbill.adapter.web.page.PageList;
import watchbill.adapter.web.rota.RotaDeeds;
import watchbill.adapter.web.rota.RotaHistoryPage;
import watchbill.adapter.web.rota.RotaList;
import watchbill.adapter.web.rota.RotaPage;
import watchbill.adapter.web.signin.SignInPage;
import watchbill.adapter.web.wake.WakePage;
import watchbill.catalog.Catalog;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.engine.Rereader;
import watchbill.kernel.Secret;
import watchbill.server.ProgramVersion;

/// Every address this node answers.
final class WaysIn {
  private final Parts parts;
  private final Telemetry telemetry;

  WaysIn(Parts parts, Telemetry telemetry) {
    this.parts = parts;
    this.telemetry = telemetry;
  }

  /// What senders speak to.
  List<Routes> forMachines(Supplier<List<String>> whyNotReady) {
    Supplier<Catalog> catalog = () -> parts.configuration().get().catalog();
    return List.of(
        new PagerDutyEvents(
            parts.door(), catalog, parts.ids(), parts.time(), tally(IntegrationKind.PAGERDUTY)),
        new AlertmanagerApi(
            parts.door(),
            catalog,
            parts.time(),
            tally(IntegrationKind.ALERTMANAGER),
            ProgramVersion.number()),
        new WebhookRoutes(parts.door(), catalog, parts.time(), dialects(), this::tally),
        new HealthRoutes(whyNotReady, telemetry));
  }

  /// Reads what was kept once more.
  private Rereader rereader() {
    return new Dialects(dialects(), () -> parts.configuration().get().catalog());
  }

  /// How those write that post to `/in/{kind}/{key}`.
  private static List<Dialect> dialects() {
    return List.of();
  }

  /// What people and their programs speak to.
  List<Routes> forPeople(Site site, MessageLinks links, URI url) {
    var needs =
        new Api.Needs(
            parts.transactions(),
            parts.door(),
            parts.time(),
            parts.configuration(),
            () -> apiAddress(url),
            rereader());
    return List.of(
        new NowPage(site),
        new PageList(site),
        new OnePage(site),
        new EventPage(site, rereader()),
        new EventList(site),
        new RotaList(site),
        new RotaPage(site),
        new RotaHistoryPage(site),
        new RotaDeeds(site),
        new OverrideForm(site),
        new SwapForm(site),
        new LeaveForm(site),
        new MyDutyPage(site, Optional.of(() -> pageAddress(url))),
        new SignInPage(site),
        new WakePage(site, links.wake()),
        new NoticePage(site, links.notice()),
        new LightSwitch("https".equals(url.getScheme())),
        new StaticFiles(),
        new Api(needs, site.identity(), site.forms()));
  }

  private static Api.NewAddress apiAddress(URI url) {
    FeedToken token = FeedToken.fresh();
    return new Api.NewAddress(token.hash(), Secret.of(url.resolve(token.path()).toString()));
  }

  private static NewFeeds.NewFeed pageAddress(URI url) {
    Api.NewAddress address = apiAddress(url);
    return new NewFeeds.NewFeed(address.tokenHash(), address.address());
  }

  /// The calendars programs subscribe to.
  Routes calendars(String domain) {
    return new FeedRoutes(parts.transactions(), parts.door(), domain);
  }

  /// What pages are made from.
  Site site(Identity identity, FormGuard forms) {
    return new Site(
        parts.transactions(), parts.door(), parts.time(), parts.configuration(), identity, forms);
  }

  /// The drawn phones of everybody.
  Routes demo(Site site, DemoPhones phones) {
    Catalog catalog = parts.configuration().get().catalog();
    List<PersonId> people = catalog.people().stream().map(Person::id).toList();
    return new DemoPage(site, new DrawnPhones(phones, catalog), people);
  }

  private Tally tally(IntegrationKind kind) {
    return (outcome, events) -> telemetry.received(kind.word(), outcome.word(), events);
  }
}
