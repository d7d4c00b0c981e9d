package watchbill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// What others wrote and we ship is what they published.
class VendoredTest {
  @Test
  void htmxIsTheFileItsNoteNames() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes("htmx.js"));
    assertThat(new String(bytes("htmx.txt"), StandardCharsets.UTF_8))
        .contains("htmx 4.0.1", "SHA-256 " + HexFormat.of().formatHex(hash), "Zero-Clause BSD");
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = VendoredTest.class.getResourceAsStream("/static/vendor/" + name)) {
      return in.readAllBytes();
    }
  }
}
