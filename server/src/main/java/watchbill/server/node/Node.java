package watchbill.server.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.access.Session;
import watchbill.adapter.channel.demo.DemoPhones;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.http.HttpServer;
import watchbill.adapter.http.Routes;
import watchbill.adapter.identity.Administrator;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.identity.SigningKey;
import watchbill.adapter.ingest.alertmanager.RouteTrees;
import watchbill.adapter.store.postgres.PostgresTransactions;
import watchbill.adapter.store.sql.OpenStore;
import watchbill.adapter.store.sqlite.SqliteTransactions;
import watchbill.adapter.system.SystemTime;
import watchbill.adapter.system.TimeOrderedIds;
import watchbill.adapter.telemetry.Telemetry;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.notice.NoticeLinks;
import watchbill.adapter.web.wake.WakeLinks;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.StoreFault;
import watchbill.escalation.Page;
import watchbill.kernel.Secret;
import watchbill.notification.Outcome;
import watchbill.server.calendar.CalendarRounds;
import watchbill.server.calendar.Fetcher;
import watchbill.server.client.NodeAddress;
import watchbill.server.commit.Committer;
import watchbill.server.commit.RoomForPages;
import watchbill.server.config.Settings;
import watchbill.server.hearing.Hearing;
import watchbill.server.outbox.Channels;
import watchbill.server.outbox.DegradedMode;
import watchbill.server.outbox.Gate;
import watchbill.server.outbox.Outbox;
import watchbill.server.outbox.Reach;
import watchbill.server.outbox.Sending;
import watchbill.server.outbox.Ticker;
import watchbill.server.pattern.Re2Patterns;
import watchbill.server.seal.SealKey;
import watchbill.server.settling.SettlingRounds;
import watchbill.server.tidying.TidyingRounds;

