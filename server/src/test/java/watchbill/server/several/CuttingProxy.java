package watchbill.server.several;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Stands between a node and its database, and can cut the line as a network does: nobody is told,
/// and what is sent is never answered.
final class CuttingProxy implements AutoCloseable {
  private static final int BLOCK = 8_192;

  private final ServerSocket entry;
  private final int target;
  private final List<Socket> sockets = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition mended = lock.newCondition();
  private boolean cut;
  private boolean closed;

  /// @param target the port of loopback that it leads to
  CuttingProxy(int target) throws IOException {
    this.target = target;
    this.entry = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return entry.getLocalPort();
  }

  void cut() {
    lock.lock();
    try {
      cut = true;
    } finally {
      lock.unlock();
    }
  }

  void mend() {
    lock.lock();
    try {
      cut = false;
      mended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      mended.signalAll();
      entry.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    try {
      while (!closed) {
        lead(entry.accept());
      }
    } catch (IOException expected) {
      // It was closed.
    }
  }

  private void lead(Socket near) throws IOException {
    try {
      var far = new Socket(InetAddress.getLoopbackAddress(), target);
      lock.lock();
      try {
        sockets.add(near);
        sockets.add(far);
      } finally {
        lock.unlock();
      }
      Thread.ofVirtual().start(() -> pump(near, far));
      Thread.ofVirtual().start(() -> pump(far, near));
    } catch (IOException e) {
      near.close(); // Nobody is there, which is what whoever came is to learn.
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] block = new byte[BLOCK];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        waitWhileCut();
        out.write(block, 0, read);
        out.flush();
      }
      waitWhileCut();
    } catch (IOException expected) {
      // One of the two has gone, and so goes the other.
    }
  }

  private void waitWhileCut() {
    lock.lock();
    try {
      while (cut && !closed) {
        mended.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
