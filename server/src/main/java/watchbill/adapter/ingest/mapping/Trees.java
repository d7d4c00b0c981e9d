package watchbill.adapter.ingest.mapping;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import watchbill.adapter.ingest.Json;
import watchbill.kernel.Refusal;

/// Reads a body as a tree, within the limits of [Json]; a name twice in one object is refused.
public final class Trees {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.factory())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Trees() {}

  /// What came of it.
  public sealed interface Tree {
    record Sound(JsonNode node) implements Tree {}

    record Wrong(Refusal refusal) implements Tree {}
  }

  /// The body as an object or a list.
  public static Tree read(byte[] body) {
    Optional<String> text = Json.text(body);
    if (text.isEmpty()) {
      return new Tree.Wrong(Json.notUtf8());
    }
    try {
      JsonNode node = MAPPER.readTree(body);
      return node.isContainer()
          ? new Tree.Sound(node)
          : new Tree.Wrong(notContainer(node.isMissingNode() ? "" : node.toString()));
    } catch (JacksonException e) {
      return new Tree.Wrong(Json.malformed(e));
    }
  }

  /// The elements of a list; the node itself when it is none.
  public static List<JsonNode> each(JsonNode node) {
    return node.isArray() ? List.copyOf(node.values()) : List.of(node);
  }

  /// An object to be filled.
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  private static Refusal notContainer(String seen) {
    return new Refusal("body.not-object", "body", seen, "a JSON object, or a list of them");
  }
}
