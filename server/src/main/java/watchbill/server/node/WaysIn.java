package watchbill.server.node;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import watchbill.adapter.api.Api;
import watchbill.adapter.calendar.feed.FeedRoutes;
import watchbill.adapter.calendar.feed.FeedToken;
import watchbill.adapter.channel.demo.DemoPhones;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.http.Routes;
import watchbill.adapter.http.StaticFiles;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Dialects;
import watchbill.adapter.ingest.Forge;
import watchbill.adapter.ingest.Senders;
import watchbill.adapter.ingest.Tally;
import watchbill.adapter.ingest.WebhookRoutes;
import watchbill.adapter.ingest.alertmanager.AlertList;
import watchbill.adapter.ingest.alertmanager.AlertmanagerApi;
import watchbill.adapter.ingest.alertmanager.AlertmanagerDialect;
import watchbill.adapter.ingest.alertmanager.AlertmanagerWebhook;
import watchbill.adapter.ingest.alertmanager.SilenceApi;
import watchbill.adapter.ingest.cloudevents.CloudEventsDialect;
import watchbill.adapter.ingest.github.GithubWebhook;
import watchbill.adapter.ingest.gitlab.GitlabWebhook;
import watchbill.adapter.ingest.grafana.GrafanaWebhook;
import watchbill.adapter.ingest.heartbeat.BeatRoutes;
import watchbill.adapter.ingest.heartbeat.OpsgenieHeartbeats;
import watchbill.adapter.ingest.heartbeat.PingRoutes;
import watchbill.adapter.ingest.icinga.IcingaScript;
import watchbill.adapter.ingest.json.JsonDialect;
import watchbill.adapter.ingest.kuma.UptimeKumaWebhook;
import watchbill.adapter.ingest.opsgenie.OpsgenieApi;
import watchbill.adapter.ingest.opsgenie.OpsgenieDialect;
import watchbill.adapter.ingest.pagerduty.PagerDutyDialect;
import watchbill.adapter.ingest.pagerduty.PagerDutyEvents;
import watchbill.adapter.ingest.sentry.SentryWebhook;
import watchbill.adapter.ingest.sns.EgressFetch;
import watchbill.adapter.ingest.sns.SnsDialect;
import watchbill.adapter.ingest.sns.SnsRoutes;
import watchbill.adapter.ingest.sns.Trust;
import watchbill.adapter.ingest.zabbix.ZabbixWebhook;
import watchbill.adapter.telemetry.HealthRoutes;
import watchbill.adapter.telemetry.Telemetry;
import watchbill.adapter.web.LightSwitch;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.card.CardPage;
import watchbill.adapter.web.demo.DemoPage;
import watchbill.adapter.web.duty.MyDutyPage;
import watchbill.adapter.web.duty.NewFeeds;
import watchbill.adapter.web.entry.LeaveForm;
import watchbill.adapter.web.entry.OverrideForm;
import watchbill.adapter.web.entry.SilenceForm;
import watchbill.adapter.web.entry.SwapForm;
import watchbill.adapter.web.explain.AftermathPage;
import watchbill.adapter.web.explain.ExplainPage;
import watchbill.adapter.web.heartbeat.HeartbeatList;
import watchbill.adapter.web.heartbeat.HeartbeatPage;
import watchbill.adapter.web.noise.NoisePage;
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
import watchbill.adapter.web.silence.SilenceList;
import watchbill.adapter.web.wake.WaitingPage;
import watchbill.adapter.web.wake.WakePage;
import watchbill.catalog.Catalog;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.engine.Explainer;
import watchbill.engine.Rereader;
import watchbill.kernel.Secret;
import watchbill.server.ProgramVersion;
import watchbill.server.config.IntegrationSettings;
import watchbill.server.config.LineSettings;
import watchbill.server.config.PeerSettings;
import watchbill.server.config.RulesFromText;
import watchbill.server.config.Settings;
import watchbill.server.hearing.Hearing;
import watchbill.server.seal.SealKey;
import watchbill.server.watched.PeerBeats;

/// Every address this node answers.
final class WaysIn {
  private final Parts parts;
  private final Telemetry telemetry;
  private final IntegrationSettings settings;
  private final LinesIn lines;
  private final Egress egress;
  private final Hearing hearing;

  WaysIn(Parts parts, Telemetry telemetry, Settings all, Egress egress, Hearing hearing) {
    this.hearing = hearing;
    this.parts = parts;
    this.telemetry = telemetry;
    this.settings = all.integrations();
    this.lines = lines(all.lines());
    this.egress = egress;
  }

