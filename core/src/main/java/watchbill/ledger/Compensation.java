package watchbill.ledger;

import java.util.Locale;

/// How somebody wishes to be made good for being woken.
public enum Compensation {
  MONEY,
  TIME;

  /// As written in the configuration, the store and the API: `money`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Compensation ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
