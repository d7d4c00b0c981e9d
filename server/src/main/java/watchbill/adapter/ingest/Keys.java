package watchbill.adapter.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;

/// Finds the integration a secret key belongs to, by the key's hash: the key itself is not kept.
public final class Keys {
  private static final HexFormat LOWER_CASE = HexFormat.of();

  private Keys() {}

  /// The integration of this kind with this key. A key of another kind is as unknown as any other.
  public static Optional<Integration> find(Catalog catalog, IntegrationKind kind, String key) {
    return catalog.integrationByKeyHash(hash(key)).filter(i -> i.kind() == kind);
  }

  /// SHA-256 of the key in lower-case hex, as it is kept.
  public static String hash(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return LOWER_CASE.formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
