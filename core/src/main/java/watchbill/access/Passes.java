package watchbill.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs passes and checks them.
public final class Passes {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE_BYTES = 16;
  private static final int TOKEN_MAX = 400;
  private static final String SEPARATOR = "\n";

  private Passes() {}

  /// What a token turned out to be.
  public sealed interface Verdict {
    record Valid(Pass pass) implements Verdict {}

    /// It was good once.
    record Expired(Pass pass) implements Verdict {}

    /// Not made with our key, or not whole.
    record Forged() implements Verdict {}
  }

  /// The pass as text that is safe in an address, about 120 characters.
  public static String sign(Pass pass, byte[] key) {
    for (String word : List.of(pass.purpose(), pass.subject(), pass.holder())) {
      if (word.contains(SEPARATOR)) {
        throw new IllegalArgumentException("a pass names things in one line each");
      }
    }
    byte[] words =
        String.join(
                SEPARATOR,
                pass.purpose(),
                pass.subject(),
                pass.holder(),
                Long.toString(pass.expiresAt().getEpochSecond(), Character.MAX_RADIX))
            .getBytes(StandardCharsets.UTF_8);
    byte[] signed = Arrays.copyOf(signature(words, key), SIGNATURE_BYTES + words.length);
    System.arraycopy(words, 0, signed, SIGNATURE_BYTES, words.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }

  /// Checks the signature first, and only then reads what was signed.
  public static Verdict verify(String token, byte[] key, Instant now) {
    byte[] bytes = decode(token);
    if (bytes.length <= SIGNATURE_BYTES) {
      return new Verdict.Forged();
    }
    byte[] claimed = Arrays.copyOf(bytes, SIGNATURE_BYTES);
    byte[] words = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
    if (!MessageDigest.isEqual(claimed, signature(words, key))) {
      return new Verdict.Forged();
    }
    String[] parts = new String(words, StandardCharsets.UTF_8).split(SEPARATOR, -1);
    long expiresAt = Long.parseLong(parts[3], Character.MAX_RADIX);
    var pass = new Pass(parts[0], parts[1], parts[2], Instant.ofEpochSecond(expiresAt));
    return now.isBefore(pass.expiresAt()) ? new Verdict.Valid(pass) : new Verdict.Expired(pass);
  }

  private static byte[] decode(String token) {
    if (token.length() > TOKEN_MAX) {
      return new byte[0];
    }
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // Not base64: as good as no signature at all.
    }
  }

  private static byte[] signature(byte[] words, byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Arrays.copyOf(mac.doFinal(words), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
