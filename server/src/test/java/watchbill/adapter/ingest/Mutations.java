package watchbill.adapter.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Breaks messages in the ways wires and programs do, the same for the same seed.
final class Mutations {
  private static final List<String> PIECES =
      List.of(
          "null",
          "{}",
          "[]",
          "\"\"",
          "0",
          "-1",
          "1e999",
          "true",
          "\"\\u0000\"",
          "\"\\ud83d\"",
          "\"0001-01-01T00:00:00Z\"",
          "\"9999-99-99T99:99:99Z\"",
          "[".repeat(40),
          "{\"a\":".repeat(40),
          "\"" + "x".repeat(5000) + "\"",
          "{\"a\":{\"b\":[1,{\"c\":null}]}}",
          "%zz",
          "&&==",
          "\r\n");

  private final Random random;
  private final List<byte[]> originals;

  Mutations(long seed, List<byte[]> originals) {
    this.random = new Random(seed);
    this.originals = originals;
  }

  byte[] next() {
    byte[] body = any().clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      body = broken(body);
    }
    return body;
  }

  private byte[] broken(byte[] body) {
    int from = random.nextInt(body.length + 1);
    int length = Math.min(body.length - from, random.nextInt(60));
    return switch (random.nextInt(8)) {
      case 0 -> flipped(body);
      case 1 -> Arrays.copyOf(body, from);
      case 2 -> replaced(body, from, length, new byte[0]);
      case 3 -> replaced(body, from, 0, Arrays.copyOfRange(body, from, from + length));
      case 4 -> replaced(body, from, length, slice(any()));
      case 5, 6 -> otherValue(body);
      default -> replaced(body, from, length, piece());
    };
  }

  /// Puts another value behind one of the colons: still JSON, most of the time.
  private byte[] otherValue(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int colon = text.indexOf(':', random.nextInt(body.length + 1));
    if (colon < 0) {
      return flipped(body);
    }
    int end = colon + 1;
    while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return replaced(body, colon + 1, end - colon - 1, piece());
  }

  private byte[] flipped(byte[] body) {
    byte[] flipped = body.clone();
    if (flipped.length > 0) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private byte[] slice(byte[] of) {
    int from = random.nextInt(of.length + 1);
    return Arrays.copyOfRange(of, from, Math.min(of.length, from + random.nextInt(80)));
  }

  private byte[] piece() {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] any() {
    return originals.get(random.nextInt(originals.size()));
  }

  private static byte[] replaced(byte[] body, int from, int length, byte[] by) {
    byte[] result = new byte[body.length - length + by.length];
    System.arraycopy(body, 0, result, 0, from);
    System.arraycopy(by, 0, result, from, by.length);
    int rest = from + length;
    System.arraycopy(body, rest, result, from + by.length, body.length - rest);
    return result;
  }
}
