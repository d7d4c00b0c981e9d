package watchbill.adapter.ingest.pagerduty;

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

/// Reads one event of version 2, or one change, from its bytes, once, and notes all that is wrong
/// with it.
final class EventReader {
  private static final String ACTIONS = "trigger, acknowledge or resolve";

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

  /// What came of reading: an event, or all that is wrong with it.
  sealed interface Read {
    /// An event.
    ///
    /// @param body as it is to be kept
    record Sound(PagerDutyEvent event, String body) implements Read {}

    record Wrong(List<Refusal> refusals) implements Read {}
  }

  private final Fields fields;
  private final Keyring keys;
  private final Extras extras;
  private final PayloadReader payload;
  private final boolean isChange;
  private boolean hasPayload;
  private @Nullable String action;

  private EventReader(Fields fields, boolean isChange) {
    this.fields = fields;
    this.isChange = isChange;
    this.keys = new Keyring(fields, "routing_key", "dedup_key");
    this.extras = new Extras(fields);
    this.payload = new PayloadReader(fields, new Details(fields.words()), isChange);
  }

  /// Reads a body that came to this address.
  static Read read(Address address, byte[] body) {
    Optional<String> text = Json.text(body);
    if (text.isEmpty()) {
      return new Read.Wrong(List.of(Json.notUtf8()));
    }
    try (JsonParser json = Json.parser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        String found = json.currentToken() == null ? "" : Json.kindOf(json.currentToken());
        return wrong("event.not-object", found, "an object");
      }
      Read read = read(address, new Fields(json, Words.of(text.get())), body);
      return json.nextToken() == null
          ? read
          : wrong("event.more", "more after the end of the event", "one event a request");
    } catch (JacksonException e) {
      return new Read.Wrong(List.of(Json.malformed(e)));
    }
  }

  private static Read wrong(String code, String found, String allowed) {
    return new Read.Wrong(List.of(new Refusal(code, "body", found, allowed)));
  }

  private static Read read(Address address, Fields fields, byte[] body) {
    return switch (address) {
      case EVENTS -> new EventReader(fields, false).read(body);
      case CHANGES -> new EventReader(fields, true).read(body);
      case OLD_EVENTS -> new OldEventReader(fields).read(body);
    };
  }

  private Read read(byte[] body) {
    fields.each("", NAMES, this::readField);
    Optional<PagerDutyEvent.Action> what =
        isChange
            ? Optional.of(PagerDutyEvent.Action.CHANGE)
            : action(fields, "event_action", action);
    keys.check(action != null && !isChange && !action.equals("trigger"));
    boolean describes = isChange || what.filter(PagerDutyEvent.Action.TRIGGER::equals).isPresent();
    // Whoever misspells the action hears at once of what else is wrong.
    if (describes || (what.isEmpty() && hasPayload)) {
      payload.check(hasPayload);
    }
    if (!fields.refusals().isEmpty() || what.isEmpty()) {
      return new Read.Wrong(fields.refusals());
    }
    var event =
        new PagerDutyEvent(
            keys.secret(),
            what.get(),
            isChange ? "" : keys.alert(),
            describes ? Optional.of(payload.payload(extras)) : Optional.empty());
    return new Read.Sound(event, keys.masked(body));
  }

  private void readField(int name) {
    switch (name) {
      case 0 -> keys.readSecret();
      case 1 -> action = fields.text("event_action", ACTIONS);
      case 2 -> keys.readAlert();
      case 3 -> readPayload();
      case 4, 5 -> extras.readClient(fields.json().currentName());
      case 6 -> extras.readLinks("links", "link");
      default -> extras.readLinks("images", "image");
    }
  }

  private void readPayload() {
    JsonToken token = fields.json().nextToken();
    if (token == JsonToken.START_OBJECT) {
      hasPayload = true;
      payload.read();
    } else if (token != JsonToken.VALUE_NULL) {
      fields.wrongKind("payload", "an object");
    }
  }

  /// What the word means; noted when it means nothing.
  static Optional<PagerDutyEvent.Action> action(
      Fields fields, String field, @Nullable String word) {
    if (word == null) {
      fields.missing(field, ACTIONS);
      return Optional.empty();
    }
    return switch (word) {
      case "trigger" -> Optional.of(PagerDutyEvent.Action.TRIGGER);
      case "acknowledge" -> Optional.of(PagerDutyEvent.Action.ACKNOWLEDGE);
      case "resolve" -> Optional.of(PagerDutyEvent.Action.RESOLVE);
      default -> {
        fields.refuse("event.action", field, word, ACTIONS);
        yield Optional.empty();
      }
    };
  }
}
