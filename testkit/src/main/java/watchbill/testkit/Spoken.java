package watchbill.testkit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;

/// What stories say in words: `5 min`, `sms after 2 min`.
final class Spoken {
  private static final Pattern LENGTH = Pattern.compile("(\\d+) (s|min|h|d)");
  private static final String AFTER = " after ";

  private Spoken() {}

  static Duration length(String words) {
    Matcher matcher = LENGTH.matcher(words);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + words + "' is no length; say 30 s, 5 min, 2 h, 1 d");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "min" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /// `sms`, told at once, or `sms after 2 min`.
  static ContactRule rule(String words) {
    int split = words.indexOf(AFTER);
    if (split < 0) {
      return new ContactRule(ContactMethod.ofWord(words), Duration.ZERO);
    }
    Duration after = length(words.substring(split + AFTER.length()));
    return new ContactRule(ContactMethod.ofWord(words.substring(0, split)), after);
  }
}