  /// What senders speak to.
  List<Routes> forMachines(Supplier<List<String>> whyNotReady) {
    Senders catalog = new HeardSenders(parts.configuration(), hearing);
    return List.of(
        new PagerDutyEvents(
            parts.door(), catalog, parts.ids(), parts.time(), tally(IntegrationKind.PAGERDUTY)),
        new AlertmanagerApi(
            parts.door(),
            catalog,
            parts.time(),
            tally(IntegrationKind.ALERTMANAGER),
            parts.trees(),
            ProgramVersion.number()),
        new AlertList(catalog, parts.transactions(), parts.time(), parts.patterns(), parts.trees()),
        new SilenceApi(parts.door(), catalog, parts.transactions(), parts.time()),
        new PingRoutes(
            parts.door(), parts.transactions(), catalog, tally(IntegrationKind.HEARTBEAT)),
        new OpsgenieHeartbeats(
            new OpsgenieHeartbeats.Needs(
                parts.door(),
                parts.transactions(),
                catalog,
                parts.ids(),
                parts.time(),
                tally(IntegrationKind.OPSGENIE))),
        opsgenie(catalog),
        new WebhookRoutes(parts.door(), catalog, parts.time(), webhooks(), this::tally),
        new SnsRoutes(
            new SnsRoutes.Needs(
                parts.door(),
                catalog,
                parts.time(),
                tally(IntegrationKind.SNS),
                new EgressFetch(egress),
                Trust.ofTheMachine()),
            sns()),
        new HealthRoutes(whyNotReady, telemetry));
  }

  /// Reads what was kept once more.
  private Rereader rereader() {
    return new Dialects(dialects(), () -> parts.configuration().get().catalog());
  }

  /// All there are, those with an address of their own too.
  private List<Dialect> dialects() {
    List<Dialect> all = new ArrayList<>(webhooks());
    all.addAll(lines.dialects());
    all.addAll(
        List.of(
            new AlertmanagerDialect(),
            new OpsgenieDialect(settings.priorities()),
            new PagerDutyDialect(),
            sns()));
    return all;
  }

  private SnsDialect sns() {
    return new SnsDialect(settings.topics(), settings.rawMessages());
  }

  /// How those write that post to `/in/{kind}/{key}`.
  private List<Dialect> webhooks() {
    return List.of(
        new AlertmanagerWebhook(),
        new GrafanaWebhook(),
        new CloudEventsDialect(settings.mappings()),
        new GithubWebhook(this::forge),
        new GitlabWebhook(this::forge),
        new IcingaScript(),
        new JsonDialect(settings.mappings()),
        new SentryWebhook(id -> Optional.ofNullable(settings.secrets().get(id))),
        new UptimeKumaWebhook(),
        new ZabbixWebhook());
  }

  private Forge forge(IntegrationId id) {
    return new Forge(
        Optional.ofNullable(settings.secrets().get(id)), settings.alertsOnFailure().contains(id));
  }

  private Routes opsgenie(Senders catalog) {
    var needs =
        new OpsgenieApi.Needs(
            parts.transactions(),
            parts.door(),
            catalog,
            parts.time(),
            parts.ids(),
            settings.priorities());
    return new OpsgenieApi(needs, tally(IntegrationKind.OPSGENIE));
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
            rereader(),
            new RulesFromText(parts.configuration()),
            explainer());
    return List.of(
        new NowPage(site),
        new PageList(site),
        new OnePage(site),
        new EventPage(site, rereader()),
        new ExplainPage(site, explainer()),
        new AftermathPage(site, explainer()),
        new EventList(site),
        new NoisePage(site),
        new CardPage(site, url),
        new RotaList(site),
        new RotaPage(site),
        new RotaHistoryPage(site),
        new RotaDeeds(site),
        new OverrideForm(site),
        new SwapForm(site),
        new LeaveForm(site),
        new HeartbeatList(site),
        new HeartbeatPage(site),
        new SilenceForm(site),
        new SilenceList(site),
        new MyDutyPage(site, Optional.of(() -> pageAddress(url))),
        new SignInPage(site),
        new WakePage(site, links.wake()),
        new WaitingPage(site, links.wake()),
        new NoticePage(site, links.notice()),
        new LightSwitch("https".equals(url.getScheme())),
        new StaticFiles(),
        new Api(needs, site.identity(), site.forms()));
  }

  /// What other installs speak to, of which we expect something.
  Routes beats(List<PeerSettings> watches, SealKey key) {
    List<PeerBeats.Peer> peers =
        watches.stream()
            .flatMap(peer ->
                peer.plan().stream().map(plan -> new PeerBeats.Peer(plan.id(), peer.keys())))
            .toList();
    var judge =
        new PeerBeats(peers, key.publicText(), parts.door(), parts.transactions(), parts.time());
    return new BeatRoutes(judge, (outcome, n) -> telemetry.received("beat", outcome.word(), n));
  }

  private Explainer explainer() {
    return new Explainer(parts.transactions(), parts.configuration(), rereader(), parts.patterns());
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

  /// The ways in for mail, syslog and OTLP logs.
  LinesIn lines() {
    return lines;
  }

  private LinesIn lines(LineSettings declared) {
    return new LinesIn(
        parts,
        declared,
        this::tally,
        (from, fate, count) -> {
          hearing.heard(from);
          telemetry.lines(from.handle(), fate.word(), count);
        },
        new HeardSenders(parts.configuration(), hearing));
  }

  private Tally tally(IntegrationKind kind) {
    return (outcome, events) -> telemetry.received(kind.word(), outcome.word(), events);
  }
}
