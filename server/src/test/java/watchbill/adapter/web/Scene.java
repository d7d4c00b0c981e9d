package watchbill.adapter.web;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import watchbill.adapter.api.Api;
import watchbill.adapter.web.demo.DemoPhonesView;
import watchbill.adapter.web.wake.WakeLinks;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Event;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.calendar.Holiday;
import watchbill.catalog.Catalog;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.change.ChangeReport;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.Explainer;
import watchbill.engine.FrontDoor;
import watchbill.engine.Handing;
import watchbill.engine.Handings;
import watchbill.engine.Reply;
import watchbill.engine.Rereader;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Page;
import watchbill.escalation.Target;
import watchbill.kernel.Secret;
import watchbill.notification.Message;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;
import watchbill.route.RoutePlan;
import watchbill.server.config.RulesFromText;
import watchbill.server.pattern.Re2Patterns;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;

/// A team, its engine and its store in memory; alerts come in, and phones take what is sent.
public final class Scene {
  private static final RegionId REGION = new RegionId("es-madrid");
  public static final ServiceId DATABASE = new ServiceId("db-3");
  public static final ServiceId NO_ROTA = new ServiceId("lonely");

  public final HandClock clock = new HandClock(Cast.NIGHT);
  public final MemoryTransactions transactions = new MemoryTransactions();
  private final List<DemoPhonesView.Received> received = new ArrayList<>();
  private final Map<String, Outcome> answers = new HashMap<>();
  private final Engine engine;
  private final Configuration configuration;
  private boolean overloaded;

  public Scene(URI runbook) {
    this(configuration(runbook, id -> Cast.person(id).name()));
  }

  /// A team in which everybody is called this.
  public static Scene called(String name) {
    return new Scene(configuration(URI.create("https://example.org/runbook"), _ -> name));
  }

  /// A team with these rules.
  public static Scene ruled(RoutePlan plan) {
    URI runbook = URI.create("https://example.org/runbook");
    return new Scene(configuration(runbook, id -> Cast.person(id).name()).with(plan));
  }

  private Scene(Configuration configuration) {
    this.configuration = configuration;
    this.engine =
        new Engine(
            transactions, () -> configuration, new SequentialIds(), new Re2Patterns(), () -> {});
  }

  public Scene() {
    this(URI.create("https://example.org/runbooks/checkout"));
  }

  public Configuration configuration() {
    return configuration;
  }

  public FrontDoor door() {
    return command ->
        overloaded
            ? new Reply.TryLater(true, Duration.ofSeconds(2), "Too much came at once.")
            : engine.run(command, clock.now());
  }

  /// From now on nothing can be saved.
  public void overload() {
    overloaded = true;
  }

  public List<DemoPhonesView.Received> received() {
    return List.copyOf(received);
  }

  /// What a provider answers when this person is told by this method.
  public void answer(PersonId person, ContactMethod method, Outcome outcome) {
    answers.put(person + " " + method, outcome);
  }

  public void report(ServiceId service, String key, Condition condition) {
    report(service, key, condition, "{\"summary\": \"" + condition.summary() + "\"}");
  }

  public void report(ServiceId service, String key, Condition condition, String body) {
    var integration =
        new Integration(Cast.PROMETHEUS, IntegrationKind.ALERTMANAGER, "hash", service);
    var report =
        new AlertReport.Firing(
            AlertKey.of(Cast.PROMETHEUS, key), key, condition, clock.now(), Optional.empty());
    run(new Command.Receive(integration, body, List.of(report)));
  }

  /// Something about a service changes, so long before now.
  public void changed(ServiceId service, Duration before, String summary, String link) {
    var change = new ChangeReport(summary, "", clock.now().minus(before), Map.of("link", link));
    run(new Command.TellChange(service, change, "ana"));
  }

  public Reply run(Command command) {
    return engine.run(command, clock.now());
  }

  public Page page(long number) {
    return transactions.read(s -> s.pages().findByNumber(number)).orElseThrow();
  }

