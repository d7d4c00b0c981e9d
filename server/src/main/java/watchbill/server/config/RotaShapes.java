package watchbill.server.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.rota.OnLeave;
import watchbill.rota.Role;
import watchbill.rota.turn.Every;
import watchbill.rota.turn.Window;
import watchbill.server.config.source.Shape;

/// What texts in `rotas` must look like. The guides say the same.
final class RotaShapes {
  static final Shape<Every> EVERY =
      Shape.of(
              "1 to 9000 hours, 1 to 366 days, 1 to 52 weeks or 1 to 12 months, like 1 week",
              RotaShapes::every)
          .hint("one alone needs no number: hour, day, week or month");
  static final Shape<LocalTime> TIME =
      Shape.of("a local time, like 09:00", Days::time)
          .hint("times are 00:00 to 23:59; the hand-offs of weeks alone name a day");

  /// For turns whose length is not known.
  static final Shape<LocalTime> ANY_HANDOFF =
      Shape.of(
          Shapes.HANDOFF.allowed(),
          text -> Shapes.HANDOFF.parse().apply(text).map(h -> h.time()).or(() -> Days.time(text)));

  static final Shape<Duration> WAKE_TEST =
      Shape.of(
              "5m to 2h, like 15m",
              text -> Shapes.span(text, Duration.ofMinutes(5), Duration.ofHours(2)))
          .hint("how long whoever comes on duty may take to say that they can be woken");
  static final Shape<OnLeave> ON_LEAVE =
      Shape.of("warn or open", OnLeave::of)
          .hint("what is done about the duty of somebody on leave; open offers it to the others");
  static final Shape<LocalDateTime> MOMENT =
      Shape.of(
              "a date or local time of 2000 to 2099, like 2026-01-05 or 2026-01-05T09:00",
              RotaShapes::moment)
          .hint("year, month, day; a date alone means its first minute");
  static final Shape<Window> HOURS =
      Shape.of("hours on days, like Mon-Fri 09:00-17:00", Days::window)
          .hint(
              "without days every day: 20:00-08:00; Sat Sun 10:00-22:00, 1st last 00:00-24:00,"
                  + " 2026-12-24 18:00-24:00; several days with blanks between them");
  static final Shape<Set<DayOfWeek>> DAYS =
      Shape.of("a day of the week or several, like Mon-Fri", Days::ofWeek)
          .hint("days are Mon, Tue, Wed, Thu, Fri, Sat, Sun");
  static final Shape<Duration> LENGTH =
      Shape.of("1 h to 28 d, like 12 h", RotaShapes::length)
          .hint("a whole number and a unit: m, h or d");
  static final Shape<Role> ROLE =
      Shape.of(
              "a role of a to z, 0 to 9 and dashes, up to 40 long, like shadow",
              text -> Role.isWord(text) ? Optional.of(new Role(text)) : Optional.empty())
          .hint("primary is woken first, lieutenant stands behind; any other name is yours");
  static final Shape<Integer> PRIORITY =
      whole("0 to 1000", 1_000).hint("the highest that has anybody wins; equal ones are united");
  static final Shape<Integer> KEEP =
      whole("1 to 100", 100).hint("how many shifts in a row are the same people's");

  private static final Pattern COUNT = Pattern.compile("(?:([0-9]{1,4}) )?([a-z]+?)s?");
  private static final Pattern LENGTHS = Pattern.compile("([0-9]{1,5}) ?([mhd])");
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(28);

  private RotaShapes() {}

  private static Optional<Every> every(String text) {
    Matcher matcher = COUNT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int count = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
    for (Every.Unit unit : Every.Unit.values()) {
      if (unit.word().equals(matcher.group(2)) && count >= 1 && count <= most(unit)) {
        return Optional.of(new Every(count, unit));
      }
    }
    return Optional.empty();
  }

  private static int most(Every.Unit unit) {
    return switch (unit) {
      case HOUR -> Every.MAX_COUNT;
      case DAY -> 366;
      case WEEK -> 52;
      case MONTH -> 12;
    };
  }

  private static Optional<LocalDateTime> moment(String text) {
    try {
      LocalDateTime moment =
          text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
      boolean near = moment.getYear() >= 2000 && moment.getYear() < 2100;
      return near ? Optional.of(moment) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> length(String text) {
    Matcher matcher = LENGTHS.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    Duration length =
        switch (matcher.group(2)) {
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    return Optional.of(length).filter(l -> l.compareTo(SHORTEST) >= 0 && l.compareTo(LONGEST) <= 0);
  }

  /// From the first number of `allowed`, which has one digit, to `max`.
  private static Shape<Integer> whole(String allowed, int max) {
    int min = allowed.charAt(0) - '0';
    return Shape.of(
        allowed,
        text -> {
          boolean number = text.matches("[0-9]{1,4}");
          int value = number ? Integer.parseInt(text) : -1;
          return value >= min && value <= max ? Optional.of(value) : Optional.empty();
        });
  }
}
