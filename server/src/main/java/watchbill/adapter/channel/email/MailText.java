package watchbill.adapter.channel.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Text in any script as the plain ASCII that mail is made of.
final class MailText {
  /// Bytes in one encoded word: with its frame and the name of the header they fit a line.
  private static final int WORD_BYTES = 39;

  private static final int PLAIN_HEADER_MAX = 60;
  private static final int LINE_MAX = 75;

  private MailText() {}

  /// The value of a header (RFC 2047), folded.
  ///
  /// @param text one line
  static String header(String text) {
    boolean plain =
        text.length() <= PLAIN_HEADER_MAX
            && text.chars().allMatch(c -> c >= ' ' && c < 127)
            && !text.contains("=?");
    return plain ? text : String.join("\r\n ", encodedWords(text));
  }

  /// A body in quoted-printable (RFC 2045): readable as it is where it is ASCII, which spam filters
  /// like better than base64.
  ///
  /// No line of it holds `=_`, so a boundary with that in it cannot occur.
  static String quotedPrintable(String text) {
    var out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      quoteLine(line.getBytes(StandardCharsets.UTF_8), out);
      out.append("\r\n");
    }
    return out.toString();
  }

  private static void quoteLine(byte[] line, StringBuilder out) {
    int column = 0;
    for (int i = 0; i < line.length; i++) {
      int b = line[i] & 0xff;
      boolean lastSpace = b == ' ' && i == line.length - 1;
      boolean asItIs = b >= ' ' && b < 127 && b != '=' && !lastSpace;
      int width = asItIs ? 1 : 3;
      if (column + width > LINE_MAX) {
        out.append("=\r\n");
        column = 0;
      }
      if (asItIs) {
        out.append((char) b);
      } else {
        out.append('=').append(String.format("%02X", b));
      }
      column += width;
    }
  }

  private static List<String> encodedWords(String text) {
    List<String> words = new ArrayList<>();
    var chunk = new StringBuilder();
    int bytes = 0;
    for (int c : text.codePoints().toArray()) {
      int more = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > WORD_BYTES) {
        words.add(encodedWord(chunk.toString()));
        chunk.setLength(0);
        bytes = 0;
      }
      chunk.appendCodePoint(c);
      bytes += more;
    }
    words.add(encodedWord(chunk.toString()));
    return words;
  }

  private static String encodedWord(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }
}
