package watchbill.testkit;

import static watchbill.testkit.Cast.PROMETHEUS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import watchbill.alert.Alert;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.audit.AuditEntry;
import watchbill.audit.Audits;
import watchbill.calendar.Holiday;
import watchbill.calendar.Leave;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.catalog.Urgency;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.escalation.Page;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.RuleBook;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.rota.Change;
import watchbill.rota.OnLeave;
import watchbill.rota.Role;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

/// People with phones, a clock that is turned by hand, and the production engine between them.
///
/// It begins on Monday 6 January 2025 at 03:00 UTC. Closing it fails on any message that nobody
/// expected, on a page or a notice that should have moved on, and on a broken audit chain: silence
/// is a promise too.
public final class World implements AutoCloseable {
  private static final int ALL = Integer.MAX_VALUE;

  private final HandClock clock = new HandClock(Cast.NIGHT);
  private final Declared declared = new Declared();
  private final Map<PersonId, Phone> phones = new LinkedHashMap<>();
  private final Map<AlertKey, Instant> firingSince = new HashMap<>();
  private final Clockwork clockwork = new Clockwork(clock, declared::configuration);
  private final HeartbeatDesk heartbeats = new HeartbeatDesk(clockwork);
  private final KeepersDesk keepers = new KeepersDesk(clock, clockwork, declared);

  public World() {
    for (Person person : Cast.everybody()) {
      var phone = new Phone(person.id(), this::answer);
      phones.put(person.id(), phone);
      person.addresses().forEach((method, at) -> clockwork.provider(method).connect(at, phone));
    }
  }

  // How things are set up. Each may be said again in the middle of a story: an edit of a file.

  /// Who takes turns of a week, beginning with who is on duty now; `nobody` leaves a seat empty.
  public World onDuty(String... handles) {
    declared.seats(List.of(handles));
    return adopt();
  }

  /// How long each step waits: the first wakes the primary, the second the lieutenant, each other
  /// the whole team. The fallback is Dev unless it is said otherwise.
  public World policy(String... waits) {
    declared.waits(Stream.of(waits).map(Spoken::length).toList());
    return this;
  }

  public World repeat(int times) {
    declared.repeat(times);
    return this;
  }

  public World fallback(String handle) {
    declared.fallback(new PersonId(handle));
    return this;
  }

  /// How somebody is told at night: `email`, `sms after 2 min`; nothing at all with no words.
  public World toldBy(String handle, String... rules) {
    var spoken = Stream.of(rules).map(Spoken::rule).toList();
    declared.rules(new PersonId(handle), Urgency.NOW, spoken);
    return this;
  }

  /// Takes somebody out of the configuration; their seat in the rota stays, empty.
  public World remove(String handle) {
    declared.remove(new PersonId(handle));
    return adopt();
  }

  /// The rota is the team's, and somebody answers for it.
  public World manager(String handle) {
    declared.manager(new PersonId(handle));
    return adopt();
  }

  /// Whoever comes on duty is asked whether they can be woken, and has so long to say it.
  public World wakeTest(String within) {
    declared.wakeTest(Spoken.length(within));
    return adopt();
  }

  /// The duty of whoever is on leave is offered to the others.
  public World opensOnLeave() {
    declared.onLeave(OnLeave.OPEN);
    return adopt();
  }

  /// Somebody keeps the public holidays of a region; here is one of them.
  public World holiday(String handle, String region, String date, String name) {
    var id = new RegionId(region);
    declared.region(new PersonId(handle), id);
    submit(new Command.ReplaceHolidays(id, List.of(new Holiday(id, LocalDate.parse(date), name))));
    return adopt();
  }

  /// After this day at nine nobody takes turns any more.
  public World rotaEnds(String day) {
    declared.ends(RotaDesk.nine(day));
    return adopt();
  }

  /// From now on Watchbill looks ahead over the rota, every ten minutes.
  public World keepsWatch() {
    clockwork.watching();
    clockwork.work();
    return this;
  }

