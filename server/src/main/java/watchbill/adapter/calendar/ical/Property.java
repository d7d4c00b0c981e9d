package watchbill.adapter.calendar.ical;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One line: a name, its parameters, its value.
///
/// @param name in upper case
/// @param parameters by name in upper case, without quotes
record Property(String name, Map<String, String> parameters, String value) {
  /// Nothing, when the line is none: some programs break texts without folding them.
  static Optional<Property> of(String line) {
    int colon = outsideQuotes(line, ':', 0);
    if (colon < 1) {
      return Optional.empty();
    }
    String head = line.substring(0, colon);
    int nameEnd = outsideQuotes(head, ';', 0);
    String name = nameEnd < 0 ? head : head.substring(0, nameEnd);
    Map<String, String> parameters = new HashMap<>();
    int from = nameEnd;
    while (from >= 0 && from < colon) {
      int end = outsideQuotes(head, ';', from + 1);
      String parameter = head.substring(from + 1, end < 0 ? colon : end);
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        String unquoted = parameter.substring(equals + 1).replace("\"", "");
        parameters.putIfAbsent(upper(parameter.substring(0, equals)), unquoted);
      }
      from = end;
    }
    return Optional.of(new Property(upper(name), parameters, line.substring(colon + 1)));
  }

  Optional<String> parameter(String named) {
    return Optional.ofNullable(parameters.get(named));
  }

  boolean is(String word) {
    return value.strip().equalsIgnoreCase(word);
  }

  /// The value's parts, where it is a list.
  List<String> values() {
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /// The value as a text on one line, its escapes undone.
  String text() {
    var plain = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean escaped = c == '\\' && i + 1 < value.length();
      char meant = escaped ? value.charAt(++i) : c;
      plain.append(escaped && (meant == 'n' || meant == 'N') ? ' ' : meant);
    }
    return plain.toString().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static int outsideQuotes(String line, char wanted, int from) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == wanted && !quoted) {
        return i;
      }
    }
    return -1;
  }

  private static String upper(String word) {
    return word.strip().toUpperCase(Locale.ROOT);
  }
}
