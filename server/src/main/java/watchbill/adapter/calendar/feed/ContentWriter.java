package watchbill.adapter.calendar.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes lines as the standard has them: folded at 75 octets, ended by CR LF.
final class ContentWriter {
  private static final int OCTETS = 75;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);

  /// A line whose value needs no escapes: a time, a word of the standard.
  ContentWriter line(String name, String value) {
    fold(name + ":" + value);
    return this;
  }

  /// A line whose value is a text.
  ContentWriter text(String name, String value) {
    return line(name, escaped(value));
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /// Before a line would grow longer than 75 octets, at the edge of a character.
  private void fold(String line) {
    int room = OCTETS;
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      byte[] octets = Character.toString(character).getBytes(StandardCharsets.UTF_8);
      if (octets.length > room) {
        out.writeBytes(new byte[] {'\r', '\n', ' '});
        room = OCTETS - 1;
      }
      out.writeBytes(octets);
      room -= octets.length;
      i += Character.charCount(character);
    }
    out.writeBytes(new byte[] {'\r', '\n'});
  }

  /// Line breaks of every kind are written alike; what no text may hold is left out.
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\r\n|\r|\n|\u2028|\u2029", "\\\\n")
        .replaceAll("[\\p{Cntrl}&&[^\t]]", "");
  }
}
