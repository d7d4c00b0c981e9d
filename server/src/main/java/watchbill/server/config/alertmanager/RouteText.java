package watchbill.server.config.alertmanager;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import watchbill.silence.Matcher;

/// Writes the routes once more as a file that amtool can load: no secret, and nothing that counts
/// for nothing here.
final class RouteText {
  private final StringBuilder text = new StringBuilder("route:\n");

  void open(
      int depth, String receiver, List<String> groupBy, List<Matcher> matchers, boolean goesOn) {
    // Below the root each route is an item of a list.
    line(depth, depth == 0 ? "" : "- ", "receiver: " + quoted(receiver));
    if (!groupBy.isEmpty()) {
      line(depth, pad(depth), "group_by: " + list(groupBy));
    }
    if (!matchers.isEmpty()) {
      line(
          depth, pad(depth), "matchers: " + list(matchers.stream().map(Matcher::inWords).toList()));
    }
    if (goesOn) {
      line(depth, pad(depth), "continue: true");
    }
  }

  void routes(int depth) {
    line(depth, pad(depth), "routes:");
  }

  String end(Collection<String> receivers) {
    text.append("receivers:\n");
    receivers.stream().sorted().forEach(name -> line(0, "- ", "name: " + quoted(name)));
    return text.toString();
  }

  private static String pad(int depth) {
    return depth == 0 ? "" : "  ";
  }

  private void line(int depth, String mark, String words) {
    text.append("  ".repeat(1 + 2 * depth).substring(depth == 0 ? 0 : 2)).append(mark);
    text.append(words).append('\n');
  }

  private static String list(List<String> items) {
    return items.stream().map(RouteText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return '"' + escaped + '"';
  }
}
