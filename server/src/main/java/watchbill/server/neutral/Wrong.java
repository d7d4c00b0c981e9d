package watchbill.server.neutral;

import tools.jackson.databind.JsonNode;

/// A line that can't be answered; carries what to tell its sender. Thrown while reading, caught
/// where the line is answered.
final class Wrong extends RuntimeException {
  static final String JSON = "case.json";
  static final String MISSING = "case.missing";
  static final String VALUE = "case.value";
  static final String UNKNOWN = "case.unknown-field";
  static final String TOO_MANY = "case.too-many";
  static final String TOO_LONG = "case.too-long";

  private static final long serialVersionUID = 1L;
  private static final int SHOWN_MAX = 80;

  private final String code;
  private final transient Part part;
  private final String allowed;

  Wrong(String code, Part part, String allowed) {
    super(part.path() + ": use " + allowed, null, false, false);
    this.code = code;
    this.part = part;
    this.allowed = allowed;
  }

  /// As it is answered; the value is null where it is missing, and cut where it is long.
  Answer.Fault answer() {
    return new Answer.Fault(code, part.path(), shown(part.value()), allowed);
  }

  private static Object shown(JsonNode value) {
    String text = value.isString() ? value.stringValue() : value.toString();
    if (value.isMissingNode() || (text.length() <= SHOWN_MAX && !value.isContainer())) {
      return value;
    }
    return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
  }
}
