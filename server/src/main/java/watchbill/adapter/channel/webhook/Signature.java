package watchbill.adapter.channel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import watchbill.kernel.Secret;

/// Proves to a receiver that a request is ours, whole, and of this minute.
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /// `t=<unix seconds>,v1=<HMAC-SHA256 of "t.body" in hex>`.
  static String of(String body, Secret secret, Instant at) {
    String time = Long.toString(at.getEpochSecond());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes(secret.reveal()), ALGORITHM));
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(bytes(time + "." + body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
