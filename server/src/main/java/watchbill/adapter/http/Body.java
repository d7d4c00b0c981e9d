package watchbill.adapter.http;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// A request's body, held to its limits while it is read: chunked bodies do not announce
/// themselves.
public final class Body extends InputStream {
  /// Up to here memory is taken as announced; beyond, only as it comes. To announce is cheap.
  private static final int SMALL = 16 * 1024;

  private static final byte[] EMPTY = {};

  private final InputStream in;
  private final int max;
  private final Connections connections;
  private long count;
  private boolean refused;

  Body(InputStream in, int max, Connections connections) {
    this.in = in;
    this.max = max;
    this.connections = connections;
    connections.bodyBegins();
  }

  /// The bytes as they came, at most as many as the route takes.
  public static byte[] bytes(ServerRequest request) {
    if (!request.content().hasEntity()) {
      return EMPTY;
    }
    boolean packed = Unpacked.isOne(request.headers());
    long announced = packed ? -1 : request.headers().contentLength().orElse(-1);
    // Not closed: the server itself ends the body, and a half-read one is drained by it.
    InputStream body = request.content().inputStream();
    try {
      if (announced < 0) {
        return body.readAllBytes();
      }
      byte[] bytes = announced(body, (int) announced);
      if (bytes.length < announced) {
        throw BodyRefused.becauseCutOff(bytes.length, announced);
      }
      // The end is read too: the server would make a buffer of its own to look for it.
      int more = body.read();
      assert more < 0 : "the server gives no more than was announced";
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] announced(InputStream body, int length) throws IOException {
    if (length > SMALL) {
      return body.readNBytes(length);
    }
    byte[] bytes = new byte[length];
    int seen = body.readNBytes(bytes, 0, length);
    return seen < length ? Arrays.copyOf(bytes, seen) : bytes;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? -1 : 1);
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = readOn(target, offset, length);
    count(read);
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private int readOn(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IllegalArgumentException _) {
      // What the server throws at a chunk whose length is no number.
      throw BodyRefused.becauseMalformed();
    }
  }

  /// Refuses once: what is read after that is only swallowed.
  private void count(int read) {
    if (read < 0) {
      connections.bodyEnds();
      return;
    }
    count += read;
    if (count > max && !refused) {
      refused = true;
      throw BodyRefused.becauseLarger(max);
    }
  }
}
