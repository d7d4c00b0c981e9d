package watchbill.adapter.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import watchbill.access.Pass;
import watchbill.access.Passes;
import watchbill.engine.Transactions;

/// The installation's key: signs passes and forms. Does not print itself.
public final class SigningKey {
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  private SigningKey(byte[] key) {
    this.key = key;
  }

  /// The key the store keeps; made when there is none yet.
  public static SigningKey of(Transactions transactions) {
    return new SigningKey(transactions.write(s -> s.access().signingKey(Token::freshBytes)));
  }

  public String sign(Pass pass) {
    return Passes.sign(pass, key);
  }

  public Passes.Verdict verify(String token, Instant now) {
    return Passes.verify(token, key, now);
  }

  /// A signature over words of our own.
  ///
  /// @param purpose keeps signatures for one use from serving another
  String stamp(String purpose, String words) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] stamp = mac.doFinal((purpose + "\0" + words).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(stamp);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "the signing key";
  }
}
