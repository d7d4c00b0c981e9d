package watchbill.server.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import watchbill.adapter.ingest.email.Mailbox;
import watchbill.adapter.ingest.line.Template;
import watchbill.alert.Severity;
import watchbill.server.config.source.Shape;

/// What texts must look like in the rules for mail and lines, and in the addresses they come to.
final class LineShapes {
  private static final int PATTERN_MAX = 1_000;
  private static final int PROGRAM_MAX = 10_000;
  private static final List<String> LEVELS =
      Arrays.stream(Severity.values()).map(Severity::word).toList();
  private static final List<String> TRUTHS = List.of("true", "false");
  private static final List<String> THREADS = List.of("subject", "references");

  static final Shape<Pattern> PATTERN =
      Shape.of(
              "a regular expression of 1 to 1,000 characters, as RE2 has them", LineShapes::pattern)
          .hint("look-around and back-references are not among them: they can take for ever");
  static final Shape<Severity> LEVEL =
      Shape.of(
              "critical, error, warning or info",
              text -> Optional.of(text).filter(LEVELS::contains).map(Severity::ofWord))
          .among(LEVELS);
  static final Shape<Template> TEMPLATE =
      Shapes.matching(
              "a text of 1 to 500 characters on one line, like $1 on {host}",
              "(?=.*\\S)[^\\p{Cntrl}]{1,500}")
          .hint("$1 to $9 stand for groups of the patterns, {host} for a field")
          .map(Template::of);
  static final Shape<Boolean> TRUTH =
      Shape.of(
              "true or false",
              text -> Optional.of(text).filter(TRUTHS::contains).map(Boolean::valueOf))
          .among(TRUTHS);
  static final Shape<String> LOCAL_PART =
      Shapes.matching(
          "what stands before the @: a to z, 0 to 9, dots, dashes and _, up to 64 long",
          "[a-z0-9][a-z0-9._-]{0,63}");
  static final Shape<String> DOMAIN =
      Shapes.matching(
          "a domain in lower case, like watchbill.example.org",
          "[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?");
  static final Shape<Mailbox.ThreadBy> THREAD_BY =
      Shape.of(
              "subject or references",
              text ->
                  Optional.of(text)
                      .filter(THREADS::contains)
                      .map(word -> Mailbox.ThreadBy.valueOf(word.toUpperCase(Locale.ROOT))))
          .among(THREADS);
  static final Shape<Integer> SIZE = Shape.of("16KB to 8MB, like 1MB", LineShapes::size);

  /// Resolved when it is listened on: a configuration is checked on other machines, too.
  static final Shape<InetSocketAddress> LISTEN =
      Addresses.LISTEN.map(l -> InetSocketAddress.createUnresolved(l.host(), l.port()));

  private static final java.util.regex.Pattern BYTES =
      java.util.regex.Pattern.compile("([1-9][0-9]{0,3})(KB|MB)");
  private static final int KILOBYTE = 1024;
  private static final int SIZE_MIN = 16 * KILOBYTE;
  private static final int SIZE_MAX = 8 * KILOBYTE * KILOBYTE;

  private LineShapes() {}

  private static Optional<Pattern> pattern(String text) {
    try {
      return Optional.of(text)
          .filter(t -> !t.isEmpty() && t.length() <= PATTERN_MAX)
          .map(Pattern::compile)
          .filter(p -> p.programSize() <= PROGRAM_MAX);
    } catch (PatternSyntaxException _) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> size(String text) {
    return BYTES
        .matcher(text)
        .results()
        .filter(found -> found.group().length() == text.length())
        .map(LineShapes::bytes)
        .filter(bytes -> bytes >= SIZE_MIN && bytes <= SIZE_MAX)
        .map(Long::intValue)
        .findFirst();
  }

  private static Long bytes(MatchResult found) {
    long unit = found.group(2).equals("KB") ? KILOBYTE : KILOBYTE * KILOBYTE;
    return Long.parseLong(found.group(1)) * unit;
  }
}
