package watchbill.adapter.ingest.json;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.mapping.Trees;
import watchbill.kernel.Refusal;

/// Reads a form of the web as an object of texts; of a name that comes twice the first counts.
final class Forms {
  private static final int FIELDS_MAX = 1_000;

  private Forms() {}

  static Optional<JsonNode> tree(Message message) {
    Optional<String> text = message.text();
    if (text.isEmpty() || text.get().isBlank()) {
      return Optional.empty();
    }
    ObjectNode object = Trees.object();
    String[] pairs = text.get().strip().split("&", FIELDS_MAX + 1);
    if (pairs.length > FIELDS_MAX) {
      return Optional.empty();
    }
    try {
      for (String pair : pairs) {
        String[] sides = pair.split("=", 2);
        String name = decoded(sides[0]);
        if (!object.has(name)) {
          object.put(name, sides.length == 2 ? decoded(sides[1]) : "");
        }
      }
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    return Optional.of(object);
  }

  static Refusal unreadable() {
    return new Refusal(
        "body.not-form", "body", "", "a form of at most " + FIELDS_MAX + " fields, like summary=…");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
