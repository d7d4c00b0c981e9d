package watchbill.server.config.source;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// The parser's complaints, for somebody who has never read the YAML specification.
final class YamlSyntax {
  private YamlSyntax() {}

  /// Without the parser's snippet: it quotes the line, and the line may hold a password.
  static Mistake mistake(String file, MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String words = "this is not YAML: " + inWords(problem);
    return mistake(place(file, e.getProblemMark()), words, hint(problem, e.getContextMark()));
  }

  static Mistake mistake(String file) {
    return mistake(Place.wholeOf(file), "this is not YAML of version 1.2", "");
  }

  /// The parser counts from 0.
  static Place place(String file, Optional<Mark> mark) {
    return mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(() -> Place.wholeOf(file));
  }

  private static Mistake mistake(Place place, String problem, String hint) {
    return new Mistake(Mistake.Kind.SYNTAX, place, "", problem, hint);
  }

  private static String inWords(String problem) {
    if (problem.contains("(TAB)")) {
      return "a tab can't stand here";
    }
    if (problem.contains("<block end>")) {
      return "this line is indented unlike those it belongs to";
    }
    // What was got instead is named by the parser's own words for its parts.
    String words = problem.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return words.replaceFirst(", but (got|found) .*", "");
  }

  private static String hint(String problem, Optional<Mark> context) {
    if (problem.contains("TAB")) {
      return "indent with spaces";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "a text with ': ' in it needs quotes; or the line is indented too far";
    }
    if (problem.contains("end of stream") || problem.contains("',' or")) {
      String opened = context.map(c -> " in line " + (c.getLine() + 1)).orElse("");
      return "is the quote or bracket that was opened" + opened + " closed, and a comma set?";
    }
    if (problem.contains("escape character")) {
      return "in double quotes a backslash is written twice; in single quotes once";
    }
    if (problem.contains("cannot start any token")) {
      return "a text that begins with this character needs quotes";
    }
    return "look at this line and the one before it: a colon, a bracket or the indentation";
  }
}
