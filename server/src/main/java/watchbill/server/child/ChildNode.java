package watchbill.server.child;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import watchbill.kernel.Secret;

/// A Watchbill of its own process on a free port of this machine, as a user would run it.
public final class ChildNode implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);
  private static final long STOP_WITHIN_SECONDS = 15;
  private static final int KILOBYTES = 1_024;
  private static final String SQLITE_LIBRARY = "org.sqlite.lib.path";

  private final Process process;
  private final int port;
  private final Duration startedIn;

  private ChildNode(Process process, int port, Duration startedIn) {
    this.process = process;
    this.port = port;
    this.startedIn = startedIn;
  }

  /// How to start it.
  ///
  /// @param port where it listens on loopback
  /// @param jvmOptions for its JVM
  /// @param environment variables it has beside ours; a secret stands here and not in an argument,
  ///   which everybody on the machine can read
  public record Plan(
      Path configuration,
      Path data,
      int port,
      List<String> jvmOptions,
      Map<String, Secret> environment) {
    /// With our environment and no more.
    public Plan(Path configuration, Path data, int port, List<String> jvmOptions) {
      this(configuration, data, port, jvmOptions, Map.of());
    }
  }

  /// Starts a node and waits until it says that it is ready.
  public static ChildNode start(Plan plan) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(plan.jvmOptions());
    command.addAll(List.of("-jar", ownJar().toString(), "serve"));
    command.addAll(List.of("--config", plan.configuration().toString()));
    command.addAll(List.of("--data", plan.data().toString()));
    command.addAll(List.of("--listen", "127.0.0.1:" + plan.port()));
    Path log = plan.data().resolveSibling("node.log");
    long began = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    plan.environment().forEach((name, value) -> builder.environment().put(name, value.reveal()));
    Process process = builder.start();
    while (!isReady(plan.port())) {
      boolean late = System.nanoTime() - began > READY_WITHIN.toNanos();
      if (late || !process.isAlive()) {
        process.destroyForcibly();
        throw new IOException("the node did not start:\n" + Files.readString(log));
      }
      process.waitFor(1, TimeUnit.MILLISECONDS);
    }
    return new ChildNode(process, plan.port(), Duration.ofNanos(System.nanoTime() - began));
  }

  public int port() {
    return port;
  }

  /// From the start of the process to the first answer that it is ready.
  public Duration startedIn() {
    return startedIn;
  }

  /// Memory it holds now, in bytes, by the kernel's account; 0 where the kernel does not say.
  public long residentBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("VmRSS:"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) * KILOBYTES)
        .findFirst()
        .orElse(0);
  }

  /// Ends it as a power cut would: nothing is finished, nothing is tidied up.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /// As the launcher starts it: with the AOT cache, where there is one.
  public static List<String> usualOptions() {
    List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC"));
    String library = System.getProperty(SQLITE_LIBRARY);
    if (library != null) {
      options.add("-D" + SQLITE_LIBRARY + "=" + library);
    }
    Path cache = ownJar().resolveSibling("watchbill.aot");
    if (Files.exists(cache)) {
      options.add("-XX:AOTCache=" + cache);
    }
    return List.copyOf(options);
  }

  private static Path ownJar() {
    String first = System.getProperty("java.class.path").split(File.pathSeparator, -1)[0];
    return Path.of(first).toAbsolutePath();
  }

  /// A port nobody listens on at this moment.
  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isReady(int port) {
    byte[] request =
        "GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(request);
      out.flush();
      byte[] head = in.readNBytes(12);
      return new String(head, StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
    } catch (IOException e) {
      return false; // Not there yet: that is what is being asked.
    }
  }
}
