package watchbill.adapter.store.sql;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import watchbill.notification.Message;

/// The facts of a notice, as a JSON array: label, words, label, words. In their order, and a label
/// may come twice.
final class FactsJson {
  private FactsJson() {}

  static String write(List<Message.Fact> facts) {
    var text = new StringWriter();
    try (JsonGenerator json = StringMaps.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartArray();
      for (Message.Fact fact : facts) {
        json.writeString(fact.label());
        json.writeString(fact.words());
      }
      json.writeEndArray();
    }
    return text.toString();
  }

  static List<Message.Fact> read(String text) {
    List<Message.Fact> facts = new ArrayList<>();
    try (JsonParser json = StringMaps.JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        String label = json.getString();
        json.nextToken();
        facts.add(new Message.Fact(label, json.getString()));
      }
    }
    return facts;
  }
}
