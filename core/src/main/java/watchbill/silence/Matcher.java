package watchbill.silence;

/// One condition on one label, as Alertmanager writes it: `job=~"api-.*"`.
///
/// @param isRegex whether the value is a pattern, which must match the whole of a label
/// @param isEqual false turns it round: what matches is then what the value does not
public record Matcher(String name, String value, boolean isRegex, boolean isEqual) {
  /// The label has this value.
  public static Matcher is(String name, String value) {
    return new Matcher(name, value, false, true);
  }

  /// `=`, `!=`, `=~` or `!~`.
  public String sign() {
    if (isRegex) {
      return isEqual ? "=~" : "!~";
    }
    return isEqual ? "=" : "!=";
  }

  /// As people read and write it, the value in quotes.
  public String inWords() {
    String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return name + sign() + '"' + quoted + '"';
  }
}
