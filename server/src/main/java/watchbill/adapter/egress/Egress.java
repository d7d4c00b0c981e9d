package watchbill.adapter.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// Opens connections and sends requests, within the limits of this package's charter.
public final class Egress implements AutoCloseable {
  /// How long an exchange may take in all, from looking the host up to the last byte of the answer.
  /// Under the ten seconds a channel may take.
  public static final Duration EXCHANGE_MAX = Duration.ofSeconds(9);

  private static final Duration CONNECT_MAX = Duration.ofSeconds(3);
  private static final int LOOK_UPS_MAX = 16;

  private final Names names;
  private final SSLContext tls;
  private final ScheduledThreadPoolExecutor timer;
  private final ExecutorService lookUps;
  private final Duration exchangeMax;

  public Egress() {
    this(Names.ofTheMachine(), trustOfTheMachine(), EXCHANGE_MAX);
  }

  public Egress(Names names, SSLContext tls, Duration exchangeMax) {
    this.names = names;
    this.tls = tls;
    this.exchangeMax = exchangeMax;
    timer = new ScheduledThreadPoolExecutor(1, daemons("egress-time-is-up"));
    timer.setRemoveOnCancelPolicy(true);
    // A look-up cannot be interrupted, and one that hangs holds a platform thread; on virtual
    // threads a few of them would hold every carrier of the program.
    lookUps =
        new ThreadPoolExecutor(
            0,
            LOOK_UPS_MAX,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            daemons("egress-look-up"));
  }

  /// Sends one request and waits for its answer.
  public Answer send(Request request) {
    return send(request, HttpExchange.BODY_MAX);
  }

  /// As above, for an answer that may be longer.
  ///
  /// @param bodyMax where its body is cut, in bytes
  public Answer send(Request request, int bodyMax) {
    Optional<Target> target = Target.of(request.address());
    if (target.isEmpty()) {
      return new Answer.Forbidden(
          "only addresses like https://host/path are asked, without a password in them");
    }
    return switch (open(target.get(), request.reach(), exchangeMax)) {
      case Opening.Forbidden(var why) -> new Answer.Forbidden(why);
      case Opening.Unreachable(var why) -> new Answer.NotSent(why);
      case Opening.Open(var wire) -> {
        try (wire) {
          yield HttpExchange.run(wire, request, target.get().authority(), bodyMax);
        }
      }
    };
  }

  /// Connects, and secures the connection if the target asks for it. The time runs from here to the
  /// end of what is done with the connection, until its limit is set anew.
  public Opening open(Target target, Reach reach, Duration time) {
    long giveUpAt = System.nanoTime() + time.toNanos();
    List<InetAddress> addresses;
    try {
      addresses = lookUp(target.host(), giveUpAt);
    } catch (IOException e) {
      return new Opening.Unreachable(String.valueOf(e.getMessage()));
    }
    List<InetAddress> allowed = new ArrayList<>();
    String objection = "";
    for (InetAddress address : addresses) {
      Optional<String> no = reach.objectionTo(address, target.secured());
      if (no.isEmpty()) {
        allowed.add(address);
      } else {
        objection = "%s is at %s: %s".formatted(target.host(), address.getHostAddress(), no.get());
      }
    }
    return allowed.isEmpty()
        ? new Opening.Forbidden(objection)
        : connect(target, allowed, giveUpAt);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    lookUps.shutdownNow();
  }

  /// To the first address where somebody is. The socket goes to the address that was checked and
  /// not to the name, which could lead elsewhere by now.
  private Opening connect(Target target, List<InetAddress> addresses, long giveUpAt) {
    String why = "";
    for (InetAddress address : addresses) {
      long left = TimeUnit.NANOSECONDS.toMillis(giveUpAt - System.nanoTime());
      if (left <= 0) {
        break;
      }
      var socket = new Socket();
      try {
        socket.setTcpNoDelay(true);
        socket.connect(
            new InetSocketAddress(address, target.port()),
            Math.toIntExact(Math.min(left, CONNECT_MAX.toMillis())));
      } catch (IOException e) {
        drop(socket);
        why = "%s port %d: %s".formatted(address.getHostAddress(), target.port(), e.getMessage());
        continue;
      }
      return secure(target, socket, giveUpAt);
    }
    return new Opening.Unreachable(why.isEmpty() ? "no time was left to connect" : why);
  }

  private Opening secure(Target target, Socket socket, long giveUpAt) {
    try {
      var wire = new Wire(socket, target.host(), target.port(), tls.getSocketFactory(), timer);
      wire.limit(Duration.ofNanos(Math.max(1, giveUpAt - System.nanoTime())));
      return target.secured() ? wire.secure() : new Opening.Open(wire);
    } catch (IOException e) {
      drop(socket);
      return new Opening.Unreachable(String.valueOf(e.getMessage()));
    }
  }

  private List<InetAddress> lookUp(String host, long giveUpAt) throws IOException {
    Future<List<InetAddress>> answer;
    try {
      answer = lookUps.submit(() -> names.lookUp(host));
    } catch (RejectedExecutionException e) {
      throw new IOException("too many look-ups of names hang; " + host + " was not looked up", e);
    }
    try {
      return answer.get(giveUpAt - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("looking up " + host + " took too long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the program stops", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException) {
        throw new IOException("nobody knows the host " + host.toLowerCase(Locale.ROOT), e);
      }
      throw new IOException("looking up " + host + " failed: " + e.getCause(), e);
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It never was of use.
    }
  }

  private static SSLContext trustOfTheMachine() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  private static ThreadFactory daemons(String name) {
    return Thread.ofPlatform().daemon().name(name).factory();
  }
}
