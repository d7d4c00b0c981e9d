package watchbill.adapter.ingest.email;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Takes the words out of HTML. It is shown as text alone, so nothing is made safe here.
final class Html {
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
  private static final List<String> BREAKS =
      List.of("br", "p", "div", "tr", "li", "h1", "h2", "h3", "table", "/p", "/div", "/tr");
  private static final int ENTITY_MAX = 10;

  private Html() {}

  static String text(String html) {
    var text = new StringBuilder(html.length() / 2);
    String lower = html.toLowerCase(Locale.ROOT);
    if (lower.length() != html.length()) {
      lower = html;
    }
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<') {
        at = tag(html, lower, at, text);
      } else if (c == '&') {
        at = entity(html, at, text);
      } else {
        boolean blank = Character.isWhitespace(c);
        if (!blank || !endsBlank(text)) {
          text.append(blank ? ' ' : c);
        }
        at++;
      }
    }
    return text.toString().strip();
  }

  private static boolean endsBlank(StringBuilder text) {
    return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
  }

  /// Where it goes on after the tag, the comment, or what nobody reads.
  private static int tag(String html, String lower, int at, StringBuilder text) {
    if (html.startsWith("<!--", at)) {
      return after(html, "-->", at + 4);
    }
    for (String unread : List.of("script", "style", "head")) {
      boolean opens = lower.startsWith(unread, at + 1) && endsName(lower, at + 1 + unread.length());
      if (opens) {
        return after(lower, ">", after(lower, "</" + unread, at) - 1);
      }
    }
    boolean breaks =
        BREAKS.stream()
            .anyMatch(b -> lower.startsWith(b, at + 1) && endsName(lower, at + 1 + b.length()));
    if (breaks && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    return after(html, ">", at);
  }

  private static boolean endsName(String html, int at) {
    return at >= html.length() || !Character.isLetterOrDigit(html.charAt(at));
  }

  private static int after(String html, String end, int at) {
    int found = html.indexOf(end, at);
    return found < 0 ? html.length() : found + end.length();
  }

  private static int entity(String html, int at, StringBuilder text) {
    int end = html.indexOf(';', at, Math.min(html.length(), at + ENTITY_MAX));
    if (end < 0) {
      text.append('&');
      return at + 1;
    }
    String name = html.substring(at + 1, end);
    String known = ENTITIES.getOrDefault(name, "");
    if (!known.isEmpty()) {
      text.append(known);
    } else if (name.matches("#[0-9]{1,6}") && Integer.parseInt(name.substring(1)) >= ' ') {
      text.appendCodePoint(Integer.parseInt(name.substring(1)));
    } else {
      text.append(html, at, end + 1);
    }
    return end + 1;
  }
}
