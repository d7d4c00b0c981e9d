package watchbill.adapter.ingest.opsgenie;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchbill.kernel.Refusal;

/// Parses a query: terms as `field:value` or `count > 5`, joined by `AND`, `OR` and `NOT`, with
/// parentheses. Terms side by side must both hold.
final class QueryParser {
  static final int LENGTH_MAX = 1000;
  private static final int DEPTH_MAX = 20;

  private final List<Token> tokens;
  private int at;
  private int depth;

  private QueryParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// A word, a sign, or a quoted text.
  ///
  /// @param isQuoted a quoted text is never a word of the language
  private record Token(String text, boolean isQuoted) {
    boolean is(String word) {
      return !isQuoted && text.equalsIgnoreCase(word);
    }
  }

  /// A query, or what of it can't be used.
  sealed interface Parsed {
    record Sound(AlertQuery query) implements Parsed {}

    record Wrong(Refusal refusal) implements Parsed {}
  }

  /// What can't be used. Never leaves this class.
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    private Unusable(Refusal refusal) {
      // Without a stack: it tells of the sender, not of us.
      super(refusal.inWords(), null, false, false);
      this.refusal = refusal;
    }
  }

  static Unusable unusable(String seen, String allowed) {
    return new Unusable(new Refusal("query.term", "query", seen, allowed));
  }

  static Parsed parse(String text) {
    if (text.length() > LENGTH_MAX) {
      return new Parsed.Wrong(
          new Refusal("query.length", "query", text, "at most " + LENGTH_MAX + " characters"));
    }
    try {
      List<Token> tokens = tokens(text);
      if (tokens.isEmpty()) {
        return new Parsed.Sound(AlertQuery.ALL);
      }
      var parser = new QueryParser(tokens);
      AlertQuery query = parser.either();
      if (parser.at < tokens.size()) {
        throw unusable(tokens.get(parser.at).text(), "as many ( as )");
      }
      return new Parsed.Sound(query);
    } catch (Unusable e) {
      return new Parsed.Wrong(e.refusal);
    }
  }

  private AlertQuery either() {
    if (++depth > DEPTH_MAX) {
      throw unusable("(", "at most " + DEPTH_MAX + " parentheses in each other");
    }
    AlertQuery query = both();
    while (takes("OR")) {
      query = query.or(both());
    }
    depth--;
    return query;
  }

  private AlertQuery both() {
    AlertQuery query = one();
    while (at < tokens.size() && !tokens.get(at).is("OR") && !tokens.get(at).is(")")) {
      takes("AND");
      query = query.and(one());
    }
    return query;
  }

  private AlertQuery one() {
    if (takes("NOT")) {
      return one().not();
    }
    if (takes("(")) {
      AlertQuery inner = either();
      if (!takes(")")) {
        throw unusable("(", "as many ) as (");
      }
      return inner;
    }
    Token field = next("a term such as status:open");
    Optional<String> operator = operator();
    if (operator.isEmpty()) {
      return Terms.word(field.text());
    }
    if (takes("(")) {
      return among(field.text(), operator.get());
    }
    return Terms.of(field.text(), operator.get(), next("a value after " + field.text()).text());
  }

  /// `tag:(a OR b)`.
  private AlertQuery among(String field, String operator) {
    AlertQuery query = Terms.of(field, operator, next("a value in ( )").text());
    while (!takes(")")) {
      boolean or = takes("OR");
      if (!or) {
        takes("AND");
      }
      AlertQuery other = Terms.of(field, operator, next("a value in ( )").text());
      query = or ? query.or(other) : query.and(other);
    }
    return query;
  }

  private Optional<String> operator() {
    if (at < tokens.size() && isOperator(tokens.get(at))) {
      return Optional.of(tokens.get(at++).text());
    }
    return Optional.empty();
  }

  private Token next(String wanted) {
    if (at == tokens.size()) {
      throw unusable("the end", wanted);
    }
    Token token = tokens.get(at++);
    if (token.is(")") || token.is("(") || token.is("AND") || token.is("OR") || isOperator(token)) {
      throw unusable(token.text(), wanted);
    }
    return token;
  }

  private boolean takes(String word) {
    boolean taken = at < tokens.size() && tokens.get(at).is(word);
    at += taken ? 1 : 0;
    return taken;
  }

  private static boolean isOperator(Token token) {
    return !token.isQuoted()
        && switch (token.text()) {
          case ":", "=", ">", "<", ">=", "<=" -> true;
          default -> false;
        };
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
      } else if (c == '"') {
        int end = text.indexOf('"', i + 1);
        if (end < 0) {
          throw unusable(text.substring(i), "a quote at both ends");
        }
        tokens.add(new Token(text.substring(i + 1, end), true));
        i = end + 1;
      } else if ((c == '>' || c == '<') && i + 1 < text.length() && text.charAt(i + 1) == '=') {
        tokens.add(new Token(text.substring(i, i + 2), false));
        i += 2;
      } else if ("():<>=".indexOf(c) >= 0) {
        tokens.add(new Token(String.valueOf(c), false));
        i++;
      } else {
        int end = wordEnd(text, i, isValue(tokens));
        tokens.add(new Token(text.substring(i, end), false));
        i = end;
      }
    }
    return tokens;
  }

  /// Behind an operator stands a value, in which a colon is a colon: `alias:host:disk`.
  private static boolean isValue(List<Token> tokens) {
    return !tokens.isEmpty() && isOperator(tokens.getLast());
  }

  private static int wordEnd(String text, int from, boolean isValue) {
    String ends = isValue ? "()\"" : "()\":<>=";
    int end = from;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
