package watchbill.adapter.ingest.opsgenie;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import watchbill.adapter.ingest.Message;

/// A request as a real client sent it.
record Golden(String line, String body) {
  static Golden read(String name) {
    try (InputStream file =
        Golden.class.getResourceAsStream("/watchbill/adapter/ingest/opsgenie/" + name + ".txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      int end = text.indexOf("\n\n");
      return new Golden(text.substring(0, end), text.substring(end + 2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Golden create(String body) {
    return new Golden("POST /v2/alerts", body);
  }

  Message message() {
    return message(body.getBytes(StandardCharsets.UTF_8));
  }

  Message message(byte[] bytes) {
    return new Message(
        Map.of(RequestReader.REQUEST, line, RequestReader.GIVEN_ALIAS, "given"), bytes);
  }
}
