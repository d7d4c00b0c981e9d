package watchbill.adapter.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import watchbill.kernel.Refusal;

/// What a caller sent, field by field. Each field is read once, and a wrong one says so by name.
record Asked(JsonNode body) {
  /// The largest body a call takes, in bytes.
  static final int BODY_MAX = 16 * 1024;

  private static final ObjectReader JSON = JsonMapper.builder().build().reader();

  /// The caller is at fault; carries what to tell them. Thrown while reading, caught at the route.
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    Wrong(Refusal refusal) {
      super(refusal.inWords(), null, false, false);
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  static Asked parse(String text) {
    try {
      JsonNode body = JSON.readTree(text);
      if (body.isObject()) {
        return new Asked(body);
      }
    } catch (JacksonException e) {
      throw new Wrong(new Refusal("body.json", "body", text, "a JSON object"));
    }
    throw new Wrong(new Refusal("body.json", "body", text, "a JSON object"));
  }

  /// A text of 1 to `max` characters.
  String text(String field, int max) {
    JsonNode value = body.path(field);
    String text = value.isString() ? value.asString().strip() : "";
    if (text.isEmpty() || text.length() > max) {
      String seen = value.isMissingNode() ? "" : value.toString();
      throw wrong(field, seen, "a text of 1 to " + max + " characters");
    }
    return text;
  }

  Instant instant(String field) {
    return instant(field, text(field, 64));
  }

  static Instant instant(String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw wrong(field, text, "an instant such as 2025-01-06T03:00:00Z");
    }
  }

  static Wrong wrong(String field, String seen, String allowed) {
    return new Wrong(new Refusal(field + ".wrong", field, seen, allowed));
  }
}
