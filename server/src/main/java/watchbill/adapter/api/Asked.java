package watchbill.adapter.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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

  /// A text of at most `max` characters; empty when it was not sent.
  String textOrNothing(String field, int max) {
    return body.path(field).isMissingNode() || isEmptyText(field) ? "" : text(field, max);
  }

  boolean has(String field) {
    return body.has(field);
  }

  /// `true` or `false`; `"yes"` and `"no"` are the same.
  boolean yes(String field) {
    JsonNode value = body.path(field);
    String word = value.isBoolean() || value.isString() ? value.asString() : "";
    return switch (word) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw wrong(field, value.isMissingNode() ? "" : value.toString(), "yes or no");
    };
  }

  /// A whole number.
  int number(String field, int min, int max) {
    JsonNode value = body.path(field);
    if (!value.isInt() || value.asInt() < min || value.asInt() > max) {
      String seen = value.isMissingNode() ? "" : value.toString();
      throw wrong(field, seen, "a whole number from " + min + " to " + max);
    }
    return value.asInt();
  }

  /// An object within the object.
  Asked part(String field) {
    JsonNode value = body.path(field);
    if (!value.isObject()) {
      throw wrong(field, value.isMissingNode() ? "" : value.toString(), "a JSON object");
    }
    return new Asked(value);
  }

  /// 1 to `max` objects.
  List<Asked> parts(String field, int max) {
    JsonNode value = body.path(field);
    List<Asked> parts = new ArrayList<>();
    value.forEach(part -> parts.add(new Asked(part)));
    boolean objects = parts.stream().allMatch(p -> p.body.isObject());
    if (!value.isArray() || parts.isEmpty() || parts.size() > max || !objects) {
      String seen = value.isMissingNode() ? "" : value.toString();
      throw wrong(field, seen, "a list of 1 to " + max + " JSON objects");
    }
    return parts;
  }

  /// 1 to `max` texts, each of 1 to `length` characters.
  List<String> texts(String field, int max, int length) {
    JsonNode value = body.path(field);
    List<String> texts = new ArrayList<>();
    value.forEach(text -> texts.add(text.isString() ? text.asString().strip() : ""));
    boolean fine = texts.stream().allMatch(t -> !t.isEmpty() && t.length() <= length);
    if (!value.isArray() || texts.isEmpty() || texts.size() > max || !fine) {
      String seen = value.isMissingNode() ? "" : value.toString();
      String allowed = "a list of 1 to " + max + " texts of at most " + length + " characters";
      throw wrong(field, seen, allowed);
    }
    return texts;
  }

  private boolean isEmptyText(String field) {
    return body.path(field).isString() && body.path(field).asString().isBlank();
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

  static LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong(field, text, "a day such as 2025-01-06");
    }
  }

  static Wrong wrong(String field, String seen, String allowed) {
    return new Wrong(new Refusal(field + ".wrong", field, seen, allowed));
  }
}
