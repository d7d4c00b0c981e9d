package watchbill.adapter.store.sql;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import watchbill.alert.SilenceId;
import watchbill.silence.Matcher;
import watchbill.silence.Silence;

/// Silences as rows, there and back. Matchers are a JSON list of lists: name, sign, value.
final class SilenceRows {
  private SilenceRows() {}

  static Query bind(Query row, Silence silence) {
    return row.text(toJson(silence.matchers()))
        .instant(silence.startsAt())
        .instant(silence.endsAt())
        .text(silence.createdBy())
        .text(silence.comment())
        .instant(silence.updatedAt());
  }

  static Silence silence(Row row) {
    return new Silence(
        new SilenceId(row.text()),
        fromJson(row.text()),
        row.instant(),
        row.instant(),
        row.text(),
        row.text(),
        row.instant());
  }

  static String toJson(List<Matcher> matchers) {
    var text = new StringWriter();
    try (JsonGenerator json = StringMaps.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartArray();
      for (Matcher matcher : matchers) {
        json.writeStartArray();
        json.writeString(matcher.name());
        json.writeString(matcher.sign());
        json.writeString(matcher.value());
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    return text.toString();
  }

  static List<Matcher> fromJson(String text) {
    List<Matcher> matchers = new ArrayList<>();
    try (JsonParser json = StringMaps.JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        String name = next(json);
        String sign = next(json);
        matchers.add(new Matcher(name, next(json), sign.endsWith("~"), sign.startsWith("=")));
        json.nextToken();
      }
    }
    return matchers;
  }

  private static String next(JsonParser json) {
    json.nextToken();
    return json.getString();
  }
}