  /// Where people enter what differs from the rota, and look at it.
  public RotaDesk rota() {
    return new RotaDesk(clock, clockwork, declared::configuration);
  }

  /// Where rules and hours are declared, and senders say more.
  public RoutingDesk routing() {
    return new RoutingDesk(declared, this::receive, clock::now, clockwork::transactions);
  }

  /// Who must be heard from, and what is heard of them.
  public HeartbeatDesk heartbeats() {
    return heartbeats;
  }

  private World adopt() {
    submit(new Command.AdoptRotas("configuration"));
    submit(new Command.AdoptRestraints());
    return this;
  }

  /// Duty is worth something, by these rules.
  public World dutyRules(RuleBook rules) {
    declared.dutyRules(rules);
    return adopt();
  }

  /// Somebody stands in for the primary from now on.
  public World standsIn(String handle, String length) {
    var span = new Span(clock.now(), clock.now().plus(Spoken.length(length)));
    var person = new PersonId(handle);
    var change = new Change.TakeOver(Seat.of(person), 0);
    submit(new Command.AddOverride(Cast.ROTA, Role.PRIMARY, span, change, "", person));
    return this;
  }

  /// Where rules are written that hold alerts back.
  public RestraintDesk rules() {
    return new RestraintDesk(clock, clockwork, declared);
  }

  /// Where Watchbill itself is kept, copied and lost.
  public KeepersDesk keepers() {
    return keepers;
  }

  public PhoneProvider provider(ContactMethod method) {
    return clockwork.provider(method);
  }

  // What happens.

  /// Prometheus says that something critical is wrong, and says nothing more.
  public World report(String summary) {
    return report(summary, Severity.CRITICAL);
  }

  public World report(String summary, Severity severity) {
    return receive(List.of(firing(summary, severity, Optional.empty())));
  }

  /// Prometheus says several critical things in one message, in this order, all with these labels.
  public World reportOf(Map<String, String> labels, String... summaries) {
    return receive(
        Stream.of(summaries)
            .map(s -> firing(s, Severity.CRITICAL, Optional.empty(), labels))
            .toList());
  }

  /// Prometheus says that something is wrong, and counts as silent after `lease`.
  public World reportFor(String summary, String lease) {
    Instant until = clock.now().plus(Spoken.length(lease));
    return receive(List.of(firing(summary, Severity.CRITICAL, Optional.of(until))));
  }

