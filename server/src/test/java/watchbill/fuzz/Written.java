package watchbill.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// A message as one run of bytes, so that its headers are fuzzed like its body. First comes a line
/// `> name: value` for each header, then the body.
final class Written {
  private final Map<String, String> head;
  private final byte[] body;

  private Written(Map<String, String> head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  Map<String, String> head() {
    return head;
  }

  /// What is left behind the headers.
  byte[] body() {
    return body;
  }

  static byte[] of(Map<String, String> head, byte[] body) {
    var out = new ByteArrayOutputStream();
    new TreeMap<>(head)
        .forEach((name, value) ->
            out.writeBytes(("> " + name + ": " + value + "\n").getBytes(StandardCharsets.UTF_8)));
    out.writeBytes(body);
    return out.toByteArray();
  }

  static Written read(byte[] input) {
    Map<String, String> head = new TreeMap<>();
    int at = 0;
    while (at + 1 < input.length && input[at] == '>' && input[at + 1] == ' ') {
      int end = at;
      while (end < input.length && input[end] != '\n') {
        end++;
      }
      String line = new String(input, at + 2, end - at - 2, StandardCharsets.UTF_8);
      int colon = line.indexOf(':');
      if (colon > 0) {
        head.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
      at = Math.min(end + 1, input.length);
    }
    return new Written(head, Arrays.copyOfRange(input, at, input.length));
  }
}