/// A running Watchbill.
public final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final Duration COMMAND_LINE_TOKEN = Duration.ofDays(365);
  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(1);
  private static final Duration ADOPT_AGAIN_AFTER = Duration.ofSeconds(2);

  /// When the database is back, so long other nodes may take to say what they told without it.
  private static final Duration OTHERS_SAY = Duration.ofSeconds(5);

  private static final int COUNTED_PAGES_MAX = 10_000;
  private static final int FREED_MAX = 10_000;

  private final NodePlan plan;
  private final SystemTime time = new SystemTime();
  private final Egress egress = new Egress();
  private final DemoPhones phones;
  private final Telemetry telemetry = new Telemetry(time);
  private final OpenStore store;
  private final Committer committer;
  private final Gate gate;
  private final DegradedMode degraded;
  private final Outbox outbox;
  private final Ticker ticker;
  private final CalendarRounds calendars;
  private final SettlingRounds settling;
  private final TidyingRounds tidying;
  private final Hearing hearing;
  private final LinesIn linesIn;
  private final Upkeep upkeep;
  private final Adoption adoption;
  private final Identity identity;
  private final HttpServer http;

  private Node(NodePlan plan, Optional<SealKey> key) {
    this.plan = plan;
    this.store = openStore(plan);
    Configuration configuration = plan.settings().configuration();
    this.phones = new DemoPhones(line -> ownerOf(line, configuration), time);
    var ids = new TimeOrderedIds();
    var patterns = new Re2Patterns();
    var engine = new Engine(store, () -> configuration, ids, patterns, this::notificationsWait);
    var reach = new Reach();
    var figures = new Figures(telemetry, reach);
    this.committer =
        new Committer(
            engine, time, Committer.Limits.STANDARD, StoreFault.class::isInstance, figures);
    this.gate = new Gate(committer);
    SigningKey signing = SigningKey.of(store);
    var links =
        new MessageLinks(
            new WakeLinks(plan.url(), signing), new NoticeLinks(plan.url(), signing), time);
    var channels = new Channels(new Providers(egress, phones, time).of(plan.settings().channels()));
    var sending =
        new Sending(channels, links, (_, outcome, _) -> telemetry.notification(word(outcome)));
    var means = new DegradedMode.Means(committer, store, () -> configuration, ids, time);
    this.degraded =
        new DegradedMode(means, reach, gate, sending, store.isOurs() ? Duration.ZERO : OTHERS_SAY);
    this.outbox = new Outbox(gate, sending, degraded);
    this.ticker = new Ticker(gate, time, figures);
    var rounds = new SharedRounds(store, ids.next(time.now()), time);
    this.calendars = calendars(configuration, rounds);
    this.settling = new SettlingRounds(store, committer, time, () -> configuration, rounds);
    this.tidying =
        new TidyingRounds(committer, time, plan.settings().server().keepMessages(), rounds);
    this.identity = new Identity(store, time, () -> configuration, plan.url());
    telemetry.openPages(this::openPages);
    var door = new RoomForPages(committer, store::isFull);
    var parts = new Parts(store, door, time, ids, () -> configuration, patterns, trees(plan));
    this.hearing = new Hearing(committer, plan.settings().heartbeats());
    var waysIn = new WaysIn(parts, telemetry, plan.settings(), egress, hearing);
    this.linesIn = waysIn.lines();
    this.adoption = new Adoption(committer, configured(plan.settings()), ADOPT_AGAIN_AFTER);
    this.upkeep = new Upkeep(means(parts, channels, rounds, key), plan);
    List<Routes> routes = new ArrayList<>(waysIn.forMachines(this::whyNotReady));
    Site site = waysIn.site(identity, new FormGuard(signing, plan.url()));
    routes.addAll(waysIn.forPeople(site, links, plan.url()));
    routes.add(linesIn.otlp());
    key.map(k -> waysIn.beats(plan.settings().server().watches(), k)).ifPresent(routes::add);
    routes.add(waysIn.calendars(plan.url().getHost()));
    if (plan.demo()) {
      routes.add(waysIn.demo(site, phones));
    }
    this.http = new HttpServer(routes, identity, plan.listen().host(), plan.listen().port());
  }

  private CalendarRounds calendars(Configuration configuration, SharedRounds rounds) {
    return new CalendarRounds(
        plan.settings().calendars(),
        new CalendarRounds.Needs(
            new Fetcher(egress)::fetch,
            store,
            committer,
            time,
            configuration::catalog,
            telemetry::calendar),
        rounds);
  }

  private Upkeep.Means means(
      Parts parts, Channels channels, SharedRounds rounds, Optional<SealKey> key) {
    return new Upkeep.Means(
        parts,
        egress,
        this::whyNotReady,
        channels.channels(),
        rounds,
        key,
        trial -> telemetry.canary(trial.method().word(), trial.seconds(), trial.passed()));
  }

  /// Opens the store, starts every part, and answers requests once this returns.
  public static Node start(NodePlan plan) throws IOException {
    var node = new Node(plan, beatKey(plan));
    node.committer.start();
    node.adoption.start();
    node.freeClaims();
    node.outbox.start();
    node.ticker.start();
    node.startDegradedMode();
    node.calendars.start();
    node.settling.start();
    node.tidying.start();
    node.upkeep.start();
    node.hearing.start();
    node.linesIn.start(plan.settings().server().mailIn());
    node.http.start();
    node.compareClocks();
    node.openToCommandLine();
    LOG.info("ready at {}", plan.url());
    return node;
  }

  private void startDegradedMode() {
    telemetry.degraded(() -> !gate.isOpen());
    if (plan.settings().server().degradedPaging()) {
      degraded.start();
    }
  }

  /// The key that signs beats to other installs, and by which theirs are for us.
  private static Optional<SealKey> beatKey(NodePlan plan) throws IOException {
    if (plan.settings().server().watches().isEmpty()) {
      return Optional.empty();
    }
    Files.createDirectories(plan.data());
    return Optional.of(SealKey.of(plan.data()));
  }

  /// What several nodes share may be in the hands of another that lives.
  private void freeClaims() {
    if (store.isOurs()) {
      committer.submit(new Command.FreeClaims(FREED_MAX));
    }
  }

  /// Nodes count each by its own clock: one that is ahead moves steps on early.
  private void compareClocks() {
    store
        .clockAhead(time.now())
        .filter(ahead -> ahead.abs().compareTo(CLOCKS_MAY_DIFFER) > 0)
        .ifPresent(ahead ->
            LOG.warn(
                "this machine's clock and the database's differ by {} ms; let NTP mend it",
                ahead.toMillis()));
  }

  /// By the address it listens on, not the public one: the command line must work while the name,
  /// the certificate or the proxy do not. The token of an earlier start is kept while it is good.
  private void openToCommandLine() throws IOException {
    Optional<String> earlier =
        NodeAddress.load(plan.data()).map(a -> a.token().reveal()).filter(identity::isGood);
    String token =
        earlier.orElseGet(() -> identity.issueToken(Session.ADMINISTRATOR, COMMAND_LINE_TOKEN));
    new NodeAddress(NodeAddress.ofListening(plan.listen()), Secret.of(token)).save(plan.data());
  }

  /// The link that makes its reader the administrator; only at the first start with this store.
  public Optional<URI> firstLink() {
    return Administrator.firstLink(identity);
  }

  /// A link that signs the administrator in, once more.
  public URI anotherLink() {
    return Administrator.anotherLink(identity);
  }

  /// The phones drawn in the page.
  public DemoPhones phones() {
    return phones;
  }

  /// In the reverse order of the start: what was taken is finished, then the store is closed.
  @Override
  public void close() {
    try {
      http.stop();
      linesIn.stop();
      hearing.stop();
      upkeep.stop();
      tidying.stop();
      settling.stop();
      calendars.stop();
      degraded.stop();
      ticker.stop();
      outbox.stop();
      adoption.stop();
      committer.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    store.close();
    egress.close();
    LOG.info("stopped");
  }

  private static List<Command> configured(Settings settings) {
    return List.of(
        new Command.Resume(),
        new Command.AdoptRotas("configuration"),
        new Command.AdoptRestraints(),
        new Command.AdoptHeartbeats(settings.heartbeats(), "configuration"));
  }

  private static OpenStore openStore(NodePlan plan) {
    return plan.database()
        .<OpenStore>map(PostgresTransactions::open)
        .orElseGet(() -> SqliteTransactions.open(plan.data()));
  }

  private static Optional<PersonId> ownerOf(DemoPhones.Line line, Configuration configuration) {
    return configuration.catalog().people().stream()
        .filter(p -> p.address(line.method()).filter(line.address()::equals).isPresent())
        .map(Person::id)
        .findFirst();
  }

  /// As a label of the figure.
  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> "accepted";
      case Outcome.Refused _ -> "refused";
      case Outcome.Unavailable _ -> "unavailable";
      case Outcome.NoAnswer _ -> "no-answer";
    };
  }

  private static RouteTrees trees(NodePlan plan) {
    Map<IntegrationId, String> texts = new HashMap<>();
    plan.settings().alertmanagers().forEach((id, file) -> texts.put(id, file.text()));
    return new RouteTrees(plan.settings().configuration().routing(), texts);
  }

  private void notificationsWait() {
    outbox.wakeUp();
  }

  private List<String> whyNotReady() {
    List<String> reasons = new ArrayList<>();
    if (!committer.isWritable()) {
      reasons.add("the store can't be written");
    }
    if (!gate.isOpen()) {
      reasons.add("pages go on by what this node knew of the store (degraded mode)");
    }
    if (store.isFull()) {
      reasons.add("the disk is full, and what is new is turned away");
    }
    if (!adoption.isDone()) {
      reasons.add("the configuration is not in force yet");
    }
    if (!ticker.isTurning()) {
      reasons.add("nothing looks for what is due");
    }
    if (!outbox.isTurning()) {
      reasons.add("nothing empties the outbox");
    }
    return List.copyOf(reasons);
  }

  private long openPages() {
    List<Page> open = store.read(stores -> stores.pages().open(COUNTED_PAGES_MAX));
    return open.stream().filter(p -> p.escalation().needsSomebody()).count();
  }
}
