package watchbill.adapter.ingest.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what somebody wrote for a value: a path (`$.title`), a text with paths in braces
/// (`{$.host} is down`), or a text that is always the same.
public final class Values {
  private static final int LENGTH_MAX = 1000;

  private Values() {}

  /// Empty when it is none of them: a path that can't be read, a brace that is not closed.
  public static Optional<Value> parse(String text) {
    if (text.isBlank() || text.length() > LENGTH_MAX || text.startsWith("cel:")) {
      return Optional.empty();
    }
    if (text.startsWith("$") || text.startsWith("@")) {
      return JsonPath.parse(text).filter(p -> !p.leadsToItems()).map(Value.AtPath::new);
    }
    return template(text);
  }

  private static Optional<Value> template(String text) {
    List<Value.Piece> pieces = new ArrayList<>();
    int from = 0;
    int open = nextHole(text, 0);
    while (open >= 0) {
      int close = text.indexOf('}', open);
      Optional<JsonPath> path =
          close < 0 ? Optional.empty() : JsonPath.parse(text.substring(open + 1, close));
      if (path.filter(p -> !p.leadsToItems()).isEmpty()) {
        return Optional.empty();
      }
      pieces.add(new Value.Piece(text.substring(from, open), null));
      pieces.add(new Value.Piece("", path.get()));
      from = close + 1;
      open = nextHole(text, from);
    }
    pieces.add(new Value.Piece(text.substring(from), null));
    return Optional.of(new Value.Template(pieces));
  }

  /// A brace with a path in it; any other is a character like others.
  private static int nextHole(String text, int from) {
    int dollar = text.indexOf("{$", from);
    int at = text.indexOf("{@", from);
    return dollar < 0 || (at >= 0 && at < dollar) ? at : dollar;
  }
}
