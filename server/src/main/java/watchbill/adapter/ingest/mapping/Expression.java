package watchbill.adapter.ingest.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Something worked out of a message, which is given to it as plain maps, lists, texts, numbers and
/// truth values; null is not among them.
@FunctionalInterface
public interface Expression {
  /// Empty when nothing comes of it.
  Optional<Object> of(Object whole, Object item);

  /// As text, without what is no single value.
  default Optional<String> text(Scope scope) {
    Object whole = plain(scope.whole());
    Object item = scope.item().equals(scope.whole()) ? whole : plain(scope.item());
    return of(whole, item)
        .filter(o -> o instanceof String || o instanceof Number || o instanceof Boolean)
        .map(Object::toString)
        .filter(t -> !t.isBlank());
  }

  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().stream()
          .filter(m -> !m.getValue().isNull())
          .forEach(m -> map.put(m.getKey(), plain(m.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.values().stream().filter(v -> !v.isNull()).forEach(v -> list.add(plain(v)));
      return list;
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isNumber()) {
      return node.canConvertToLong() && node.isIntegralNumber()
          ? (Object) node.longValue()
          : (Object) node.doubleValue();
    }
    return node.asString("");
  }
}
