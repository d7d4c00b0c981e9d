package watchbill.adapter.ingest.pagerduty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Words;
import watchbill.kernel.Refusal;

/// Reads one event from its bytes, once, and notes all that is wrong with it.
final class EventReader {
  static final int DEDUP_KEY_MAX = 255;

  private static final int ROUTING_KEY_MAX = 255;
  private static final int REFUSALS_MAX = 20;
  private static final int LINKS_MAX = 16;

  private static final PropertyNameMatcher NAMES =
      Json.names(
          "routing_key",
          "event_action",
          "dedup_key",
          "payload",
          "client",
          "client_url",
          "links",
          "images");

  private static final PropertyNameMatcher LINK_NAMES = Json.names("href", "text", "src", "alt");

  /// What came of reading: an event, or all that is wrong with it.
  sealed interface Read {
    record Sound(PagerDutyEvent event) implements Read {}

    record Wrong(List<Refusal> refusals) implements Read {}
  }

  private final JsonParser json;
  private final List<Refusal> refusals = new ArrayList<>(0);
  private final Words words;
  private final Details details;
  private final PayloadReader payload;
  private int seen;
  private boolean hasPayload;
  private @Nullable String routingKey;
  private @Nullable String action;
  private @Nullable String dedupKey;

  private EventReader(JsonParser json, Words words) {
    this.json = json;
    this.words = words;
    this.details = new Details(words);
    this.payload = new PayloadReader(this, json, words, details);
  }

  /// Reads the body, which is the text in UTF-8.
  static Read read(byte[] body, String text) {
    try (JsonParser json = Json.parser(body)) {
      return new EventReader(json, Words.of(text)).read();
    } catch (JacksonException e) {
      return new Read.Wrong(List.of(Json.malformed(e)));
    }
  }

  private Read read() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      String found = json.currentToken() == null ? "" : Json.kindOf(json.currentToken());
      return new Read.Wrong(List.of(new Refusal("event.not-object", "body", found, "an object")));
    }
    readFields();
    if (json.nextToken() != null) {
      refuse("event.more", "body", "more after the end of the event", "one event a request");
    }
    Optional<PagerDutyEvent.Action> what = action();
    checkKeys();
    boolean triggers = what.filter(a -> a == PagerDutyEvent.Action.TRIGGER).isPresent();
    if (triggers) {
      payload.check(hasPayload);
    }
    if (!refusals.isEmpty() || what.isEmpty() || routingKey == null) {
      return new Read.Wrong(refusals);
    }
    return new Read.Sound(
        new PagerDutyEvent(
            routingKey,
            what.get(),
            dedupKey == null ? "" : dedupKey,
            triggers ? Optional.of(payload.payload()) : Optional.empty()));
  }

  private void readFields() {
    int name = json.nextNameMatch(NAMES);
    while (name != PropertyNameMatcher.MATCH_END_OBJECT) {
      if (name < 0) {
        json.nextToken();
        json.skipChildren();
      } else {
        once(name, json.currentName());
        readField(name);
      }
      name = json.nextNameMatch(NAMES);
    }
  }

  private void readField(int name) {
    switch (name) {
      case 0 -> routingKey = text("routing_key", "text");
      case 1 -> action = text("event_action", "trigger, acknowledge or resolve");
      case 2 -> dedupKey = text("dedup_key", "text of at most " + DEDUP_KEY_MAX + " characters");
      case 3 -> readPayload();
      case 4, 5 -> {
        String field = json.currentName();
        String value = plain(field);
        if (value != null) {
          details.add(field, value);
        }
      }
      default -> readLinks(json.currentName());
    }
  }

  private void readPayload() {
    JsonToken token = json.nextToken();
    if (token == JsonToken.START_OBJECT) {
      hasPayload = true;
      payload.read();
    } else if (token != JsonToken.VALUE_NULL) {
      wrongKind("payload", "an object");
    }
  }

  /// Links and images alike: an address, and words for it.
  private void readLinks(String field) {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_ARRAY) {
      wrongKind(field, "a list of objects");
      return;
    }
    int index = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      String at = field + "[" + index + "]";
      if (json.currentToken() != JsonToken.START_OBJECT) {
        wrongKind(at, "an object");
      } else if (index < LINKS_MAX) {
        readLink(at, field.equals("links") ? "link" : "image", index);
      } else {
        json.skipChildren();
      }
      index++;
    }
  }

  private void readLink(String at, String kind, int index) {
    String href = null;
    String source = null;
    String caption = null;
    int name = json.nextNameMatch(LINK_NAMES);
    while (name != PropertyNameMatcher.MATCH_END_OBJECT) {
      if (name < 0) {
        json.nextToken();
        json.skipChildren();
      } else {
        String value = plain(at + "." + json.currentName());
        switch (name) {
          case 0 -> href = value;
          case 2 -> source = value;
          default -> caption = value;
        }
      }
      name = json.nextNameMatch(LINK_NAMES);
    }
    String target = kind.equals("image") && source != null ? source : href;
    if (target != null) {
      details.add(caption == null ? kind + " " + (index + 1) : kind + ": " + caption, target);
    }
  }

  private Optional<PagerDutyEvent.Action> action() {
    if (action == null) {
      missing("event_action", "trigger, acknowledge or resolve");
      return Optional.empty();
    }
    return switch (action) {
      case "trigger" -> Optional.of(PagerDutyEvent.Action.TRIGGER);
      case "acknowledge" -> Optional.of(PagerDutyEvent.Action.ACKNOWLEDGE);
      case "resolve" -> Optional.of(PagerDutyEvent.Action.RESOLVE);
      default -> {
        refuse("event.action", "event_action", action, "trigger, acknowledge or resolve");
        yield Optional.empty();
      }
    };
  }

  private void checkKeys() {
    if (routingKey == null || routingKey.isEmpty()) {
      missing("routing_key", "the key of an integration of kind pagerduty");
    } else if (routingKey.length() > ROUTING_KEY_MAX) {
      // Not shown: it may be most of a key.
      refuse("event.routing-key", "routing_key", "what was sent", "32 characters");
    }
    boolean none = dedupKey == null || dedupKey.isEmpty();
    if (none && action != null && !action.equals("trigger")) {
      missing("dedup_key", "the key that the trigger had");
    } else if (dedupKey != null && Words.isLonger(dedupKey, DEDUP_KEY_MAX)) {
      refuse("event.too-long", "dedup_key", dedupKey, "at most " + DEDUP_KEY_MAX + " characters");
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

  /// Which of two fields of one name counts is anybody's guess; nobody should be woken by a guess.
  private void once(int name, String field) {
    int bit = 1 << name;
    if ((seen & bit) != 0) {
      refuse("event.twice", field, "the same field twice", "each field once");
    }
    seen |= bit;
  }
}
