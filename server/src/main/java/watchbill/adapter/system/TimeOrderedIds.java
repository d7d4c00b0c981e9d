package watchbill.adapter.system;

import java.security.SecureRandom;
import java.time.Instant;
import watchbill.kernel.IdSource;

/// Ids of 128 bits: 48 of milliseconds, then 80 of chance, in an alphabet that sorts as the bits do
/// and has no letter that is read as another.
///
/// Within a millisecond, and while the clock is behind the last id, the bits of chance are counted
/// up instead of thrown anew, so that a later id always sorts later.
public final class TimeOrderedIds implements IdSource {
  private static final byte[] ALPHABET = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J',
    'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z'
  };

  private static final int LENGTH = 26;
  private static final int BITS_EACH = 5;
  private static final int MASK = 31;

  /// 48 bits of time lie above 16 bits of chance in the high word.
  private static final int TIME_SHIFT = 16;

  private static final long CHANCE_ABOVE = 0xffff;

  private final SecureRandom random = new SecureRandom();
  private long millis = -1;
  private long high;
  private long low;

  @Override
  @SuppressWarnings("deprecation") // The one constructor that takes bytes for characters as such.
  public String next(Instant now) {
    long highNow;
    long lowNow;
    synchronized (this) {
      advance(now.toEpochMilli());
      highNow = high;
      lowNow = low;
    }
    var text = new byte[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET[(int) lowNow & MASK];
      lowNow = lowNow >>> BITS_EACH | highNow << (Long.SIZE - BITS_EACH);
      highNow >>>= BITS_EACH;
    }
    return new String(text, 0);
  }

  private void advance(long now) {
    if (now > millis) {
      millis = now;
      // One bit of chance is left at zero, so that counting up does not reach the time.
      high = now << TIME_SHIFT | (random.nextLong() & (CHANCE_ABOVE >>> 1));
      low = random.nextLong();
    } else if (++low == 0) {
      high++;
    }
  }
}
