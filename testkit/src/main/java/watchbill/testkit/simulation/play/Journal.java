package watchbill.testkit.simulation.play;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Everything that happened, as a digest; in words as well, if somebody wants to read it.
public final class Journal {
  private static final int HASH_BYTES = 8;

  private final MessageDigest digest = sha256();
  private final List<String> lines = new ArrayList<>();
  private final boolean keepsWords;
  private long count;

  public Journal(boolean keepsWords) {
    this.keepsWords = keepsWords;
  }

  void note(Instant at, String words) {
    String line = at + "  " + words;
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    count++;
    if (keepsWords) {
      lines.add(line);
    }
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  public long count() {
    return count;
  }

  /// Ends it: equal hashes mean that the same happened, byte for byte.
  public String end() {
    return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
