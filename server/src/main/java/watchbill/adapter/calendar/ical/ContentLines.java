package watchbill.adapter.calendar.ical;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a file, unfolded, one at a time.
final class ContentLines {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private int next;

  private ContentLines(String text) {
    this.text = text;
    this.next = text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? 1 : 0;
  }

  static ContentLines of(byte[] file) throws Unreadable {
    if (file.length > Limits.BYTES) {
      throw new Unreadable(
          "too-large", "file", file.length + " bytes", "at most " + Limits.BYTES + " bytes");
    }
    return new ContentLines(decoded(file));
  }

  /// UTF-8, as the standard has it; old exports that are none are in the alphabet of the West.
  private static String decoded(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException _) {
      return new String(file, StandardCharsets.ISO_8859_1);
    }
  }

  /// The next line that holds something; empty at the end.
  Optional<String> next() throws Unreadable {
    while (next < text.length()) {
      String line = unfolded();
      if (!line.isBlank()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private String unfolded() throws Unreadable {
    String first = physical();
    if (!goesOn()) {
      return first;
    }
    var line = new StringBuilder(first);
    while (goesOn()) {
      next++;
      line.append(physical());
      if (line.length() > Limits.LINE) {
        break;
      }
    }
    return checked(line.toString());
  }

  private boolean goesOn() {
    return next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t');
  }

  /// Up to any of the line ends that programs write.
  private String physical() throws Unreadable {
    int end = next;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    String line = text.substring(next, end);
    boolean pair =
        end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
    next = Math.min(text.length(), end + (pair ? 2 : 1));
    return checked(line);
  }

  private static String checked(String line) throws Unreadable {
    if (line.length() > Limits.LINE) {
      throw new Unreadable(
          "line-too-long", "line", line, "at most " + Limits.LINE + " characters in a line");
    }
    return line;
  }
}
