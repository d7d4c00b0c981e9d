package watchbill.adapter.ingest.syslog;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.ingest.line.LineDoor;
import watchbill.catalog.Integration;
import watchbill.time.TimeSource;

/// Listens for the lines of one integration.
public final class SyslogListener {
  /// How many senders may be connected at once.
  static final int CONNECTIONS_MAX = 100;

  private static final Logger LOG = LoggerFactory.getLogger(SyslogListener.class);
  private static final Duration SILENT_FOR = Duration.ofHours(1);
  private static final int DATAGRAM_MAX = 64 * 1024;
  private static final int RECEIVE_BUFFER = 1024 * 1024;

  private final SyslogIn where;
  private final Gatherer gatherer;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private Optional<DatagramSocket> udp = Optional.empty();
  private Optional<ServerSocket> tcp = Optional.empty();

  public SyslogListener(
      SyslogIn where, Integration from, SyslogDialect dialect, LineDoor door, TimeSource time) {
    this.where = where;
    this.gatherer = new Gatherer(from, dialect, door, time);
  }

  /// Listens once this returns; fails where an address can't be had.
  public void start() throws IOException {
    if (where.udp().isPresent()) {
      udp = Optional.of(datagrams(resolved(where.udp().get())));
    }
    if (where.tcp().isPresent()) {
      tcp = Optional.of(connections(resolved(where.tcp().get())));
    }
    gatherer.start();
    udp.ifPresent(
        socket -> Thread.ofPlatform().daemon().name(name("udp")).start(() -> hear(socket)));
    tcp.ifPresent(socket -> Thread.ofVirtual().name(name("tcp")).start(() -> accept(socket)));
  }

  public int udpPort() {
    return udp.orElseThrow().getLocalPort();
  }

  public int tcpPort() {
    return tcp.orElseThrow().getLocalPort();
  }

  /// How many lines wait to be kept.
  int waiting() {
    return gatherer.waiting();
  }

  /// Hears nothing more; what was heard is kept.
  public void stop() throws InterruptedException {
    udp.ifPresent(DatagramSocket::close);
    tcp.ifPresent(SyslogListener::end);
    connections.forEach(SyslogListener::end);
    gatherer.stop();
  }

  private static InetSocketAddress resolved(InetSocketAddress at) {
    return new InetSocketAddress(at.getHostString(), at.getPort());
  }

  private static DatagramSocket datagrams(InetSocketAddress at) throws IOException {
    var socket = new DatagramSocket(at);
    // What comes in one breath waits here, not at the gatherer.
    socket.setReceiveBufferSize(RECEIVE_BUFFER);
    return socket;
  }

  private static ServerSocket connections(InetSocketAddress at) throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(at, CONNECTIONS_MAX);
    return socket;
  }

  private String name(String how) {
    return "syslog " + where.integration() + " " + how;
  }

  private void hear(DatagramSocket socket) {
    var packet = new DatagramPacket(new byte[DATAGRAM_MAX], DATAGRAM_MAX);
    while (!socket.isClosed()) {
      try {
        packet.setLength(DATAGRAM_MAX);
        socket.receive(packet);
        int length = Math.min(packet.getLength(), Frames.LINE_MAX);
        gatherer.offer(Arrays.copyOf(packet.getData(), length));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LOG.warn("{}: a datagram could not be received", where.integration(), e);
        }
      }
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        if (connections.size() >= CONNECTIONS_MAX) {
          gatherer.unreadable("there are " + CONNECTIONS_MAX + " already");
          end(connection);
          continue;
        }
        connections.add(connection);
        Thread.ofVirtual().name(name("sender")).start(() -> serve(connection));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LOG.warn("{}: a connection could not be accepted", where.integration(), e);
        }
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setSoTimeout((int) SILENT_FOR.toMillis());
      connection.setKeepAlive(true);
      var frames = new Frames(connection.getInputStream());
      Optional<Frames.Frame> frame = frames.next();
      while (frame.isPresent()) {
        switch (frame.get()) {
          case Frames.Frame.Whole whole -> gatherer.put(whole.bytes());
          case Frames.Frame.Unreadable(var why) -> {
            gatherer.unreadable(why);
            return;
          }
        }
        frame = frames.next();
      }
    } catch (IOException e) {
      LOG.debug("{}: a sender is gone", where.integration(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }

  private static void end(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      LOG.debug("a socket did not close", e);
    }
  }
}
