package watchbill.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes what came of a message as a short text beside it, and reads it again.
///
/// One line for each report, its parts parted by tabs: `o`, the alert, its page, why. A storm must
/// not write more of itself than it said, so there are only so many lines.
public final class Consequences {
  private static final int LINES_MAX = 100;
  private static final int TEXT_MAX = 8_000;
  private static final int WORDS_MAX = 500;
  private static final String MORE = "+";

  private Consequences() {}

  /// What is known of a message.
  ///
  /// @param more how many were left out
  public record Known(List<Consequence> first, int more) {}

  public static String written(List<Consequence> consequences) {
    var text = new StringBuilder();
    int written = 0;
    for (Consequence one : consequences) {
      String line = line(one);
      if (written == LINES_MAX || text.length() + line.length() > TEXT_MAX) {
        return text.append(MORE).append(consequences.size() - written).toString();
      }
      text.append(line).append('\n');
      written++;
    }
    return text.toString();
  }

  /// A line that can't be read is left out: it is words about the past, and nothing hangs on it.
  public static Known read(String text) {
    List<Consequence> read = new ArrayList<>();
    int more = 0;
    for (String line : text.lines().toList()) {
      if (line.startsWith(MORE)) {
        more = number(line.substring(MORE.length()));
      } else {
        parse(line).ifPresent(read::add);
      }
    }
    return new Known(List.copyOf(read), more);
  }

  private static String line(Consequence one) {
    Stream<String> parts =
        Stream.concat(
            Stream.of(
                one.kind().mark(),
                one.alert().map(AlertId::value).orElse(""),
                one.page().map(PageId::value).orElse("")),
            one.words().stream().map(Consequences::onOneLine));
    return String.join("\t", parts.toList()).stripTrailing();
  }

  private static String onOneLine(String words) {
    String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > WORDS_MAX ? line.substring(0, WORDS_MAX) + "…" : line;
  }

  private static Optional<Consequence> parse(String line) {
    List<String> parts = Arrays.asList(line.split("\t", -1));
    return Arrays.stream(Consequence.Kind.values())
        .filter(kind -> kind.mark().equals(parts.getFirst()))
        .findFirst()
        .map(kind ->
            new Consequence(
                kind,
                part(parts, 1).map(AlertId::new),
                part(parts, 2).map(PageId::new),
                parts.stream().skip(3).toList()));
  }

  private static Optional<String> part(List<String> parts, int index) {
    return parts.size() > index && !parts.get(index).isEmpty()
        ? Optional.of(parts.get(index))
        : Optional.empty();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
