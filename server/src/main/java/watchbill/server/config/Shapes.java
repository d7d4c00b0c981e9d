package watchbill.server.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.IntegrationKind;
import watchbill.server.config.source.Shape;

/// What texts must look like. The guide `docs/guides/configuration.md` says the same; change both.
final class Shapes {
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private static final Set<String> YES_AND_NO = Set.of("true", "false");

  static final Shape<String> HANDLE =
      matching(
          "a handle of a to z, 0 to 9 and dashes that begins with a letter, up to 63 long",
          "[a-z][a-z0-9-]{0,62}");
  static final Shape<String> NAME =
      matching("a name of 1 to 100 characters on one line", "(?=.*\\S)[^\\p{Cntrl}]{1,100}");
  static final Shape<String> PHONE =
      matching("E.164, like +34600000001", "\\+[1-9][0-9]{6,14}")
          .hint("a plus, the country code and the number, without spaces");
  static final Shape<String> TOPIC =
      matching("an ntfy topic of letters, digits, - and _, up to 64 long", "[-_A-Za-z0-9]{1,64}")
          .neverShown();
  static final Shape<ZoneId> ZONE =
      Shape.of("an IANA time zone, like Europe/Madrid", Shapes::zone)
          .among(ZONES)
          .hint("an offset like +01:00 is none: it knows no summer time");
  static final Shape<ContactRule> RULE =
      Shape.of("a method and a delay of 0s to 1d, like push 0m", Shapes::rule)
          .hint("methods are push, sms, call, email, webhook; units are s, m, h, d");
  static final Shape<Handoff> HANDOFF =
      Shape.of("a day and a local time, like Mon 09:00", Shapes::handoff)
          .hint("days are Mon, Tue, Wed, Thu, Fri, Sat, Sun; times are 00:00 to 23:59");
  static final Shape<Duration> WAIT =
      Shape.of("10s to 1d, like 5m", text -> span(text, Duration.ofSeconds(10), Duration.ofDays(1)))
          .hint("a whole number and a unit: s, m, h or d");
  static final Shape<Duration> ACKNOWLEDGEMENT_TIMEOUT =
      Shape.of("1m to 7d, like 4h", text -> span(text, Duration.ofMinutes(1), Duration.ofDays(7)))
          .hint("how long whoever takes a page is left alone while it is still open");
  static final Shape<Duration> KEEPING =
      Shape.of("1d to 400d, like 30d", text -> span(text, Duration.ofDays(1), Duration.ofDays(400)))
          .hint("a whole number and a unit: s, m, h or d");
  static final Shape<Duration> BACKUP_EVERY =
      Shape.of("1h to 30d, like 1d", text -> span(text, Duration.ofHours(1), Duration.ofDays(30)))
          .hint("a whole number and a unit: h or d");
  static final Shape<Integer> BACKUP_KEEP = number("1 to 1000 copies", 1, 1000);
  static final Shape<Duration> BEAT_EVERY =
      Shape.of(
              "10s to 1h, like 1m", text -> span(text, Duration.ofSeconds(10), Duration.ofHours(1)))
          .hint("a whole number and a unit: s, m or h");
  static final Shape<Boolean> YES_OR_NO =
      Shape.of(
              "true or false",
              text -> Optional.of(text).filter(YES_AND_NO::contains).map(Boolean::valueOf))
          .among(List.of("true", "false"));
  static final Shape<Boolean> ON_OR_OFF =
      Shape.of(
              "on or off",
              text -> Optional.of(text).filter(Set.of("on", "off")::contains).map("on"::equals))
          .among(List.of("on", "off"));
  static final Shape<Integer> REPEAT = number("0 to 9", 0, 9);
  static final Shape<Integer> TIER =
      number("1 to 4", 1, 4).hint("1 is the most important; 3 when left out");
  static final Shape<IntegrationKind> INTEGRATION_KIND =
      Shape.of(Kinds.ALLOWED, Kinds::of).among(Kinds.WORDS);
  static final Shape<String> INTEGRATION_KEY =
      matching("16 to 128 letters, digits, - and _", "[A-Za-z0-9_-]{16,128}")
          .hint("make one with: openssl rand -hex 16")
          .neverShown();
  static final Shape<String> SNS_TOPIC =
      matching(
          "an ARN like arn:aws:sns:eu-west-1:123456789012:alarms",
          "arn:aws(-[a-z]+){0,2}:sns:[a-z0-9-]{1,40}:[0-9]{12}:[A-Za-z0-9_-]{1,256}(\\.fifo)?");
  static final Shape<Path> FOLDER = Shape.of("the path of a folder", Shapes::folder);

  private static final Pattern SPAN = Pattern.compile("([0-9]{1,7})([smhd])");
  private static final Pattern WHITE = Pattern.compile("\\s+");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private Shapes() {}

  /// When duty is handed over.
  record Handoff(DayOfWeek day, LocalTime time) {}

  /// A handle, said in the words of what it is for.
  static Shape<String> handleOf(String allowed) {
    return Shape.of(allowed, HANDLE.parse());
  }

  static Shape<String> matching(String allowed, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return Shape.of(allowed, text -> Optional.of(text).filter(t -> pattern.matcher(t).matches()));
  }

  private static Shape<Integer> number(String allowed, int min, int max) {
    return Shape.of(
        allowed,
        text -> text.matches("[0-9]{1,4}") ? within(Integer.parseInt(text), min, max) : none());
  }

  private static Optional<ZoneId> zone(String text) {
    return ZONES.contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
  }

  private static Optional<ContactRule> rule(String text) {
    String[] words = WHITE.split(text.strip(), -1);
    if (words.length != 2) {
      return Optional.empty();
    }
    Optional<ContactMethod> method =
        Stream.of(ContactMethod.values()).filter(m -> m.word().equals(words[0])).findFirst();
    Optional<Duration> after = span(words[1], Duration.ZERO, Duration.ofDays(1));
    return method.flatMap(m -> after.map(a -> new ContactRule(m, a)));
  }

  private static Optional<Handoff> handoff(String text) {
    String[] words = WHITE.split(text.strip(), -1);
    if (words.length != 2 || !TIME.matcher(words[1]).matches()) {
      return Optional.empty();
    }
    return Arrays.stream(DayOfWeek.values())
        .filter(d -> d.name().substring(0, 3).equalsIgnoreCase(words[0]))
        .findFirst()
        .map(d -> new Handoff(d, LocalTime.parse(words[1])));
  }

  static Optional<Duration> span(String text, Duration min, Duration max) {
    Matcher matcher = SPAN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    Duration length =
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    return Optional.of(length).filter(l -> l.compareTo(min) >= 0 && l.compareTo(max) <= 0);
  }

  private static Optional<Path> folder(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> within(int number, int min, int max) {
    return number >= min && number <= max ? Optional.of(number) : Optional.empty();
  }

  private static Optional<Integer> none() {
    return Optional.empty();
  }
}
