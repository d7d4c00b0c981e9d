package watchbill.adapter.ingest.otlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Words;
import watchbill.kernel.Refusal;

/// Reads an `ExportLogsServiceRequest` in JSON, as OTLP writes it: names in camel case, numbers of
/// 64 bits as texts, ids in hex.
final class JsonLogs {
  private static final int NAME_MAX = 255;
  private static final int ID_MAX = 32;

  private final JsonParser json;
  private final LogBatch batch = new LogBatch();

  private JsonLogs(JsonParser json) {
    this.json = json;
  }

  /// What stands in a place where something else must.
  private static final class WrongForm extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    WrongForm(Refusal refusal) {
      super(refusal.inWords());
      this.refusal = refusal;
    }
  }

  /// One thing read from what the parser stands on.
  @FunctionalInterface
  private interface Item {
    void read(String path) throws WrongForm;
  }

  @FunctionalInterface
  private interface Member {
    /// Says whether it took what the parser stands on.
    boolean read(String name) throws WrongForm;
  }

  /// The records; empty when the body is no object at all.
  static Optional<LogBatch> read(byte[] body) {
    try (JsonParser json = Json.parser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      var logs = new JsonLogs(json);
      logs.request();
      return json.nextToken() == null ? Optional.of(logs.batch) : Optional.empty();
    }
  }

  private void request() {
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      if (name.equals("resourceLogs")) {
        tolerant("resourceLogs", this::resourceLogs);
      } else {
        json.skipChildren();
      }
    }
  }

  private void resourceLogs(String path) throws WrongForm {
    Map<String, String> resource = new HashMap<>();
    List<LogRecord> records = new ArrayList<>();
    members(
        path,
        name ->
            switch (name) {
              case "resource" -> {
                attempt(path + ".resource", p -> resource(p, resource), batch::warn);
                yield true;
              }
              case "scopeLogs" -> {
                tolerant(path + ".scopeLogs", p -> scopeLogs(p, records));
                yield true;
              }
              default -> false;
            });
    batch.add(resource, records);
  }

  private void resource(String path, Map<String, String> resource) throws WrongForm {
    members(path, name -> attributesIn(name, path, resource));
  }

  private void scopeLogs(String path, List<LogRecord> records) throws WrongForm {
    members(
        path,
        name -> {
          if (name.equals("logRecords")) {
            tolerant(path + ".logRecords", p -> record(p, records));
          }
          return name.equals("logRecords");
        });
  }

  private void record(String path, List<LogRecord> records) throws WrongForm {
    if (!batch.mayTakeOne()) {
      json.skipChildren();
      batch.tooMany();
      return;
    }
    batch.counted();
    Map<String, String> texts = new HashMap<>();
    Map<String, String> attributes = new HashMap<>();
    members(
        path,
        name ->
            switch (name) {
              case "timeUnixNano", "observedTimeUnixNano", "severityNumber" -> {
                texts.put(name, number(path + "." + name));
                yield true;
              }
              case "severityText", "eventName" -> {
                texts.put(name, scalar(path + "." + name, NAME_MAX));
                yield true;
              }
              case "traceId", "spanId" -> {
                texts.put(name, scalar(path + "." + name, ID_MAX));
                yield true;
              }
              case "body" -> {
                texts.put(name, value(path + ".body"));
                yield true;
              }
              default -> attributesIn(name, path, attributes);
            });
    records.add(record(texts, attributes));
  }

  private static LogRecord record(Map<String, String> texts, Map<String, String> attributes) {
    long nanos = Long.parseLong(texts.getOrDefault("timeUnixNano", "0"));
    long observed = Long.parseLong(texts.getOrDefault("observedTimeUnixNano", "0"));
    long level = Long.parseLong(texts.getOrDefault("severityNumber", "0"));
    return new LogRecord(
        nanos == 0 ? observed : nanos,
        level < 0 || level > 24 ? 0 : (int) level,
        texts.getOrDefault("severityText", ""),
        texts.getOrDefault("body", ""),
        texts.getOrDefault("eventName", ""),
        texts.getOrDefault("traceId", ""),
        texts.getOrDefault("spanId", ""),
        attributes);
  }

  private boolean attributesIn(String name, String path, Map<String, String> attributes)
      throws WrongForm {
    if (!name.equals("attributes")) {
      return false;
    }
    items(path + ".attributes", p -> attribute(p, attributes));
    return true;
  }

  private void attribute(String path, Map<String, String> attributes) throws WrongForm {
    Map<String, String> pair = new HashMap<>();
    members(
        path,
        name -> {
          switch (name) {
            case "key" -> pair.put("key", scalar(path + ".key", NAME_MAX));
            case "value" -> pair.put("value", value(path + ".value"));
            default -> {
              return false;
            }
          }
          return true;
        });
    String key = pair.getOrDefault("key", "");
    if (!key.isEmpty() && attributes.size() < LogBatch.ATTRIBUTES_MAX) {
      attributes.putIfAbsent(key, pair.getOrDefault("value", ""));
    }
  }

  private String value(String path) throws WrongForm {
    var shown = new ShownValue();
    value(path, shown);
    return shown.text();
  }

  private void value(String path, ShownValue shown) throws WrongForm {
    members(
        path,
        name ->
            switch (name) {
              case "stringValue", "intValue", "doubleValue", "boolValue", "bytesValue" -> {
                shown.add(scalar(path + "." + name, LogBatch.TEXT_MAX));
                yield true;
              }
              case "arrayValue" -> {
                shown.open("[");
                members(path, n -> values(n, path, p -> value(p, shown), shown));
                shown.close("]");
                yield true;
              }
              case "kvlistValue" -> {
                shown.open("{");
                members(path, n -> values(n, path, p -> pair(p, shown), shown));
                shown.close("}");
                yield true;
              }
              default -> false;
            });
  }

  private boolean values(String name, String path, Item item, ShownValue shown) throws WrongForm {
    if (!name.equals("values")) {
      return false;
    }
    items(
        path + ".values",
        p -> {
          shown.between();
          item.read(p);
        });
    return true;
  }

  private void pair(String path, ShownValue shown) throws WrongForm {
    members(
        path,
        name ->
            switch (name) {
              case "key" -> {
                shown.key(scalar(path + ".key", NAME_MAX), 1);
                yield true;
              }
              case "value" -> {
                value(path + ".value", shown);
                yield true;
              }
              default -> false;
            });
  }

  /// A whole number, be it written as one or as a text.
  private String number(String path) throws WrongForm {
    String text = scalar(path, 25);
    if (text.isEmpty()) {
      return "0";
    }
    boolean fits = text.length() < 19 || text.compareTo(LONG_MAX) <= 0;
    if (!text.matches("[0-9]{1,19}") || !fits) {
      throw new WrongForm(new Refusal("logs.number", path, text, "a whole number"));
    }
    return text;
  }

  private static final String LONG_MAX = Long.toString(Long.MAX_VALUE);

  private String scalar(String path, int max) throws WrongForm {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return "";
    }
    if (!token.isScalarValue()) {
      throw wrong(path, "a text or a number");
    }
    String text = json.getString();
    return text.length() > max ? Words.cut(text, max) : text;
  }

  private void members(String path, Member member) throws WrongForm {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw wrong(path, "an object");
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      if (!member.read(name)) {
        json.skipChildren();
      }
    }
  }

  private void items(String path, Item item) throws WrongForm {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw wrong(path, "a list");
    }
    int index = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      item.read(path + "[" + index++ + "]");
    }
  }

  /// Items of which a bad one loses no good one.
  private void tolerant(String path, Item item) {
    attempt(path, p -> items(p, inner -> attempt(inner, item, batch::reject)), batch::reject);
  }

  private void attempt(String path, Item item, Consumer<Refusal> otherwise) {
    int depth = json.streamReadContext().getNestingDepth();
    boolean nested = json.currentToken().isStructStart();
    try {
      item.read(path);
    } catch (WrongForm e) {
      otherwise.accept(e.refusal);
      leave(nested ? depth - 1 : depth);
    }
  }

  /// Reads on to the end of what was being read.
  private void leave(int depth) {
    while (json.streamReadContext().getNestingDepth() > depth) {
      json.nextToken();
    }
  }

  private WrongForm wrong(String path, String allowed) {
    return new WrongForm(
        new Refusal("logs.wrong-form", path, Json.kindOf(json.currentToken()), allowed));
  }
}
