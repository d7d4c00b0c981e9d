package watchbill.adapter.store.sql;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Maps from text to text, such as labels, as a JSON object.
final class StringMaps {
  private static final String EMPTY = "{}";

  /// Without limits on length: we read what we wrote, and what came in was limited at the door.
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private StringMaps() {}

  static String toJson(Map<String, String> map) {
    if (map.isEmpty()) {
      return EMPTY;
    }
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      map.forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    return text.toString();
  }

  /// One member of a map, as it stands in its JSON.
  static String member(String name, String value) {
    String object = toJson(Map.of(name, value));
    return object.substring(1, object.length() - 1);
  }

  /// The beginning of a member of this name, up to its text.
  static String name(String name) {
    String member = member(name, "");
    return member.substring(0, member.length() - 1);
  }

  static Map<String, String> fromJson(String text) {
    if (text.equals(EMPTY)) {
      return Map.of();
    }
    Map<String, String> map = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        map.put(name, json.getString());
      }
    }
    return map;
  }
}
