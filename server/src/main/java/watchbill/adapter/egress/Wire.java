package watchbill.adapter.egress;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// An open connection to an address that was checked.
///
/// It is cut when its time is up, whatever it is doing then: a time-out for single reads would let
/// a peer that sends a byte a second hold us for ever, and none exists for writes.
public final class Wire implements Closeable {
  private static final int BUFFER_BYTES = 8192;

  private final String host;
  private final int port;
  private final Socket raw;
  private final SSLSocketFactory tls;
  private final ScheduledExecutorService timer;

  private InputStream input;
  private OutputStream output;
  private final AtomicBoolean resting = new AtomicBoolean();
  private volatile @Nullable Future<?> end;
  private volatile boolean outOfTime;

  Wire(Socket raw, String host, int port, SSLSocketFactory tls, ScheduledExecutorService timer)
      throws IOException {
    this.raw = raw;
    this.host = host;
    this.port = port;
    this.tls = tls;
    this.timer = timer;
    this.input = new BufferedInputStream(new PromptInput(raw.getInputStream(), raw), BUFFER_BYTES);
    this.output = new BufferedOutputStream(raw.getOutputStream(), BUFFER_BYTES);
  }

  public InputStream input() {
    return input;
  }

  /// Buffered: nothing leaves before it is flushed or the buffer is full.
  public OutputStream output() {
    return output;
  }

  /// From now on under TLS, with a peer that proves to be the host that was asked for. Unless it
  /// does, the connection is dropped.
  public Opening secure() {
    try {
      handshake();
      return new Opening.Open(this);
    } catch (IOException e) {
      close();
      return isDistrust(e)
          ? new Opening.Forbidden("the certificate of " + host + " is not trusted: " + inWords(e))
          : new Opening.Unreachable("no TLS with " + host + ": " + inWords(e));
    }
  }

  /// Cuts the connection after this time, counted from now; a limit set before no longer counts.
  public void limit(Duration time) {
    endAfter(
        time,
        () -> {
          outOfTime = true;
          close();
        });
  }

  /// Keeps the connection for at most this time while nobody uses it, then takes leave in the words
  /// of its protocol.
  public void rest(Duration time, byte[] farewell) {
    resting.set(true);
    // On a thread of its own: a write may block, and the timer guards everybody else's connections.
    endAfter(time, () -> Thread.startVirtualThread(() -> leave(farewell)));
  }

  /// Takes the connection up again after a rest, with a new limit; false when it has taken leave.
  public boolean resume(Duration limit) {
    if (!resting.compareAndSet(true, false)) {
      return false;
    }
    limit(limit);
    return true;
  }

  /// Whether the other side is this machine.
  public boolean isLocal() {
    return raw.getInetAddress().isLoopbackAddress();
  }

  /// Whether it was cut because its time was up.
  public boolean isOutOfTime() {
    return outOfTime;
  }

  /// What went wrong, for people.
  public String inWords(IOException problem) {
    if (outOfTime) {
      return "no answer in time";
    }
    String message = problem.getMessage();
    return message == null ? problem.getClass().getSimpleName() : message;
  }

  /// Drops the connection without a word. The socket below TLS is closed, since that never blocks.
  @Override
  public void close() {
    Future<?> pending = end;
    if (pending != null) {
      pending.cancel(false);
    }
    try {
      raw.close();
    } catch (IOException e) {
      // It was on its way out anyhow.
    }
  }

  private void handshake() throws IOException {
    // What came in clear before the handshake may be an intruder's, who would have it taken for
    // the peer's word (CVE-2011-0411).
    if (input.available() > 0) {
      throw new IOException("it spoke before the connection was secured");
    }
    var secured = (SSLSocket) tls.createSocket(raw, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    input = new BufferedInputStream(new PromptInput(secured.getInputStream(), raw), BUFFER_BYTES);
    output = new BufferedOutputStream(secured.getOutputStream(), BUFFER_BYTES);
  }

  private static boolean isDistrust(IOException problem) {
    Throwable cause = problem;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private void leave(byte[] farewell) {
    // Whoever is first has it: a farewell in the middle of somebody's message would end up in it.
    if (!resume(Duration.ofSeconds(1))) {
      return;
    }
    try {
      output.write(farewell);
      output.flush();
    } catch (IOException e) {
      // It left before us.
    } finally {
      close();
    }
  }

  private void endAfter(Duration time, Runnable deed) {
    Future<?> pending = end;
    if (pending != null) {
      pending.cancel(false);
    }
    end = timer.schedule(deed, time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
