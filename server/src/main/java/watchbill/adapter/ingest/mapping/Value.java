package watchbill.adapter.ingest.mapping;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where something of an alert is taken from.
public sealed interface Value {
  /// What stands there, whatever it is.
  record AtPath(JsonPath path) implements Value {}

  /// A text with holes; nothing when it has holes and all of them stay empty.
  record Template(List<Piece> pieces) implements Value {
    public Template {
      pieces = List.copyOf(pieces);
    }
  }

  /// The first that is there.
  record First(List<Value> values) implements Value {
    public First {
      values = List.copyOf(values);
    }
  }

  /// What an expression gives.
  record Computed(String text, Expression expression) implements Value {}

  /// A part of a template: words, or a hole where there is a path.
  record Piece(String words, @Nullable JsonPath hole) {}

  /// As text; empty when there is none, or an empty one. Objects and lists as JSON.
  default Optional<String> text(Scope scope) {
    return switch (this) {
      case AtPath(var path) -> path.find(scope).flatMap(Value::written);
      case Template(var pieces) -> filled(pieces, scope);
      case Computed(_, var expression) -> expression.text(scope);
      case First(var values) -> values.stream().flatMap(v -> v.text(scope).stream()).findFirst();
    };
  }

  /// As it stands there, for what may be a tree.
  default Optional<JsonNode> node(Scope scope) {
    return switch (this) {
      case AtPath(var path) -> path.find(scope);
      case Template _, Computed _ -> Optional.empty();
      case First(var values) -> values.stream().flatMap(v -> v.node(scope).stream()).findFirst();
    };
  }

  /// What stands in one node.
  static Optional<String> written(JsonNode node) {
    String text = node.isContainer() ? node.toString() : node.asString("");
    return Optional.of(text).filter(t -> !t.isBlank());
  }

  private static Optional<String> filled(List<Piece> pieces, Scope scope) {
    List<JsonPath> holes = pieces.stream().map(Piece::hole).filter(Objects::nonNull).toList();
    boolean nothing = holes.stream().allMatch(h -> new AtPath(h).text(scope).isEmpty());
    if (nothing && !holes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        pieces.stream()
            .map(p -> p.hole() == null ? p.words() : new AtPath(p.hole()).text(scope).orElse(""))
            .collect(Collectors.joining()));
  }
}
