package watchbill.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import watchbill.audit.AuditEntry;
import watchbill.calendar.CalendarEntry;
import watchbill.calendar.Feed;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Reply;
import watchbill.engine.Rosters;
import watchbill.engine.Stores;
import watchbill.escalation.Roster;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.RotaOverride;
import watchbill.rota.request.Between;
import watchbill.rota.request.OpenShift;
import watchbill.rota.request.Swap;
import watchbill.time.Span;

/// Where a story's people enter what differs from the rota of payments, and look at it. A week is
/// named by the Monday on which it begins, at nine in Madrid: `2025-01-13`.
public final class RotaDesk {
  private static final Duration FOR_EVER = Duration.ofDays(4_000);

  private final HandClock clock;
  private final Clockwork clockwork;
  private final Supplier<Configuration> configuration;

  RotaDesk(HandClock clock, Clockwork clockwork, Supplier<Configuration> configuration) {
    this.clock = clock;
    this.clockwork = clockwork;
    this.configuration = configuration;
  }

  static Instant nine(String day) {
    return LocalDate.parse(day).atTime(LocalTime.of(9, 0)).atZone(Cast.MADRID).toInstant();
  }

  // Swaps.

  /// Somebody asks another to take their week, for a week in return or for nothing.
  public RotaDesk asksToSwap(String asker, String week, String other, String... inReturn) {
    var back = List.of(inReturn).stream().map(w -> Between.of(week(w))).findFirst();
    return submit(
        new Command.AskSwap(
            Cast.ROTA,
            Role.PRIMARY,
            new PersonId(asker),
            Between.of(week(week)),
            new PersonId(other),
            back,
            ""));
  }

  public RotaDesk accepts(String handle) {
    return submit(new Command.AnswerSwap(swap().id(), true, new PersonId(handle), ""));
  }

  public RotaDesk declines(String handle, String why) {
    return submit(new Command.AnswerSwap(swap().id(), false, new PersonId(handle), why));
  }

  public RotaDesk withdrawsSwap(String handle) {
    return submit(new Command.WithdrawSwap(swap().id(), new PersonId(handle)));
  }

  /// The swap asked last.
  public Swap swap() {
    return read(s -> {
      Instant ever = clock.now().minus(FOR_EVER);
      return Cast.everybody().stream()
          .flatMap(p -> s.swaps().of(p.id(), ever).stream())
          .max((a, b) -> a.id().compareTo(b.id()))
          .orElseThrow(() -> new AssertionError("nobody asked to swap"));
    });
  }

  // Open shifts.

  public RotaDesk opensShift(String handle, String week) {
    var by = new PersonId(handle);
    var span = Between.of(week(week));
    return submit(new Command.OpenShiftUp(Cast.ROTA, Role.PRIMARY, span, "dentist", by));
  }

  public RotaDesk claims(String handle) {
    return submit(new Command.ClaimShift(openShift().id(), new PersonId(handle)));
  }

  /// The shift opened last.
  public OpenShift openShift() {
    var ever = new Span(clock.now().minus(FOR_EVER), clock.now().plus(FOR_EVER));
    return read(s -> s.openShifts().touching(ever).getLast());
  }

  // Being away.

  /// From the Monday at nine, for so long.
  public RotaDesk goesOnLeave(String handle, String day, String length) {
    Instant from = nine(day);
    var span = new Span(from, from.plus(Spoken.length(length)));
    return submit(new Command.EnterLeave(new PersonId(handle), span, "beach", handle));
  }

  public RotaDesk cannot(String handle) {
    return submit(new Command.StandDown(new PersonId(handle), handle, "web"));
  }

  /// For so long from now, whatever their shift.
  public RotaDesk cannot(String handle, String length) {
    Optional<Instant> until = Optional.of(clock.now().plus(Spoken.length(length)));
    return submit(new Command.StandDown(new PersonId(handle), until, handle, "web"));
  }

  public RotaDesk takesBack(String handle) {
    return submit(new Command.TakeBack(new PersonId(handle), handle));
  }

  // Overrides.

  /// Somebody is put on duty for a week in the place of another, by Dev.
  public RotaDesk replaces(String week, String out, String in) {
    var change = new Change.Replace(new PersonId(out), new PersonId(in));
    return submit(
        new Command.AddOverride(Cast.ROTA, Role.PRIMARY, week(week), change, "", Cast.DEV));
  }

  /// The override entered last counts no more.
  public RotaDesk withdrawsOverride() {
    var ever = new Span(clock.now().minus(FOR_EVER), clock.now().plus(FOR_EVER));
    RotaOverride last = read(s -> s.overrides().touching(ever).getLast());
    return submit(new Command.WithdrawOverride(last.id(), "dev"));
  }

  public RotaDesk acceptsSuggestion(String week, String handle) {
    var slot = new Command.Assignment(week(week), new PersonId(handle));
    return submit(new Command.AcceptSuggestion(Cast.ROTA, Role.PRIMARY, List.of(slot), Cast.DEV));
  }

  // What can be seen.

  /// Who is primary, as it is known now.
  public List<String> onDutyAt(Instant at) {
    return roster(at).onDuty(Cast.ROTA, Role.PRIMARY, at).people().stream()
        .map(PersonId::handle)
        .toList();
  }

  public List<String> onDuty() {
    return onDutyAt(clock.now());
  }

  public List<String> onDutyInWeekOf(String day) {
    return onDutyAt(nine(day));
  }

  /// What programs that subscribed to a calendar are shown now, by when it starts.
  public List<CalendarEntry> calendar(Feed.Subject subject) {
    var feed = new Feed("feed-" + subject.handle(), subject, "hash", "dev", clock.now());
    if (clockwork.submit(new Command.ShowFeed(feed, "example.org")) instanceof Reply.Shown shown) {
      return shown.entries();
    }
    throw new AssertionError("a feed answers with its entries");
  }

  /// What is known to have happened, one line a deed: what, and why.
  public List<String> history() {
    List<AuditEntry> entries = read(s -> s.audit().after(0, Integer.MAX_VALUE));
    return entries.stream().map(e -> e.deed().said() + ": " + e.deed().because()).toList();
  }

  /// What a command is refused with, in words; empty when it is not.
  public Optional<String> refusal(Command command) {
    return clockwork.submit(command) instanceof Reply.Refused(var refusal)
        ? Optional.of(refusal.inWords())
        : Optional.empty();
  }

  private Roster roster(Instant at) {
    var window = new Span(at, at.plus(Duration.ofDays(60)));
    return read(s -> Rosters.read(configuration.get(), s, window));
  }

  private static Span week(String day) {
    return new Span(nine(day), nine(LocalDate.parse(day).plusWeeks(1).toString()));
  }

  private <R> R read(Function<Stores, R> ask) {
    return clockwork.transactions().read(ask);
  }

  private RotaDesk submit(Command command) {
    if (clockwork.submit(command) instanceof Reply.Refused(var refusal)) {
      throw new AssertionError(refusal.inWords());
    }
    clockwork.work();
    return this;
  }
}
