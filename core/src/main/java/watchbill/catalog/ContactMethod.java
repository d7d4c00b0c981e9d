package watchbill.catalog;

import java.util.Locale;

/// A way to reach a person. Which provider carries it is the installation's choice.
public enum ContactMethod {
  PUSH,
  SMS,
  CALL,
  EMAIL,
  WEBHOOK;

  /// As written in the configuration, the store and on pages: `email`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ContactMethod ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
