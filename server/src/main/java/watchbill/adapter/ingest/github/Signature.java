package watchbill.adapter.ingest.github;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import watchbill.kernel.Secret;

/// GitHub's signature over the bytes of a body: `sha256=` and the HMAC in hex.
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";

  private Signature() {}

  static String of(byte[] body, Secret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /// Takes the same time whichever character is wrong.
  static boolean isGood(String claimed, byte[] body, Secret secret) {
    byte[] expected = of(body, secret).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, claimed.getBytes(StandardCharsets.UTF_8));
  }
}
