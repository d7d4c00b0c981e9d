package watchbill.adapter.ingest.sentry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import watchbill.kernel.Secret;

/// Sentry's signature: HMAC-SHA256 of the body in lower-case hex.
final class Signature {
  private static final String HMAC = "HmacSHA256";

  private Signature() {}

  /// Takes the same time whether the first character is wrong or the last.
  static boolean isOf(byte[] body, String signature, Secret secret) {
    String right = HexFormat.of().formatHex(hmac(body, secret));
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] body, Secret secret) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), HMAC));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
