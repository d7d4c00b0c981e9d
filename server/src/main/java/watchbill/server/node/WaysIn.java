package watchbill.server.node;

import java.util.List;
import java.util.function.Supplier;
import watchbill.adapter.api.Api;
import watchbill.adapter.channel.demo.DemoPhones;
import watchbill.adapter.http.Routes;
import watchbill.adapter.http.StaticFiles;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.ingest.Tally;
import watchbill.adapter.ingest.alertmanager.AlertmanagerApi;
import watchbill.adapter.ingest.pagerduty.PagerDutyEvents;
import watchbill.adapter.telemetry.HealthRoutes;
import watchbill.adapter.telemetry.Telemetry;
import watchbill.adapter.web.LightSwitch;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.demo.DemoPage;
import watchbill.adapter.web.notice.NoticePage;
import watchbill.adapter.web.now.NowPage;
import watchbill.adapter.web.page.EventPage;
import watchbill.adapter.web.page.OnePage;
import watchbill.adapter.web.page.PageList;
import watchbill.adapter.web.signin.SignInPage;
import watchbill.adapter.web.wake.WakePage;
import watchbill.catalog.Catalog;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
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
        new HealthRoutes(whyNotReady, telemetry));
  }

  /// What people and their programs speak to.
  List<Routes> forPeople(Site site, MessageLinks links, boolean secure) {
    var needs =
        new Api.Needs(parts.transactions(), parts.door(), parts.time(), parts.configuration());
    return List.of(
        new NowPage(site),
        new PageList(site),
        new OnePage(site),
        new EventPage(site),
        new SignInPage(site),
        new WakePage(site, links.wake()),
        new NoticePage(site, links.notice()),
        new LightSwitch(secure),
        new StaticFiles(),
        new Api(needs, site.identity(), site.forms()));
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
