package watchbill.adapter.ingest.cloudevents;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.mapping.Trees;
import watchbill.adapter.ingest.mapping.Trees.Tree;
import watchbill.kernel.Refusal;

/// Reads events from a message in any of the three ways they are sent.
final class EventReader {
  static final String CONTENT_TYPE = "content-type";

  private static final int ATTRIBUTE_MAX = 1024;
  private static final int EVENTS_MAX = 1_000;
  private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
  private static final List<String> ATTRIBUTES =
      List.of("specversion", "id", "source", "type", "subject", "time", "dataschema", "severity");

  /// The headers of an event in binary mode.
  static final Set<String> HEADERS =
      Stream.concat(Stream.of(CONTENT_TYPE), ATTRIBUTES.stream().map(a -> "ce-" + a))
          .collect(Collectors.toUnmodifiableSet());

  private final List<Found> found = new ArrayList<>();
  private final List<Refusal> wrong = new ArrayList<>();

  private EventReader() {}

  /// An event and where it stands: ``, `[2].`.
  record Found(CloudEvent event, String where) {}

  /// What a message holds, and what is wrong with the rest of it.
  record Events(List<Found> found, List<Refusal> wrong) {}

  static Events read(Message message) {
    var reader = new EventReader();
    reader.readAll(message);
    return new Events(reader.found, reader.wrong);
  }

  private void readAll(Message message) {
    String type = message.header(CONTENT_TYPE).orElse("").toLowerCase(Locale.ROOT);
    boolean enveloped = type.startsWith("application/cloudevents");
    if (!enveloped && message.header("ce-specversion").isPresent()) {
      binary(message);
      return;
    }
    switch (Trees.read(message.body())) {
      case Tree.Wrong(var refusal) -> wrong.add(refusal);
      case Tree.Sound(var node) when node.isArray() -> batch(node);
      case Tree.Sound(var node) -> add(node, "");
    }
  }

  private void batch(JsonNode list) {
    int count = Math.min(list.size(), EVENTS_MAX);
    for (int i = 0; i < count; i++) {
      add(list.get(i), "[" + i + "].");
    }
    if (list.size() > count) {
      wrong.add(
          new Refusal("event.too-many", "body", list.size() + " events", "at most " + EVENTS_MAX));
    }
  }

  private void binary(Message message) {
    ObjectNode whole = Trees.object();
    for (String attribute : ATTRIBUTES) {
      message.header("ce-" + attribute).ifPresent(v -> whole.put(attribute, decoded(v)));
    }
    if (message.body().length > 0) {
      switch (Trees.read(message.body())) {
        case Tree.Wrong(var refusal) -> {
          wrong.add(refusal);
          return;
        }
        case Tree.Sound(var data) -> whole.set("data", data);
      }
    }
    add(whole, "");
  }

  private void add(JsonNode node, String where) {
    int before = wrong.size();
    if (!(node instanceof ObjectNode object)) {
      String field = where.isEmpty() ? "body" : where.substring(0, where.length() - 1);
      wrong.add(new Refusal("event.wrong-kind", field, node.toString(), "an event as an object"));
      return;
    }
    REQUIRED.forEach(name -> check(node, where, name));
    ObjectNode whole = object.deepCopy();
    unpack(whole, where);
    if (wrong.size() == before) {
      found.add(
          new Found(
              new CloudEvent(
                  node.path("id").asString(),
                  node.path("source").asString(),
                  node.path("type").asString(),
                  whole),
              where));
    }
  }

  private void check(JsonNode node, String where, String name) {
    JsonNode value = node.path(name);
    String text = value.isString() ? value.asString() : "";
    if (text.isBlank() || text.length() > ATTRIBUTE_MAX) {
      String seen = value.isMissingNode() || value.isNull() ? "" : value.toString();
      String allowed = "text of 1 to " + ATTRIBUTE_MAX + " characters";
      wrong.add(new Refusal("event.missing", where + name, seen, allowed));
    } else if (name.equals("specversion") && !text.matches("1\\.[0-9]{1,3}|0\\.3")) {
      wrong.add(new Refusal("event.version", where + name, text, "1.0"));
    }
  }

  /// What was packed to fit into JSON; in version 0.3 also JSON as a text.
  private void unpack(ObjectNode whole, String where) {
    JsonNode packed = whole.path("data_base64");
    JsonNode data = whole.path("data");
    boolean encoded = "base64".equals(whole.path("datacontentencoding").asString(""));
    if (packed.isString() || (encoded && data.isString())) {
      String field = packed.isString() ? "data_base64" : "data";
      try {
        byte[] bytes = Base64.getDecoder().decode(whole.path(field).asString());
        if (Trees.read(bytes) instanceof Tree.Sound(var unpacked)) {
          whole.set("data", unpacked);
        }
      } catch (IllegalArgumentException _) {
        wrong.add(new Refusal("event.base64", where + field, "", "Base64"));
      }
    }
  }

  private static String decoded(String header) {
    try {
      return header.indexOf('%') < 0
          ? header
          : URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return header;
    }
  }
}
