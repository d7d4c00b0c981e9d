package watchbill.silence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import watchbill.kernel.Refusal;

/// One matcher as clients write it in an address: `job="api"`, `job=~api.*`, with or without quotes
/// and spaces.
public final class MatcherText {
  public static final String ALLOWED = "a matcher like job=\"api\", job!=api or job=~\"api-.*\"";

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(=~|!~|!=|=)\\s*(.*?)\\s*", Pattern.DOTALL);

  private MatcherText() {}

  /// The matcher; empty when it is none.
  public static Optional<Matcher> parse(String text) {
    java.util.regex.Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String sign = form.group(2);
    return unquoted(form.group(3))
        .map(value -> new Matcher(form.group(1), value, sign.endsWith("~"), sign.charAt(0) == '='));
  }

  /// Several, with commas between and braces around them or without: `{a="b", c=~"d|e"}`. Empty
  /// when one of them is none.
  public static Optional<List<Matcher>> parseAll(String text) {
    String inner = text.strip();
    if (inner.startsWith("{") && inner.endsWith("}")) {
      inner = inner.substring(1, inner.length() - 1);
    }
    List<Matcher> matchers = new ArrayList<>();
    for (String part : parts(inner)) {
      Optional<Matcher> matcher = parse(part);
      if (matcher.isEmpty()) {
        return Optional.empty();
      }
      matchers.add(matcher.get());
    }
    return Optional.of(matchers);
  }

  /// Cut at the commas that stand outside of quotes. One behind the last is allowed.
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    if (!text.substring(from).isBlank()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  public static Refusal refusal(String field, String text) {
    return new Refusal("matcher.form", field, text, ALLOWED);
  }

  /// What stands between the quotes, if there are any; both or none.
  private static Optional<String> unquoted(String text) {
    boolean opens = text.startsWith("\"");
    boolean closes = text.length() > 1 && text.endsWith("\"") && !isEscaped(text);
    if (!opens) {
      return text.indexOf('"') < 0 ? Optional.of(text) : Optional.empty();
    }
    return closes ? plain(text.substring(1, text.length() - 1)) : Optional.empty();
  }

  /// Whether the last quote is one of the value.
  private static boolean isEscaped(String text) {
    int slashes = 0;
    for (int i = text.length() - 2; i > 0 && text.charAt(i) == '\\'; i--) {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private static Optional<String> plain(String quoted) {
    var plain = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '"') {
        return Optional.empty();
      }
      if (c != '\\') {
        plain.append(c);
      } else if (++i < quoted.length()) {
        switch (quoted.charAt(i)) {
          case 'n' -> plain.append('\n');
          case 't' -> plain.append('\t');
          case '"' -> plain.append('"');
          case '\\' -> plain.append('\\');
          // A client that quotes a pattern without doubling its strokes means the stroke.
          default -> plain.append('\\').append(quoted.charAt(i));
        }
      }
    }
    return Optional.of(plain.toString());
  }
}
