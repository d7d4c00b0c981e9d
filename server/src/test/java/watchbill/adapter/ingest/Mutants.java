package watchbill.adapter.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Messages of real clients with a few bytes changed, cut out, doubled or put in from elsewhere.
public final class Mutants {
  private static final List<String> PIECES =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\\",
          "null",
          "true",
          "-1",
          "1e999",
          "\\u0000",
          "\\ud83d",
          "\u2615",
          "{}",
          "[]",
          "\"\"",
          "[[[[[[[[",
          "{\"a\":",
          "9".repeat(120));

  private final Random random;

  public Mutants(long seed) {
    this.random = new Random(seed);
  }

  /// The body of a recorded request, by its path among the test's resources.
  public static byte[] golden(String path) {
    try (InputStream in = Mutants.class.getResourceAsStream("/watchbill/adapter/ingest/" + path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One to four mutations of it.
  public byte[] of(byte[] golden) {
    byte[] body = golden;
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      body = mutated(body);
    }
    return body;
  }

  private byte[] mutated(byte[] body) {
    int from = random.nextInt(body.length + 1);
    int until = Math.min(body.length, from + random.nextInt(12));
    return switch (random.nextInt(5)) {
      case 0 -> joined(body, from, new byte[0], until);
      case 1 -> joined(body, from, piece(), from);
      case 2 -> joined(body, from, piece(), until);
      case 3 -> joined(body, until, Arrays.copyOfRange(body, from, until), until);
      default -> {
        byte[] any = new byte[until - from];
        random.nextBytes(any);
        yield joined(body, from, any, until);
      }
    };
  }

  private byte[] piece() {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] body, int from, byte[] middle, int rest) {
    byte[] joined = Arrays.copyOf(body, from + middle.length + body.length - rest);
    System.arraycopy(middle, 0, joined, from, middle.length);
    System.arraycopy(body, rest, joined, from + middle.length, body.length - rest);
    return joined;
  }
}
