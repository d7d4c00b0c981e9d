package watchbill.server.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.calendar.ical.CalendarContents;
import watchbill.adapter.calendar.ical.CalendarReader;
import watchbill.adapter.calendar.ical.Purpose;
import watchbill.calendar.Leave;
import watchbill.calendar.Leaves;
import watchbill.catalog.Catalog;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.server.config.CalendarSettings;
import watchbill.server.config.CalendarSource;
import watchbill.server.hourly.HourlyRounds;
import watchbill.server.hourly.RoundClaims;
import watchbill.time.Span;
import watchbill.time.TimeSource;

/// Goes round all calendars, one after the other.
public final class CalendarRounds {
  private static final Logger LOG = LoggerFactory.getLogger(CalendarRounds.class);
  private static final Duration BACK = Duration.ofDays(90);
  private static final Duration AHEAD = Duration.ofDays(400);

  private final CalendarSettings settings;
  private final Needs needs;
  private final Map<String, Boolean> readable = new HashMap<>();
  private final HourlyRounds hourly;

  /// What it works with.
  ///
  /// @param listener told of each calendar, each time, whether it could be read
  public record Needs(
      Function<CalendarSource, Fetched> fetch,
      Transactions transactions,
      FrontDoor door,
      TimeSource time,
      Supplier<Catalog> catalog,
      Listener listener) {}

  /// Told of each calendar, for figures.
  @FunctionalInterface
  public interface Listener {
    void read(String calendar, boolean readable);
  }

  public CalendarRounds(CalendarSettings settings, Needs needs, RoundClaims claims) {
    this.settings = settings;
    this.needs = needs;
    this.hourly = new HourlyRounds("calendars", this::round, claims);
  }

  public void start() {
    hourly.start();
  }

  /// Returns when what is being done has been.
  public void stop() throws InterruptedException {
    hourly.stop();
  }

  /// Reads each calendar once.
  void round() {
    settings.holidays().forEach(this::readHolidays);
    settings.leave().forEach(this::readLeave);
    forgetCalendarsThatAreGone();
  }

  private void readLeave(PersonId person, CalendarSource source) {
    ZoneId zone = needs.catalog().get().person(person).map(Person::zone).orElse(ZoneOffset.UTC);
    read(
        "people." + person.handle() + ".leave",
        source,
        (file, horizon) -> CalendarReader.read(file, Purpose.LEAVE, zone, horizon),
        contents -> new Command.ReplaceLeave(person, contents.absences()));
  }

  private void readHolidays(RegionId region, CalendarSource source) {
    LocalDate from = date(needs.time().now().minus(BACK));
    LocalDate until = date(needs.time().now().plus(AHEAD));
    read(
        "regions." + region.handle() + ".holidays",
        source,
        (file, horizon) -> CalendarReader.read(file, Purpose.HOLIDAYS, ZoneOffset.UTC, horizon),
        contents -> new Command.ReplaceHolidays(region, contents.holidays(region, from, until)));
  }

  private void read(
      String calendar,
      CalendarSource source,
      BiFunction<byte[], Span, CalendarContents> read,
      Function<CalendarContents.Read, Command> command) {
    if (hourly.isStopping()) {
      return;
    }
    Instant now = needs.time().now();
    Optional<String> failure =
        switch (needs.fetch().apply(source)) {
          case Fetched.Failed(var why) -> Optional.of(why);
          case Fetched.File file ->
              switch (read.apply(file.bytes(), new Span(now.minus(BACK), now.plus(AHEAD)))) {
                case CalendarContents.Refused(var refusal) -> Optional.of(refusal.inWords());
                case CalendarContents.Read contents -> objection(command.apply(contents));
              };
        };
    note(calendar, failure);
  }

  private Optional<String> objection(Command command) {
    return switch (needs.door().submit(command)) {
      case Reply.Refused(var refusal) -> Optional.of(refusal.inWords());
      case Reply.TryLater(_, _, var why) -> Optional.of(why);
      case Reply.Done _ -> Optional.empty();
      case Reply other -> throw new IllegalStateException("no answer to a calendar: " + other);
    };
  }

  /// The log and the audit are told of each change, and the figure each time.
  private void note(String calendar, Optional<String> failure) {
    needs.listener().read(calendar, failure.isEmpty());
    Boolean before = readable.get(calendar);
    if (before != null && before == failure.isEmpty()) {
      return;
    }
    if (failure.isPresent()) {
      LOG.warn("{} can't be read; what was known still counts: {}", calendar, failure.get());
    } else {
      LOG.info("{} is read", calendar);
    }
    if (needs.door().submit(new Command.NoteCalendar(calendar, failure)) instanceof Reply.Done) {
      readable.put(calendar, failure.isEmpty());
    }
  }

  /// Whose calendar the configuration names no more is not away by it any longer.
  private void forgetCalendarsThatAreGone() {
    Instant now = needs.time().now();
    var ahead = new Span(now, now.plus(AHEAD));
    List<Leave> known = needs.transactions().read(stores -> stores.leaves().touching(ahead));
    Set<PersonId> gone =
        known.stream()
            .filter(leave -> leave.source().equals(Leaves.CALENDAR))
            .map(Leave::person)
            .filter(person -> !settings.leave().containsKey(person))
            .collect(Collectors.toSet());
    gone.forEach(person -> needs.door().submit(new Command.ReplaceLeave(person, List.of())));
  }

  private static LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