  public List<String> said(PageId page) {
    return transactions.read(s -> s.audit().about(page.value(), 1000)).stream()
        .map(e -> e.deed().said())
        .toList();
  }

  /// Sends all that is due, and keeps what phones get.
  public void deliver(WakeLinks links) {
    var claimed = (Reply.Claimed) run(new Command.Claim(100));
    for (Notification n : claimed.notifications()) {
      var hand = (Reply.HandNow) run(new Command.Hand(n.id(), n.fence()));
      hand.handing().ifPresent(h -> deliver(h, links));
    }
  }

  /// Time goes by, second by second where something falls due.
  public void pass(Duration length, WakeLinks links) {
    Instant end = clock.now().plus(length);
    while (clock.now().isBefore(end)) {
      clock.turn(Duration.ofSeconds(10));
      run(new Command.Tick(100));
      deliver(links);
    }
  }

  private void deliver(Handing h, WakeLinks links) {
    Notification n = h.notification();
    Message message = Handings.compose(h, handing -> link(handing, links));
    Outcome outcome =
        answers.getOrDefault(n.person() + " " + n.method(), new Outcome.Accepted("", false));
    if (outcome instanceof Outcome.Accepted) {
      received.add(
          new DemoPhonesView.Received(
              n.person().handle(),
              n.method().word(),
              clock.now(),
              message.pageNumber(),
              message.headline(),
              message.facts().stream()
                  .map(f -> new DemoPhonesView.Received.Fact(f.label(), f.words()))
                  .toList(),
              message.link()));
    }
    for (Notification told : h.notifications()) {
      run(new Command.Settle(told.id(), told.fence(), outcome, provider(told.method())));
    }
  }

  private URI link(Handing handing, WakeLinks links) {
    return switch (handing) {
      case Handing.OfPage(_, var page, var person, _) ->
          links.to(page.id(), person.id(), clock.now());
      case Handing.OfPages(_, var person, _) -> links.toAll(person.id(), clock.now());
      case Handing.OfNotice _, Handing.OfSelfTest _ ->
          URI.create("https://watchbill.example.org/n/nobody-presses-it");
    };
  }

  private static String provider(ContactMethod method) {
    return switch (method) {
      case EMAIL -> "smtp";
      case PUSH -> "ntfy";
      case SMS, CALL -> "provider A";
      case WEBHOOK -> "webhook";
    };
  }

  private static Configuration configuration(URI runbook, Function<PersonId, String> name) {
    List<Person> people =
        Stream.of(Cast.ANA, Cast.BEN, Cast.CHO, Cast.DEV)
            .map(id -> person(id, name.apply(id)))
            .toList();
    Rota payments = Cast.rota(Cast.ANA, Cast.BEN, Cast.CHO, Cast.DEV);
    var notYet =
        Rotation.weekly(
            1,
            DayOfWeek.MONDAY,
            LocalTime.of(9, 0),
            LocalDate.of(2025, 1, 6),
            List.of(Seat.of(Cast.DEV), Seat.of(Cast.ANA)));
    var storage =
        new Rota(
            new RotaId("storage"),
            Cast.MADRID,
            List.of(Layer.of("weeks", 1, notYet)),
            new Lieutenant.None());
    var primary = new Target.ToRota(Cast.ROTA, Role.PRIMARY);
    var lieutenant = new Target.ToRota(Cast.ROTA, Role.LIEUTENANT);
    var policy =
        new EscalationPolicy(
            "payments",
            List.of(
                new EscalationPolicy.Step(List.of(primary), Duration.ofMinutes(5)),
                new EscalationPolicy.Step(List.of(lieutenant), Duration.ofMinutes(10)),
                new EscalationPolicy.Step(
                    List.of(new Target.ToTeam(Cast.PAYMENTS)), Duration.ofMinutes(5))),
            1,
            List.of(new Target.ToPerson(Cast.DEV)));
    var lonely =
        new EscalationPolicy(
            "lonely",
            List.of(
                new EscalationPolicy.Step(
                    List.of(new Target.ToPerson(Cast.CHO)), Duration.ofMinutes(5))),
            0,
            List.of(new Target.ToPerson(Cast.DEV)));
    var checkout = new Service(Cast.CHECKOUT, Cast.PAYMENTS, "payments", 1, Optional.of(runbook));
    var database = new Service(DATABASE, Cast.PAYMENTS, "payments", 2, Optional.empty());
    var alone = new Service(NO_ROTA, Cast.PAYMENTS, "lonely", 4, Optional.empty());
    var prometheus =
        new Integration(Cast.PROMETHEUS, IntegrationKind.ALERTMANAGER, "hash", Cast.CHECKOUT);
    var catalog =
        new Catalog(
            people,
            List.of(Cast.payments()),
            List.of(checkout, database, alone),
            List.of(prometheus));
    return new Configuration(catalog, List.of(payments, storage), List.of(policy, lonely));
  }

