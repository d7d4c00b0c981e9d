package watchbill.silence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import watchbill.kernel.Refusal;

/// What matchers match. Pure, but for the patterns it is given.
public final class Matchers {
  /// More in one list is a mistake.
  public static final int MATCHERS_MAX = 100;

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<name>[a-zA-Z_][a-zA-Z0-9_]*)\\s*(?<sign>=~|!~|!=|=)\\s*(?<value>.*)", Pattern.DOTALL);
  private static final int VALUE_MAX = 2_000;

  private Matchers() {}

  /// Tells whether all of them match. A pattern that can't be compiled matches nothing: what is
  /// kept was checked, and muting too little is better than muting too much.
  public static Predicate<Subject> all(List<Matcher> matchers, Patterns patterns) {
    Predicate<Function<String, String>> values = values(matchers, patterns);
    return subject -> values.test(subject::label);
  }

  /// The same for whatever gives a name its value; a missing one is the empty text.
  public static Predicate<Function<String, String>> values(
      List<Matcher> matchers, Patterns patterns) {
    Map<Matcher, Predicate<String>> values = new HashMap<>();
    for (Matcher matcher : matchers) {
      Optional<Predicate<String>> value = value(matcher, patterns);
      if (value.isEmpty()) {
        return _ -> false;
      }
      values.put(matcher, value.get());
    }
    return labels ->
        values.entrySet().stream()
            .allMatch(m -> m.getValue().test(labels.apply(m.getKey().name())));
  }

  /// What is wrong with them, each under its place in the list.
  public static List<Refusal> faults(List<Matcher> matchers, Patterns patterns) {
    List<Refusal> faults = new ArrayList<>();
    if (matchers.isEmpty() || matchers.size() > MATCHERS_MAX) {
      String seen = matchers.isEmpty() ? "" : Integer.toString(matchers.size());
      faults.add(
          new Refusal("matchers.count", "matchers", seen, "1 to " + MATCHERS_MAX + " matchers"));
      return faults;
    }
    for (int i = 0; i < matchers.size(); i++) {
      fault("matchers[" + i + "]", matchers.get(i), patterns).ifPresent(faults::add);
    }
    if (faults.isEmpty() && matchers.stream().allMatch(m -> matchesEmpty(m, patterns))) {
      faults.add(
          new Refusal(
              "matchers.match-everything",
              "matchers",
              inWords(matchers),
              "at least one matcher that does not match the empty text"));
    }
    return faults;
  }

  /// One as people write it: `job="api"`, `severity=~warning|info`; the quotes may be left out.
  public static Optional<Matcher> parse(String text) {
    java.util.regex.Matcher parts = WRITTEN.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String sign = parts.group("sign");
    String value = parts.group("value");
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    if (quoted) {
      value = unquoted(value.substring(1, value.length() - 1));
    }
    return Optional.of(
        new Matcher(parts.group("name"), value, sign.endsWith("~"), sign.startsWith("=")));
  }

  private static String unquoted(String text) {
    var value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char escaped = text.charAt(++i);
        value.append(escaped == 'n' ? '\n' : escaped);
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  /// As people read and write them: `{job="api", severity=~"warning|info"}`.
  public static String inWords(List<Matcher> matchers) {
    return matchers.stream().map(Matcher::inWords).collect(Collectors.joining(", ", "{", "}"));
  }

  private static Optional<Refusal> fault(String field, Matcher matcher, Patterns patterns) {
    if (!NAME.matcher(matcher.name()).matches()) {
      return Optional.of(
          new Refusal(
              "matcher.name",
              field + ".name",
              matcher.name(),
              "the name of a label: letters, digits and _, not beginning with a digit"));
    }
    if (matcher.value().length() > VALUE_MAX) {
      return Optional.of(
          new Refusal(
              "matcher.value",
              field + ".value",
              matcher.value(),
              "at most " + VALUE_MAX + " characters"));
    }
    if (value(matcher, patterns).isEmpty()) {
      return Optional.of(
          new Refusal(
              "matcher.pattern",
              field + ".value",
              matcher.value(),
              "a regular expression of RE2: without look-around and back-references"));
    }
    return Optional.empty();
  }

  private static boolean matchesEmpty(Matcher matcher, Patterns patterns) {
    return value(matcher, patterns).filter(v -> v.test("")).isPresent();
  }

  private static Optional<Predicate<String>> value(Matcher matcher, Patterns patterns) {
    Optional<Predicate<String>> same =
        matcher.isRegex()
            ? patterns.compile(matcher.value())
            : Optional.of(matcher.value()::equals);
    return matcher.isEqual() ? same : same.map(Predicate::negate);
  }
}
