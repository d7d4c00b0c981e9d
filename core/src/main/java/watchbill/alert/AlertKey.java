package watchbill.alert;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import watchbill.catalog.IntegrationId;

/// What makes two reports the same alert: the integration and its deduplication key, as the first
/// 128 bits of their SHA-256.
///
/// A digest and not the text, because an index over long random texts is what makes an embedded
/// store slow; 128 bits of SHA-256 do not collide by accident or by intent.
public record AlertKey(long high, long low) implements Comparable<AlertKey> {
  private static final Comparator<AlertKey> UNSIGNED =
      ((Comparator<AlertKey>) (a, b) -> Long.compareUnsigned(a.high, b.high))
          .thenComparing((a, b) -> Long.compareUnsigned(a.low, b.low));

  public static AlertKey of(IntegrationId integration, String deduplicationKey) {
    MessageDigest digest = sha256();
    digest.update(integration.handle().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(deduplicationKey.getBytes(StandardCharsets.UTF_8));
    return ofBytes(digest.digest());
  }

  /// The key of a copy of the alert.
  ///
  /// @param of what tells it from the others
  public AlertKey copy(String of) {
    MessageDigest digest = sha256();
    digest.update(bytes());
    digest.update(of.getBytes(StandardCharsets.UTF_8));
    return ofBytes(digest.digest());
  }

  /// From the first 16 of these bytes.
  public static AlertKey ofBytes(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new AlertKey(buffer.getLong(), buffer.getLong());
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
  }

  @Override
  public int compareTo(AlertKey other) {
    return UNSIGNED.compare(this, other);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