  /// Push at once, SMS after two minutes, a call after four; by day an e-mail.
  private static Person person(PersonId id, String name) {
    Person base = Cast.person(id);
    return new Person(
        id,
        name,
        base.zone(),
        Map.of(
            ContactMethod.PUSH,
            "topic-" + id,
            ContactMethod.SMS,
            "+34600000001",
            ContactMethod.CALL,
            "+34600000001",
            ContactMethod.EMAIL,
            id + "@example.org"),
        Map.of(
            Urgency.NOW,
            List.of(
                new ContactRule(ContactMethod.PUSH, Duration.ZERO),
                new ContactRule(ContactMethod.SMS, Duration.ofMinutes(2)),
                new ContactRule(ContactMethod.CALL, Duration.ofMinutes(4))),
            Urgency.WORKING_HOURS,
            List.of(new ContactRule(ContactMethod.EMAIL, Duration.ZERO))),
        Optional.of(REGION));
  }

  /// Of the region that everybody keeps.
  public void holiday(String date, String name) {
    var holiday = new Holiday(REGION, LocalDate.parse(date), name);
    run(new Command.ReplaceHolidays(REGION, List.of(holiday)));
  }

  public static Condition critical(String summary, String source, Map<String, String> labels) {
    return new Condition(summary, source, Severity.CRITICAL, labels, Map.of());
  }

  public static Condition warning(String summary, String source) {
    return new Condition(summary, source, Severity.WARNING, Map.of(), Map.of());
  }

  /// What the API is made from.
  public Api.Needs apiNeeds(Supplier<Configuration> declared) {
    return new Api.Needs(
        transactions,
        door(),
        clock,
        declared,
        this::address,
        rereader(),
        new RulesFromText(declared),
        explainer(declared));
  }

  /// Whoever is asked why.
  public Explainer explainer(Supplier<Configuration> declared) {
    return new Explainer(transactions, declared, rereader(), _ -> Optional.empty());
  }

  /// Takes the message for an alert again, unless it is nothing.
  public Rereader rereader() {
    return (event, now) ->
        event.body().isBlank()
            ? new Rereader.Reread.NotReadable("it is empty")
            : new Rereader.Reread.Again(again(event, now), List.of());
  }

  private static Command.Receive again(Event event, Instant now) {
    var from =
        new Integration(event.integration(), IntegrationKind.ALERTMANAGER, "hash", Cast.CHECKOUT);
    var condition = new Condition("Again", "", Severity.CRITICAL, Map.of(), Map.of());
    var report =
        new AlertReport.Firing(
            AlertKey.of(event.integration(), "again"), "again", condition, now, Optional.empty());
    return new Command.Receive(from, "", event.body(), List.of(report), List.of());
  }

  /// A calendar's address, of which nothing is known.
  public Api.NewAddress address() {
    return new Api.NewAddress("ab".repeat(32), Secret.of("https://example.org/calendar/x.ics"));
  }
}
