package watchbill.adapter.web.rota;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import watchbill.kernel.Refusal;
import watchbill.time.Span;

/// The weeks that a rota's page shows, whole ones from Monday on.
///
/// @param month which one was asked for; without it, the weeks from the present one on
record Stretch(Optional<YearMonth> month, LocalDate firstMonday, int weekCount, ZoneId zone) {
  private static final int WEEKS_AHEAD = 5;
  private static final int YEAR_MIN = 2000;
  private static final int YEAR_MAX = 2099;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH_AND_YEAR =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  /// This week and those after it.
  static Stretch from(Instant now, ZoneId zone) {
    return new Stretch(
        Optional.empty(), mondayOf(now.atZone(zone).toLocalDate()), WEEKS_AHEAD, zone);
  }

  /// Every week with a day in the month.
  static Stretch of(YearMonth month, ZoneId zone) {
    LocalDate first = mondayOf(month.atDay(1));
    int weeks = (int) ((month.atEndOfMonth().toEpochDay() - first.toEpochDay()) / 7 + 1);
    return new Stretch(Optional.of(month), first, weeks, zone);
  }

  /// The month in an address: `2026-12`. Empty when it is none, or is too far away to be meant.
  static Optional<YearMonth> month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      boolean near = month.getYear() >= YEAR_MIN && month.getYear() <= YEAR_MAX;
      return near ? Optional.of(month) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static Refusal wrongMonth(String text) {
    String allowed = "a month such as 2026-12, of the years " + YEAR_MIN + " to " + YEAR_MAX;
    return new Refusal("month.wrong", "month", text, allowed);
  }

  List<LocalDate> mondays() {
    return IntStream.range(0, weekCount).mapToObj(firstMonday::plusWeeks).toList();
  }

  Span span() {
    return span(firstMonday, weekCount * 7);
  }

  Span week(LocalDate monday) {
    return span(monday, 7);
  }

  /// `December`, with its year when it is not this one; `the next 5 weeks`.
  String inWords(Instant now) {
    return month
        .map(m -> (m.getYear() == yearAt(now) ? MONTH : MONTH_AND_YEAR).format(m))
        .orElse("the next " + weekCount + " weeks");
  }

  /// Which month lies in the middle of it.
  YearMonth around() {
    return month.orElseGet(() -> YearMonth.from(firstMonday.plusWeeks(1)));
  }

  private int yearAt(Instant now) {
    return now.atZone(zone).getYear();
  }

  private Span span(LocalDate from, int days) {
    return new Span(
        from.atStartOfDay(zone).toInstant(), from.plusDays(days).atStartOfDay(zone).toInstant());
  }

  private static LocalDate mondayOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
