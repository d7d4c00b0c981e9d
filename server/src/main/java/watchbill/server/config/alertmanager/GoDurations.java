package watchbill.server.config.alertmanager;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths of time as Prometheus writes them: `1h30m`, `2w`, `500ms`.
final class GoDurations {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d{1,4})y)?(?:(\\d{1,5})w)?(?:(\\d{1,6})d)?(?:(\\d{1,7})h)?"
              + "(?:(\\d{1,8})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
  private static final int DAYS_OF_YEAR = 365;
  private static final int DAYS_OF_WEEK = 7;

  private GoDurations() {}

  static Optional<Duration> parse(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    Matcher form = FORM.matcher(text);
    if (text.isEmpty() || !form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofDays(number(form, 1) * DAYS_OF_YEAR)
            .plusDays(number(form, 2) * DAYS_OF_WEEK)
            .plusDays(number(form, 3))
            .plusHours(number(form, 4))
            .plusMinutes(number(form, 5))
            .plusSeconds(number(form, 6))
            .plusMillis(number(form, 7)));
  }

  private static long number(Matcher form, int group) {
    return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
  }
}
