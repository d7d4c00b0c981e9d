package watchbill.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Links deeds to a chain and checks that nobody bent it.
public final class Audits {
  /// What the first entry names as its predecessor.
  public static final String ORIGIN = "0".repeat(64);

  private static final long NANOS_PER_MICRO = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private Audits() {}

  /// Where a chain stands: the number and hash of its last entry.
  public record Head(long sequence, String hash) {
    public static final Head START = new Head(0, ORIGIN);
  }

  /// The deeds as the next entries after `head`, in order.
  public static List<AuditEntry> chain(Head head, List<Deed> deeds) {
    List<AuditEntry> entries = new ArrayList<>(deeds.size());
    String previous = head.hash();
    long sequence = head.sequence();
    for (Deed deed : deeds) {
      sequence++;
      String hash = hash(sequence, deed, previous);
      entries.add(new AuditEntry(sequence, deed, previous, hash));
      previous = hash;
    }
    return entries;
  }

  /// The first entry that does not follow from those before it, when there is one.
  public static Optional<AuditEntry> firstBroken(Head before, Iterable<AuditEntry> entries) {
    Head head = before;
    for (AuditEntry entry : entries) {
      boolean follows =
          entry.sequence() == head.sequence() + 1
              && entry.previous().equals(head.hash())
              && entry.hash().equals(hash(entry.sequence(), entry.deed(), head.hash()));
      if (!follows) {
        return Optional.of(entry);
      }
      head = new Head(entry.sequence(), entry.hash());
    }
    return Optional.empty();
  }

  private static String hash(long sequence, Deed deed, String previous) {
    MessageDigest digest = sha256();
    digest.update(longBytes(sequence));
    digest.update(longBytes(micros(deed.at())));
    for (String field :
        List.of(previous, deed.actor(), deed.action(), deed.subject(), deed.said())) {
      add(digest, field);
    }
    add(digest, deed.because());
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Each field with its length before it, so that no two deeds spell the same bytes.
  private static void add(MessageDigest digest, String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update(longBytes(bytes.length));
    digest.update(bytes);
  }

  private static byte[] longBytes(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * MICROS_PER_SECOND + at.getNano() / NANOS_PER_MICRO;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
