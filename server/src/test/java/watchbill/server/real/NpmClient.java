package watchbill.server.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A client from npm, with a script of ours that drives it.
final class NpmClient {
  private static final int SECONDS_MAX = 60;

  private NpmClient() {}

  /// Runs `send.js` of this package, and gives back what it printed.
  ///
  /// @param certificate of whom it trusts beside those everybody trusts
  static String run(String name, Path certificate, String... arguments)
      throws IOException, InterruptedException {
    Path folder = Launched.root().resolve("server/target/npm").resolve(name);
    if (!Files.isDirectory(folder.resolve("node_modules"))) {
      throw new AssertionError(
          "no node_modules in " + folder + "; .ci/run installs them (npm ci, and Debian: nodejs)");
    }
    List<String> command = new ArrayList<>(List.of("node", "send.js"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("NODE_EXTRA_CA_CERTS", certificate.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(name + " failed:\n" + said);
    }
    return said;
  }
}
