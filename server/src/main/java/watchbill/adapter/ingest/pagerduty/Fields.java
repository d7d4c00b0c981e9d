package watchbill.adapter.ingest.pagerduty;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Words;
import watchbill.kernel.Refusal;

/// The fields of one message as they are read, one after the other, and all that is wrong with
/// them.
final class Fields {
  private static final int REFUSALS_MAX = 20;

  private final JsonParser json;
  private final Words words;
  private final List<Refusal> refusals = new ArrayList<>(0);

  Fields(JsonParser json, Words words) {
    this.json = json;
    this.words = words;
  }

  /// Reads one field, whose name the parser stands on.
  @FunctionalInterface
  interface ReadField {
    void read(int name);
  }

  JsonParser json() {
    return json;
  }

  Words words() {
    return words;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  /// Goes through the object the parser stands in. Fields nobody knows are passed over.
  ///
  /// @param prefix of the names, for a refusal: `payload.`
  void each(String prefix, PropertyNameMatcher names, ReadField read) {
    int seen = 0;
    int name = json.nextNameMatch(names);
    while (name != PropertyNameMatcher.MATCH_END_OBJECT) {
      if (name < 0) {
        json.nextToken();
        json.skipChildren();
      } else {
        if ((seen & (1 << name)) != 0) {
          // Which of the two counts is anybody's guess; nobody should be woken by a guess.
          String field = prefix + json.currentName();
          refuse("event.twice", field, "the same field twice", "each field once");
        }
        seen |= 1 << name;
        read.read(name);
      }
      name = json.nextNameMatch(names);
    }
  }

  /// The text that follows; null when it is null, or of another kind, which is refused.
  @Nullable String text(String field, String allowed) {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_STRING) {
      return words.clean(json.getString());
    }
    if (token != JsonToken.VALUE_NULL) {
      wrongKind(field, allowed);
    }
    return null;
  }

  /// The same, but numbers and truth values will do: it only describes.
  @Nullable String plain(String field) {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token.isScalarValue()) {
      return words.clean(json.getString());
    }
    wrongKind(field, "text");
    return null;
  }

  void wrongKind(String field, String allowed) {
    refuse("event.wrong-kind", field, Json.kindOf(json.currentToken()), allowed);
    json.skipChildren();
  }

  void missing(String field, String allowed) {
    boolean saidAlready = refusals.stream().anyMatch(r -> r.field().equals(field));
    if (!saidAlready) {
      refuse("event.missing", field, "", allowed);
    }
  }

  void refuse(String code, String field, String found, String allowed) {
    if (refusals.size() < REFUSALS_MAX) {
      refusals.add(new Refusal(code, field, found, allowed));
    }
  }
}
