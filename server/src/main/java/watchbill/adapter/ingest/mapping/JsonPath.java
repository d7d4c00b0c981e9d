package watchbill.adapter.ingest.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A way into JSON, as RFC 9535 writes it: `$.alerts[0]['the title']`. Names, indexes, and `[*]`
/// where items are asked for; no filters, slices or descents. `$` begins at the whole message, `@`
/// at the item.
public final class JsonPath {
  private static final int STEPS_MAX = 32;

  private final String text;
  private final boolean ofItem;
  private final List<Step> steps;

  private JsonPath(String text, boolean ofItem, List<Step> steps) {
    this.text = text;
    this.ofItem = ofItem;
    this.steps = steps;
  }

  /// One step of the way.
  sealed interface Step {
    record Name(String name) implements Step {}

    /// From the end when negative.
    record Index(int index) implements Step {}

    record All() implements Step {}
  }

  /// The path; empty when the text is none.
  public static Optional<JsonPath> parse(String text) {
    List<Step> steps = text.isEmpty() ? null : new Steps(text).read();
    boolean begins = text.startsWith("$") || text.startsWith("@");
    return steps == null || !begins || steps.size() > STEPS_MAX
        ? Optional.empty()
        : Optional.of(new JsonPath(text, text.startsWith("@"), List.copyOf(steps)));
  }

  /// Whether it leads to several.
  public boolean leadsToItems() {
    return steps.stream().anyMatch(Step.All.class::isInstance);
  }

  /// What is there; empty when nothing is, or null.
  Optional<JsonNode> find(Scope scope) {
    JsonNode at = ofItem ? scope.item() : scope.whole();
    for (Step step : steps) {
      at =
          switch (step) {
            case Step.Name(var name) -> at.path(name);
            case Step.Index(var index) -> at.path(counted(at, index));
            case Step.All _ -> at.path(0);
          };
    }
    return at.isMissingNode() || at.isNull() ? Optional.empty() : Optional.of(at);
  }

  /// All it leads to; empty when a list it goes through is not there.
  Optional<List<JsonNode>> items(JsonNode whole) {
    List<JsonNode> at = List.of(whole);
    for (Step step : steps) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : at) {
        switch (step) {
          case Step.Name(var name) -> next.add(node.path(name));
          case Step.Index(var index) -> next.add(node.path(counted(node, index)));
          case Step.All _ -> {
            if (!node.isArray()) {
              return Optional.empty();
            }
            next.addAll(node.values());
          }
        }
      }
      at = next;
    }
    return at.stream().anyMatch(JsonNode::isMissingNode) ? Optional.empty() : Optional.of(at);
  }

  private static int counted(JsonNode list, int index) {
    return index < 0 ? list.size() + index : index;
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonPath path && path.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /// Reads the steps behind the first character.
  private static final class Steps {
    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int at = 1;

    Steps(String text) {
      this.text = text;
    }

    @Nullable List<Step> read() {
      while (at < text.length()) {
        boolean read = text.charAt(at) == '.' ? name() : text.charAt(at) == '[' && bracket();
        if (!read) {
          return null;
        }
      }
      return steps;
    }

    private boolean name() {
      int from = at + 1;
      at = from;
      while (at < text.length() && isOfName(text.charAt(at), at > from)) {
        at++;
      }
      return at > from && steps.add(new Step.Name(text.substring(from, at)));
    }

    private boolean bracket() {
      char first = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      if (first == '\'' || first == '"') {
        return quoted(first);
      }
      int end = text.indexOf(']', at);
      String inside = end < 0 ? "" : text.substring(at + 1, end);
      at = end + 1;
      if (inside.equals("*")) {
        return steps.add(new Step.All());
      }
      return inside.matches("0|-?[1-9][0-9]{0,6}")
          && steps.add(new Step.Index(Integer.parseInt(inside)));
    }

    private boolean quoted(char quote) {
      var name = new StringBuilder();
      at += 2;
      while (at < text.length() && text.charAt(at) != quote) {
        if (text.charAt(at) == '\\' && ++at < text.length() && isNeverEscaped(text.charAt(at))) {
          return false;
        }
        if (at < text.length()) {
          name.append(text.charAt(at++));
        }
      }
      boolean closed = text.startsWith("]", at + 1);
      at += 2;
      return closed && steps.add(new Step.Name(name.toString()));
    }

    private static boolean isNeverEscaped(char c) {
      return c != '\'' && c != '"' && c != '\\' && c != '/';
    }

    private static boolean isOfName(char c, boolean notFirst) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = c == '_' || c > 127;
      return letter || other || (notFirst && c >= '0' && c <= '9');
    }
  }
}
