package watchbill.server.config.source;

import java.util.Locale;

/// Something in the configuration that is not accepted, with all a person needs to mend it.
///
/// @param path the keys that lead to it: `people.ana.notify.now[1]`; empty when a whole file is
///   meant
/// @param problem what was seen and what is allowed; never a secret
/// @param hint what to do; empty when the problem already says it
public record Mistake(Kind kind, Place place, String path, String problem, String hint) {
  /// What sort of mistake, for programs.
  public enum Kind {
    FILE,
    SYNTAX,
    LIMIT,
    DUPLICATE,
    UNKNOWN_KEY,
    MISSING,
    FORM,
    VALUE,
    VARIABLE,
    REFERENCE,
    UNREACHABLE,
    NOT_YET;

    /// Stable: `config.unknown-key`.
    public String code() {
      return "config." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// One line, and a second when there is a hint: `a.yaml:12:7 people.ana.phone: '+34 600' is not
  /// accepted; use E.164, like +34600000001`.
  public String inWords() {
    String where = path.isEmpty() ? place + "  " : place + "  " + path + ": ";
    return where + problem + (hint.isEmpty() ? "" : "\n    " + hint);
  }
}
