package watchbill.server.config.source;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts `${NAME}` from the environment into texts, so that secrets need not stand in files.
final class Variables {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]{0,127})}");

  private static final char OPEN = '\uFDD0';
  private static final char CLOSE = '\uFDD1';

  private Variables() {}

  /// Lets `${NAME}` stand without quotes where YAML would take its brackets for a mapping's. They
  /// are exchanged for characters no file may hold; lines and columns stay as they are.
  static String shield(String yaml) {
    return VARIABLE.matcher(yaml).replaceAll("\\$" + OPEN + "$1" + CLOSE);
  }

  static String unshield(String text) {
    return text.replace(OPEN, '{').replace(CLOSE, '}');
  }

  static boolean usedIn(String written) {
    return written.contains("${");
  }

  /// The text with every variable replaced; nothing when one can't be, and `refuse` is told each.
  /// What a variable holds is taken as it is: a `${` inside it means nothing.
  static Optional<String> replace(
      String written, Map<String, String> environment, Consumer<String> refuse) {
    var text = new StringBuilder();
    boolean good = true;
    int end = 0;
    Matcher matcher = VARIABLE.matcher(written);
    while (matcher.find()) {
      good &= isPlain(written.substring(end, matcher.start()), refuse);
      text.append(written, end, matcher.start());
      end = matcher.end();
      String name = matcher.group(1);
      String value = environment.getOrDefault(name, "");
      if (value.isEmpty()) {
        boolean set = environment.containsKey(name);
        refuse.accept("the variable " + name + (set ? " is empty" : " is not set"));
        good = false;
      }
      text.append(value);
    }
    good &= isPlain(written.substring(end), refuse);
    text.append(written, end, written.length());
    return good ? Optional.of(text.toString()) : Optional.empty();
  }

  private static boolean isPlain(String between, Consumer<String> refuse) {
    if (between.contains("${")) {
      refuse.accept(
          "'${' begins a variable that is not one; write ${NAME} in letters, digits and _");
      return false;
    }
    return true;
  }
}
