package watchbill.adapter.ingest.opsgenie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Words;
import watchbill.kernel.Refusal;

/// The fields of a request's body, and all that is wrong with them.
///
/// What is too long is cut, and the event keeps all of it: a page is worth more than a length. What
/// is of the wrong kind is refused.
final class Fields {
  private static final int REFUSALS_MAX = 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Json.DEPTH_MAX)
                          .maxNumberLength(100)
                          .maxNameLength(2_000)
                          .maxStringLength(1_000_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .build();

  private final JsonNode body;
  private final Words words;
  private final List<Refusal> wrong = new ArrayList<>();

  private Fields(JsonNode body, Words words) {
    this.body = body;
    this.words = words;
  }

  /// What came of parsing: an object, or why there is none.
  sealed interface Parsed {
    record Sound(Fields fields) implements Parsed {}

    record Wrong(Refusal refusal) implements Parsed {}
  }

  /// Nothing at all is an empty object: most requests need no body.
  static Parsed parse(byte[] body, String text) {
    try {
      JsonNode node = text.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(body);
      if (node.isObject()) {
        return new Parsed.Sound(new Fields(node, Words.of(text)));
      }
      String found = node.isArray() ? "a list" : "no object";
      return new Parsed.Wrong(new Refusal("body.not-object", "body", found, "a JSON object"));
    } catch (JacksonException e) {
      return new Parsed.Wrong(Json.malformed(e));
    }
  }

  List<Refusal> wrong() {
    return List.copyOf(wrong);
  }

  boolean has(String field) {
    JsonNode value = body.path(field);
    return !value.isMissingNode() && !value.isNull();
  }

  /// A text, cut to `max`; empty when there is none.
  String text(String field, int max) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isValueNode()) {
      refuse(field, value.toString(), "a text");
      return "";
    }
    return Words.cut(words.clean(value.asString()), max);
  }

  /// The same on one line.
  String line(String field, int max) {
    return Words.cut(words.oneLine(text(field, Integer.MAX_VALUE)), max);
  }

  /// Texts, each cut to `length`; the first `max` of them.
  List<String> texts(String field, int max, int length) {
    return items(field).stream()
        .filter(item -> {
          boolean ok = item.isValueNode();
          if (!ok) {
            refuse(field, item.toString(), "a list of texts");
          }
          return ok;
        })
        .map(item -> Words.cut(words.oneLine(item.asString()), length))
        .filter(item -> !item.isEmpty())
        .limit(max)
        .toList();
  }

  /// Names and texts, in the order they came.
  Map<String, String> pairs(String field) {
    JsonNode value = body.path(field);
    Map<String, String> pairs = new LinkedHashMap<>();
    if (value.isObject()) {
      value
          .properties()
          .forEach(pair -> {
            JsonNode text = pair.getValue();
            if (!text.isNull()) {
              pairs.put(
                  words.oneLine(pair.getKey()),
                  words.clean(text.isValueNode() ? text.asString() : text.toString()));
            }
          });
    } else if (has(field)) {
      refuse(field, value.toString(), "an object of names and texts");
    }
    return pairs;
  }

  /// The objects of a list; the first `max` of them.
  List<Fields> objects(String field, int max) {
    return items(field).stream()
        .filter(item -> {
          boolean ok = item.isObject();
          if (!ok) {
            refuse(field, item.toString(), "a list of objects");
          }
          return ok;
        })
        .limit(max)
        .map(item -> new Fields(item, words))
        .toList();
  }

  /// An object within the object; an empty one when there is none.
  Fields object(String field) {
    JsonNode value = body.path(field);
    if (has(field) && !value.isObject()) {
      refuse(field, value.toString(), "an object");
    }
    return new Fields(value.isObject() ? value : MAPPER.createObjectNode(), words);
  }

  /// The first of these fields that has a text.
  String first(int max, String... fields) {
    return Stream.of(fields)
        .map(field -> line(field, max))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  void refuse(String field, String seen, String allowed) {
    if (wrong.size() < REFUSALS_MAX) {
      wrong.add(new Refusal("request." + field, field, words.oneLine(seen), allowed));
    }
  }

  private List<JsonNode> items(String field) {
    JsonNode value = body.path(field);
    List<JsonNode> items = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(item -> {
        if (!item.isNull()) {
          items.add(item);
        }
      });
    } else if (has(field)) {
      refuse(field, value.toString(), "a list");
    }
    return items;
  }
}
