package watchbill.kernel;

/// Why something was refused, with all a person needs to mend it.
///
/// @param code stable and dotted, for programs: `event.summary.missing`
/// @param field the field at fault, as its sender wrote it: `payload.summary`
/// @param seen the value seen, cut to 80 characters; never a secret
/// @param allowed what would have been accepted
public record Refusal(String code, String field, String seen, String allowed) {
  private static final int SEEN_MAX = 80;

  public Refusal {
    if (seen.length() > SEEN_MAX) {
      seen = seen.substring(0, SEEN_MAX) + "…";
    }
  }

  /// One sentence: the field, what was seen, what is allowed.
  public String inWords() {
    String shown = seen.isEmpty() ? "is missing" : "'" + seen + "' is not accepted";
    return field + ": " + shown + "; use " + allowed;
  }
}
