package watchbill.server.config.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// Bytes to text: UTF-8 and nothing else, without characters that no editor shows.
final class YamlText {
  private YamlText() {}

  /// The text; nothing when it is none, and `reading` is told why and where.
  static Optional<String> decode(String file, byte[] bytes, Reading reading) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      refuse(file, text, text.length(), "the next byte is not UTF-8", reading);
      return Optional.empty();
    }
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    int invisible = invisibleIn(text, start);
    if (invisible >= 0) {
      refuse(file, text, invisible, inWords(text.charAt(invisible)), reading);
      return Optional.empty();
    }
    return Optional.of(text.substring(start));
  }

  /// The index of the first character that no editor shows, or -1.
  static int invisibleIn(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (isInvisible(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  static String inWords(char invisible) {
    return "the character U+"
        + HexFormat.of().withUpperCase().toHexDigits(invisible)
        + " is not text";
  }

  /// Control characters but tab and line ends; marks that turn the direction of writing, with which
  /// a file can look unlike what it says.
  private static boolean isInvisible(char c) {
    boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    boolean turnsWriting = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    return control || turnsWriting || c == '\uFEFF' || isNoCharacter(c);
  }

  /// Code points that Unicode leaves to programs; [Variables] uses two of them.
  private static boolean isNoCharacter(char c) {
    return c >= '\uFFFE' || (c >= '\uFDD0' && c <= '\uFDEF');
  }

  private static void refuse(String file, String text, int at, String problem, Reading reading) {
    String before = text.substring(0, at);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = at - before.lastIndexOf('\n');
    reading.giveUpOn(
        new Mistake(
            Mistake.Kind.FILE,
            new Place(file, line, column),
            "",
            problem,
            "save the file as plain text in UTF-8"));
  }
}
