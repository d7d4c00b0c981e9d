package watchbill.adapter.ingest;

/// Makes the texts of one message fit to be kept and shown.
///
/// Odd characters come into a JSON text only by an escape, so a message without such an escape is
/// not searched for them again, text by text: that search was a sixth of all the work.
public final class Words {
  private static final char REPLACEMENT = '\uFFFD';
  private static final String CUT = "…";

  private final boolean mayBeOdd;

  private Words(boolean mayBeOdd) {
    this.mayBeOdd = mayBeOdd;
  }

  /// For the texts of this message, which is JSON.
  public static Words of(String message) {
    return new Words(message.contains("\\b") || message.contains("\\f") || hasOddNumber(message));
  }

  /// For the texts of a message that is not JSON: any of them may be odd.
  public static Words ofAnything() {
    return new Words(true);
  }

  /// The text without what no store and no terminal takes well: half a character (senders cut text
  /// in the middle of one) and control characters. Line breaks stay.
  public String clean(String text) {
    for (int i = 0; mayBeOdd && i < text.length(); i++) {
      if (isOdd(text.charAt(i))) {
        return cleaned(text, i);
      }
    }
    return text;
  }

  /// The same on one line.
  public String oneLine(String text) {
    String clean = clean(text);
    boolean broken = clean.indexOf('\n') >= 0 || clean.indexOf('\r') >= 0;
    return (broken ? clean.replaceAll("[\\r\\n]+", " ") : clean).strip();
  }

  /// At most `max` characters, never half of one; a cut shows.
  public static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = max - CUT.length();
    boolean splits = Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, splits ? end - 1 : end) + CUT;
  }

  /// Whether the text has more than `max` characters, as a person counts them.
  public static boolean isLonger(String text, int max) {
    return text.length() > max && text.codePointCount(0, text.length()) > max;
  }

  /// Whether a character is written as its number, and is a control character or a surrogate.
  private static boolean hasOddNumber(String message) {
    int at = message.indexOf("\\u");
    while (at >= 0 && at + 5 < message.length()) {
      char first = message.charAt(at + 2);
      boolean low = first == '0' && message.charAt(at + 3) == '0' && message.charAt(at + 4) < '2';
      if (low || first == 'd' || first == 'D') {
        return true;
      }
      at = message.indexOf("\\u", at + 2);
    }
    return false;
  }

  private static boolean isOdd(char c) {
    return c < ' ' ? c != '\n' && c != '\t' && c != '\r' : Character.isSurrogate(c);
  }

  private static String cleaned(String text, int from) {
    var clean = new StringBuilder(text.length()).append(text, 0, from);
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean half = Character.charCount(c) == 1 && Character.isSurrogate((char) c);
      boolean control = Character.charCount(c) == 1 && isOdd((char) c);
      clean.appendCodePoint(half || control ? REPLACEMENT : c);
      i += Character.charCount(c);
    }
    return clean.toString();
  }
}
