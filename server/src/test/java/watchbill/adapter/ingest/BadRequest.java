package watchbill.adapter.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One request that nobody should send, and what it must be told.
///
/// @param name what is wrong with it
/// @param bytes as they go over the wire
/// @param status of the answer
/// @param words that the answer must hold
public record BadRequest(String name, String bytes, int status, List<String> words) {

  /// A request by method, address and body, with the headers that belong to it.
  static BadRequest of(String name, String start, String body, int status, String... words) {
    int length = wire(body).length;
    String head = start + " HTTP/1.1\r\nHost: watchbill\r\nContent-Type: application/json\r\n";
    return raw(name, head + "Content-Length: " + length + "\r\n\r\n" + body, status, words);
  }

  /// Bytes as they are.
  static BadRequest raw(String name, String bytes, int status, String... words) {
    return new BadRequest(name, bytes, status, List.of(words));
  }

  /// The bytes to send: characters marked by [#oneByte] as they are, all others in UTF-8.
  byte[] wire() {
    return wire(bytes);
  }

  private static byte[] wire(String text) {
    var out = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(c -> {
          if (c >= RAW_BYTE && c < RAW_BYTE + 256) {
            out.write(c - RAW_BYTE);
          } else {
            out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
          }
        });
    return out.toByteArray();
  }

  /// A byte that is no UTF-8, within a text.
  static String oneByte(int value) {
    return Character.toString(RAW_BYTE + value);
  }

  private static final int RAW_BYTE = 0xF0000;

  @Override
  public String toString() {
    return name;
  }
}
