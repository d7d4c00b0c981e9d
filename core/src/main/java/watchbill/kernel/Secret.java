package watchbill.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A password, a token, a signing key: a text that cannot print itself.
///
/// Records, logs and exceptions print their parts; this one prints as `***`. Who needs the text
/// itself says so in the code, with [#reveal()], and a reader can find each such place.
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  public static Secret of(String text) {
    return new Secret(text);
  }

  public String reveal() {
    return text;
  }

  /// Takes the same time whether the first character differs or the last.
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
  }

  /// The same for all: a hash of a secret is a hint at it, and hashes do get printed.
  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "***";
  }
}
