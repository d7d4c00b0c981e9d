package watchbill.server.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.ledger.Compensation;
import watchbill.ledger.Money;
import watchbill.server.config.source.Shape;
import watchbill.workload.HourSettings.Window;

/// What the texts of `duty-rules` must look like. The guide `docs/guides/configuration.md` says the
/// same; change both.
final class DutyShapes {
  private static final Map<String, Currency> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

  private static final Pattern WINDOW = Pattern.compile("([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}) ?%");
  private static final int WHOLE = 100;

  static final Shape<Currency> CURRENCY =
      Shape.of(
              "a currency of ISO 4217, like EUR", text -> Optional.ofNullable(CURRENCIES.get(text)))
          .among(CURRENCIES.keySet());
  static final Shape<LocalDate> DATE =
      Shape.of("a date of 2000-01-01 to 2099-12-31, like 2026-01-05", DutyShapes::date)
          .hint("year, month, day");
  static final Shape<Integer> SHARE =
      Shape.of("0% to 100%, like 50%", DutyShapes::percent)
          .hint("a whole number and a percent sign");
  static final Shape<Window> WINDOW_OF_DAY =
      Shape.of("two local times, like 22:00-07:00", DutyShapes::window)
          .hint("times are 00:00 to 23:59, and not twice the same");
  static final Shape<DayOfWeek> DAY =
      Shape.of("a day: Mon, Tue, Wed, Thu, Fri, Sat or Sun", DutyShapes::day);
  static final Shape<Compensation> CHOICE =
      Shape.of("money or time", DutyShapes::compensation).among(List.of("money", "time"));
  static final Shape<Integer> NIGHTS = count("1 to 28 nights in four weeks", 28);
  static final Shape<Integer> WEEKENDS = count("1 to 4 weekends in four weeks", 4);

  private DutyShapes() {}

  /// An amount in a currency, of which there may be no less than nothing.
  static Shape<Money> amount(Currency currency) {
    return Shape.of(
            "an amount, like 4.50", text -> Money.parse(text, currency).filter(m -> m.minor() >= 0))
        .hint("with no more digits than " + currency + " has, and without its name");
  }

  private static Optional<LocalDate> date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      return date.getYear() >= 2000 && date.getYear() < 2100 ? Optional.of(date) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> percent(String text) {
    Matcher matcher = PERCENT.matcher(text);
    return matcher.matches()
        ? Optional.of(Integer.parseInt(matcher.group(1))).filter(n -> n <= WHOLE)
        : Optional.empty();
  }

  private static Optional<Window> window(String text) {
    Matcher matcher = WINDOW.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String from = matcher.group(1);
    String until = matcher.group(2);
    boolean times = TIME.matcher(from).matches() && TIME.matcher(until).matches();
    return times && !from.equals(until)
        ? Optional.of(new Window(LocalTime.parse(from), LocalTime.parse(until)))
        : Optional.empty();
  }

  private static Optional<DayOfWeek> day(String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(d -> d.name().substring(0, 3).equalsIgnoreCase(text))
        .findFirst();
  }

  private static Optional<Compensation> compensation(String text) {
    return Stream.of(Compensation.values()).filter(c -> c.word().equals(text)).findFirst();
  }

  private static Shape<Integer> count(String allowed, int max) {
    return Shape.of(
        allowed,
        text ->
            text.matches("[0-9]{1,2}")
                ? Optional.of(Integer.parseInt(text)).filter(n -> n >= 1 && n <= max)
                : Optional.empty());
  }
}
