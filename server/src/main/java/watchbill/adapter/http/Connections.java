package watchbill.adapter.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Closes connections whose other end takes too long: to say anything, to send its headers or its
/// body, to take the answer.
///
/// Done here since the server sets no limit to any of these: whoever opened its ten thousand
/// connections and kept still would have shut everybody else out.
final class Connections implements ServerConnectionSelector, Http1ConnectionListener {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /// A connection has a thread of its own for as long as it lives.
  private static final ThreadLocal<Watched> MINE = new ThreadLocal<>();

  private final Patience patience;
  private final ServerConnectionSelector http1;
  private final Set<Watched> open = ConcurrentHashMap.newKeySet();

  private volatile boolean stopped;

  Connections(Patience patience, Http1Config.Builder config) {
    this.patience = patience;
    this.http1 =
        Http1ConnectionSelector.builder()
            .config(config.addReceiveListener(this).addSendListener(this).build())
            .build();
  }

  private static final class Watched {
    final ConnectionContext connection;
    final Thread thread = Thread.currentThread();
    volatile long deadline;
    volatile boolean waiting;

    Watched(ConnectionContext connection) {
      this.connection = connection;
    }

    void within(Duration time) {
      deadline = System.nanoTime() + time.toNanos();
      waiting = true;
    }

    boolean isOver() {
      return waiting && System.nanoTime() - deadline > 0;
    }
  }

  void start() {
    Thread.ofPlatform().daemon().name("slow-connections").start(this::look);
  }

  void stop() {
    stopped = true;
  }

  /// The body is wanted now.
  void bodyBegins() {
    MINE.get().within(patience.step());
  }

  /// It is here; what follows is our own work.
  void bodyEnds() {
    MINE.get().waiting = false;
  }

  /// The answer is taken; there may be another request.
  void idle() {
    MINE.get().within(patience.idle());
  }

  @Override
  public ServerConnection connection(ConnectionContext connection) {
    var watched = new Watched(connection);
    watched.within(patience.step());
    MINE.set(watched);
    open.add(watched);
    return http1.connection(connection);
  }

  @Override
  public void prologue(ConnectionContext connection, HttpPrologue prologue) {
    MINE.get().within(patience.step());
  }

  @Override
  public void headers(ConnectionContext connection, Headers headers) {
    MINE.get().waiting = false;
  }

  @Override
  public void status(ConnectionContext connection, Status status) {
    MINE.get().within(patience.step());
  }

  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  @Override
  public Support supports(BufferData data) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http1.supportedApplicationProtocols();
  }

  private void look() {
    long pause = Math.min(LOOK_EVERY.toNanos(), patience.step().toNanos() / 4);
    while (!stopped) {
      LockSupport.parkNanos(pause);
      open.removeIf(w -> !w.thread.isAlive());
      open.stream().filter(Watched::isOver).forEach(w -> w.connection.serverSocket().close());
    }
  }
}