  /// Many different alerts at once.
  public World storm(int count) {
    return receive(
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> firing("host " + i + " is down", Severity.CRITICAL, Optional.empty()))
            .toList());
  }

  /// Prometheus says that it is over.
  public World reportEnd(String summary) {
    firingSince.remove(key(summary));
    return receive(List.of(new AlertReport.Ended(key(summary))));
  }

  /// Somebody is told what is not a page; the same words of the same kind are the same occasion.
  ///
  /// @param lasts how long it is of use
  public World tells(String handle, Notice.Kind kind, String headline, String lasts) {
    Optional<Notice.Action> action =
        kind == Notice.Kind.WAKE_TEST
            ? Optional.of(new Notice.Action.Answer("I am awake"))
            : Optional.empty();
    var notice =
        new Notice(
            new NoticeId(clockwork.nextId()),
            new PersonId(handle),
            kind,
            kind.word() + "/" + headline,
            headline,
            List.of(new Message.Fact("Rota", Cast.ROTA.handle())),
            action,
            clock.now(),
            Optional.of(clock.now().plus(Spoken.length(lasts))));
    submit(new Command.GiveNotice(notice));
    if (!clockwork.diesAt(CrashPoint.ACCEPTED)) {
      clockwork.work();
    }
    return this;
  }

  /// Somebody wants to see that each way to them works.
  public World testsTheirPhone(String handle) {
    submit(new Command.SendTest(new PersonId(handle)));
    clockwork.work();
    return this;
  }

  /// Where people mute what they do not want to be woken for.
  public SilenceDesk silences() {
    return new SilenceDesk(clock, clockwork);
  }

  /// Where people say what a page was worth, and look at what pages cost.
  public NoiseDesk noise() {
    return new NoiseDesk(clock, clockwork, declared);
  }

  /// Lets time pass; whatever falls due in it happens at its moment.
  public World fastForward(String length) {
    clockwork.workUntil(clock.now().plus(Spoken.length(length)));
    return this;
  }

  /// Somebody pages for checkout by hand.
  public World raises(String handle, String summary) {
    submit(new Command.RaisePage(Cast.CHECKOUT, summary, handle));
    clockwork.work();
    return this;
  }

  /// Somebody says at their desk that a page is over.
  public World ends(Page page) {
    submit(new Command.Resolve(page.id(), "dev", "web"));
    return this;
  }

  /// Somebody takes the page opened last, at their desk.
  public World acknowledges(String handle) {
    submit(new Command.Acknowledge(page().id(), handle, "web"));
    return this;
  }

  /// Somebody asks for something, and may be refused; what follows at once has happened when this
  /// returns.
  public Reply asks(Command command) {
    Reply reply = clockwork.submit(command);
    clockwork.work();
    return reply;
  }

  /// Somebody puts the page opened last off.
  public World snoozes(String handle, String length) {
    Instant until = clock.now().plus(Spoken.length(length));
    Reply reply = submit(new Command.Snooze(page().id(), until, handle, "web"));
    if (!(reply instanceof Reply.Paged)) {
      throw new AssertionError("not snoozed: " + reply);
    }
    clockwork.work();
    return this;
  }

  /// The program dies now and starts again at once.
  public World crash() {
    clockwork.crash();
    return this;
  }

  /// The program will die once, at the next moment of this kind, and start again at once.
  public World crashAt(CrashPoint point) {
    clockwork.crashNextAt(point);
    return this;
  }

  /// The program dies now and is away for a while.
  public World isDownFor(String length) {
    clockwork.crash();
    clock.turn(Spoken.length(length));
    submit(new Command.Resume());
    clockwork.work();
    return this;
  }

  /// Time passes, and the loop that moves pages on hangs meanwhile.
  public World hangsFor(String length) {
    clockwork.ticking(false);
    fastForward(length);
    clockwork.ticking(true);
    return this;
  }

  /// The inspection looks for what should have moved on; says how many pages it mended.
  public int inspect() {
    if (submit(new Command.Inspect()) instanceof Reply.Inspected(var mended)) {
      clockwork.work();
      return mended;
    }
    throw new AssertionError("an inspection answers with what it mended");
  }

  /// A month of everybody is settled from what happened so far, as the server does each hour.
  public Reply.Settled settles(String month) {
    List<PersonId> everybody =
        declared.configuration().catalog().people().stream().map(Person::id).toList();
    Reply reply = submit(new Command.SettleMonth(YearMonth.parse(month), everybody));
    if (!clockwork.diesAt(CrashPoint.ACCEPTED)) {
      clockwork.work();
    }
    if (reply instanceof Reply.Settled settled) {
      return settled;
    }
    throw new AssertionError("not settled: " + reply);
  }

  // What can be seen.

  /// What stands in the ledger of one person, in the order it was entered.
  public List<LedgerEntry> ledger(String handle) {
    return clockwork
        .transactions()
        .read(s -> s.ledger().of(new PersonId(handle), LocalDate.EPOCH, LocalDate.MAX));
  }

  /// When somebody is away, from now on.
  public List<Leave> away(String handle) {
    return clockwork.transactions().read(s -> s.leaves().of(new PersonId(handle), clock.now()));
  }

  public Phone phone(String handle) {
    return Objects.requireNonNull(phones.get(new PersonId(handle)), handle);
  }

  public Instant now() {
    return clock.now();
  }

  /// The page opened last.
  public Page page() {
    return pages().getFirst();
  }

  /// All pages, the one opened last first.
  public List<Page> pages() {
    return clockwork
        .transactions()
        .read(stores -> {
          List<Page> all = new ArrayList<>(stores.pages().open(ALL));
          all.addAll(stores.pages().resolved(ALL));
          all.sort((a, b) -> Long.compare(b.number(), a.number()));
          return all;
        });
  }

  /// What happened to the page opened last, one line a deed: what, and why.
  public List<String> timeline() {
    PageId page = page().id();
    List<AuditEntry> entries =
        clockwork.transactions().read(stores -> stores.audit().about(page.value(), ALL));
    return entries.stream().map(e -> e.deed().said() + ": " + e.deed().because()).toList();
  }

  /// What happened to the notice given last to somebody, one line a deed: what, and why.
  public List<String> noticed(String handle) {
    List<AuditEntry> entries =
        clockwork
            .transactions()
            .read(stores -> {
              Notice last = stores.notices().recent(new PersonId(handle), 1).getFirst();
              return stores.audit().about(last.id().value(), ALL);
            });
    return entries.stream().map(e -> e.deed().said() + ": " + e.deed().because()).toList();
  }

  @Override
  public void close() {
    List<String> faults = new ArrayList<>();
    for (Phone phone : phones.values()) {
      phone
          .unread()
          .forEach(
              r -> faults.add("nobody expected that " + phone.owner() + " is told:\n" + r.text()));
    }
    List<AuditEntry> chain = clockwork.transactions().read(s -> s.audit().after(0, ALL));
    Audits.firstBroken(Audits.Head.START, chain)
        .ifPresent(entry -> faults.add("the audit chain is broken at " + entry));
    Instant late = clock.now().minus(Duration.ofSeconds(1));
    List<Page> overdue = clockwork.transactions().read(s -> s.pages().overdue(late, ALL));
    overdue.forEach(page -> faults.add("a page should have moved on: " + page));
    List<Notice> forgotten = clockwork.transactions().read(s -> s.notices().lapsing(late, ALL));
    forgotten.forEach(notice -> faults.add("a notice should have lapsed: " + notice));
    List<Alert> unseen = clockwork.transactions().read(s -> s.alerts().toExamine(late, ALL));
    unseen.forEach(alert -> faults.add("an alert should have been looked at again: " + alert));
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("\n", faults));
    }
  }

  private World receive(List<AlertReport> reports) {
    Reply reply = submit(new Command.Receive(Declared.PROMETHEUS, "a story", reports));
    if (!(reply instanceof Reply.Received)) {
      throw new AssertionError("not received: " + reply);
    }
    if (!clockwork.diesAt(CrashPoint.ACCEPTED)) {
      clockwork.work();
    }
    return this;
  }

  private AlertReport firing(String summary, Severity severity, Optional<Instant> until) {
    return firing(summary, severity, until, Map.of("job", "checkout"));
  }

  private AlertReport firing(
      String summary, Severity severity, Optional<Instant> until, Map<String, String> labels) {
    var condition = new Condition(summary, "web-1", severity, labels, Map.of());
    // A resend says since when, as Prometheus does.
    Instant since = firingSince.computeIfAbsent(key(summary), _ -> clock.now());
    return new AlertReport.Firing(key(summary), summary, condition, since, until);
  }

  private static AlertKey key(String summary) {
    return AlertKey.of(PROMETHEUS, summary);
  }

  private void answer(Phone.Answer answer) {
    submit(Buttons.pressed(answer, clockwork));
    clockwork.work();
  }

  private Reply submit(Command command) {
    Reply reply = clockwork.submit(command);
    if (reply instanceof Reply.Refused(var refusal)) {
      throw new AssertionError(refusal.inWords());
    }
    return reply;
  }
}
