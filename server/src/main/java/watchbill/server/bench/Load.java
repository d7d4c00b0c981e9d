package watchbill.server.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// Sends requests to one server of this machine as fast as it answers them: a closed loop over a
/// number of connections, on one thread, since it shares the processors with what it measures.
final class Load {
  private static final long SLOWEST_MICROS = TimeUnit.SECONDS.toMicros(30);
  private static final int ANSWER_MAX = 8_192;
  private static final int LINGER_MILLIS = 100;
  private static final byte[] CONTENT_LENGTH =
      "Content-Length: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HEAD_ENDS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final int port;
  private final int connections;
  private final Requests requests;
  private final Histogram micros = new Histogram(SLOWEST_MICROS, 3);
  private long good;
  private long bad;

  /// Makes the requests. Each connection has a buffer of its own, which it asks for anew each time.
  interface Requests {
    ByteBuffer next(int connection);
  }

  /// What came of it.
  ///
  /// @param good answers with a status of 2xx; `bad` any other
  record Figures(long good, long bad, Duration took, Histogram micros) {
    double perSecond() {
      return good / (took.toNanos() / 1e9);
    }
  }

  Load(int port, int connections, Requests requests) {
    this.port = port;
    this.connections = connections;
    this.requests = requests;
  }

  /// Runs for so long, and then waits for what was sent to be answered.
  Figures run(Duration length) throws IOException {
    List<SocketChannel> channels = new ArrayList<>();
    long began = System.nanoTime();
    long end = began + length.toNanos();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        channels.add(connect(selector, i));
      }
      int open = connections;
      while (open > 0) {
        selector.select(LINGER_MILLIS);
        for (SelectionKey key : selector.selectedKeys()) {
          open -= ((Connection) key.attachment()).turn(key, System.nanoTime() < end) ? 0 : 1;
        }
        selector.selectedKeys().clear();
      }
    } finally {
      for (SocketChannel channel : channels) {
        channel.close();
      }
    }
    return new Figures(good, bad, Duration.ofNanos(System.nanoTime() - began), micros);
  }

  private SocketChannel connect(Selector selector, int number) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    SocketChannel channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    var connection = new Connection(number, channel);
    channel.register(selector, SelectionKey.OP_WRITE, connection);
    return channel;
  }

  /// One connection: a request, its answer, the next request.
  private final class Connection {
    private final int number;
    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocate(ANSWER_MAX);
    private ByteBuffer request;
    private long sentAt = System.nanoTime();

    Connection(int number, SocketChannel channel) {
      this.number = number;
      this.channel = channel;
      this.request = requests.next(number);
    }

    /// Goes on where it stood; false when it has nothing more to do.
    boolean turn(SelectionKey key, boolean goOn) throws IOException {
      if (key.isReadable()) {
        if (channel.read(answer) < 0) {
          throw new EOFException("the server closed a connection");
        }
        if (!isWhole()) {
          return true;
        }
        count();
        if (!goOn) {
          key.cancel();
          return false;
        }
        request = requests.next(number);
        sentAt = System.nanoTime();
      }
      channel.write(request);
      key.interestOps(request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
      return true;
    }

    private void count() {
      boolean isGood = answer.get("HTTP/1.1 ".length()) == '2';
      good += isGood ? 1 : 0;
      bad += isGood ? 0 : 1;
      long took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sentAt);
      micros.recordValue(Math.min(took, SLOWEST_MICROS));
      answer.clear();
    }

    /// Whether the head and as much body as it announces have come. Looks at the bytes as they are:
    /// what the load costs, the node can't use.
    private boolean isWhole() {
      byte[] bytes = answer.array();
      int end = answer.position();
      int length = find(bytes, CONTENT_LENGTH, 0, end);
      int head = find(bytes, HEAD_ENDS, Math.max(0, length), end);
      if (head < 0) {
        return false;
      }
      int body = 0;
      for (int i = length + CONTENT_LENGTH.length; length >= 0 && bytes[i] != '\r'; i++) {
        body = body * 10 + bytes[i] - '0';
      }
      return end >= head + HEAD_ENDS.length + body;
    }

    private static int find(byte[] in, byte[] what, int from, int to) {
      for (int i = from; i <= to - what.length; i++) {
        if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
          return i;
        }
      }
      return -1;
    }
  }
}
