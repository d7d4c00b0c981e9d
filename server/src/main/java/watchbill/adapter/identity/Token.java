package watchbill.adapter.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// A secret of 256 random bits, known in clear only to whoever holds it.
///
/// @param text 43 characters that are safe in an address
record Token(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static Token fresh() {
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(freshBytes()));
  }

  static byte[] freshBytes() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /// What the store keeps of it: SHA-256 in lower-case hex. Plain SHA-256 is enough for a secret
  /// that nobody chose; there is nothing to guess.
  String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "a token";
  }
}
