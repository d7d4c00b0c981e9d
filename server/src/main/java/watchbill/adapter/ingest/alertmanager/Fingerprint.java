package watchbill.adapter.ingest.alertmanager;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The short name that Alertmanager and its clients give to a set of labels: FNV-1a of 64 bits over
/// names and values in order, each followed by a byte that no text has.
final class Fingerprint {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int SEPARATOR = 0xff;

  private Fingerprint() {}

  /// @param labels sorted by name
  static String of(Map<String, String> labels) {
    long hash = OFFSET;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      hash = add(hash, label.getKey());
      hash = add(hash, label.getValue());
    }
    return "%016x".formatted(hash);
  }

  private static long add(long before, String text) {
    long hash = before;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * PRIME;
    }
    return (hash ^ SEPARATOR) * PRIME;
  }
}
