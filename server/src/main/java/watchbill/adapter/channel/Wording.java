package watchbill.adapter.channel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import watchbill.notification.Message;

/// Foreign text, made harmless and short enough.
public final class Wording {
  private static final int FACTS_MAX = 20;
  private static final int FACT_MAX = 1_000;

  private Wording() {}

  /// One line without controls, at most `max` characters long. What cannot be seen but changes how
  /// the rest is read (line breaks, terminal escapes, reversed writing) becomes a space.
  public static String oneLine(String text, int max) {
    var line = new StringBuilder(Math.min(text.length(), max + 1));
    int count = 0;
    int[] seen = text.codePoints().map(c -> isHarmless(c) ? c : ' ').toArray();
    for (int c : seen) {
      boolean gap = c == ' ' && (line.isEmpty() || line.charAt(line.length() - 1) == ' ');
      if (gap) {
        continue;
      }
      if (++count > max) {
        return line.append('…').toString();
      }
      line.appendCodePoint(c);
    }
    return line.toString().strip();
  }

  /// The text, cut at the end of a character so that it takes at most `max` bytes in UTF-8.
  public static String withinBytes(String text, int max) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= max) {
      return text;
    }
    String ellipsis = "…";
    var cut = new StringBuilder();
    int left = max - ellipsis.getBytes(StandardCharsets.UTF_8).length;
    for (int c : text.codePoints().toArray()) {
      left -= Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        break;
      }
      cut.appendCodePoint(c);
    }
    return cut.append(ellipsis).toString();
  }

  /// The facts in their order, made harmless.
  public static List<Message.Fact> facts(Message message) {
    return message.facts().stream()
        .limit(FACTS_MAX)
        .map(f -> new Message.Fact(oneLine(f.label(), FACT_MAX), oneLine(f.words(), FACT_MAX)))
        .toList();
  }

  /// The same, a line each.
  public static String factLines(Message message) {
    return facts(message).stream()
        .map(f -> f.label() + ": " + f.words())
        .collect(Collectors.joining("\n"));
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> !isReversing(c);
      default -> true;
    };
  }

  private static boolean isReversing(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
