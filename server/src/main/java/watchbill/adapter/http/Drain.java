package watchbill.adapter.http;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Swallows some of a body that nobody wants.
///
/// A socket closed with unread bytes is reset, and the sender sees a broken connection in place of
/// the answer that says why.
final class Drain {
  private static final int MAX_BYTES = 2 * 1024 * 1024;
  private static final long MAX_NANOS = Duration.ofSeconds(2).toNanos();

  private Drain() {}

  static void some(ServerRequest request) {
    long startedAt = System.nanoTime();
    byte[] buffer = new byte[16 * 1024];
    try {
      if (!request.content().hasEntity() || request.content().consumed()) {
        return;
      }
      InputStream in = request.content().inputStream();
      int seen = 0;
      int read = 0;
      while (read >= 0 && seen < MAX_BYTES && System.nanoTime() - startedAt < MAX_NANOS) {
        read = in.read(buffer);
        seen += Math.max(read, 0);
      }
    } catch (IOException | RuntimeException _) {
      // It was a courtesy; a sender that has gone needs none.
    }
  }
}
