package watchbill.rota;

import java.util.Locale;

/// In which capacity somebody stands watch.
public enum Role {
  /// Is woken first.
  PRIMARY,
  /// Takes over when the primary does not answer, travels or is ill.
  LIEUTENANT;

  /// As written in the configuration: `primary`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
