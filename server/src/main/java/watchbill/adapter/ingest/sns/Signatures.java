package watchbill.adapter.ingest.sns;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/// Whether a message is signed with a key.
final class Signatures {
  static final String VERSIONS = "1 or 2";

  private Signatures() {}

  /// The algorithm of a version; empty when there is no such version.
  static Optional<String> algorithm(String version) {
    return switch (version) {
      case "1" -> Optional.of("SHA1withRSA");
      case "2" -> Optional.of("SHA256withRSA");
      default -> Optional.empty();
    };
  }

  static boolean isGood(SnsMessage message, String algorithm, PublicKey key) {
    try {
      byte[] bytes = Base64.getDecoder().decode(message.proof().signature());
      Signature signature = Signature.getInstance(algorithm);
      signature.initVerify(key);
      signature.update(message.signed().getBytes(StandardCharsets.UTF_8));
      return signature.verify(bytes);
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      // A signature of the wrong length or that is no Base64 is a wrong signature.
      return false;
    }
  }
}
