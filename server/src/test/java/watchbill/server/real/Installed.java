package watchbill.server.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Clients of other systems, fetched once by the tools their users fetch them with.
final class Installed {
  private static final Path UNDER = Path.of("target", "real-clients").toAbsolutePath();
  private static final long WITHIN_MINUTES = 5;

  private Installed() {}

  /// The folder that `require` finds an npm package in.
  static Path npm(String name, String version) throws IOException, InterruptedException {
    Path folder = UNDER.resolve(name + "-" + version);
    Path modules = folder.resolve("node_modules");
    if (!Files.isDirectory(modules.resolve(name))) {
      Files.createDirectories(folder);
      run(
          folder,
          List.of(
              "npm",
              "install",
              "--prefix",
              folder.toString(),
              "--ignore-scripts",
              "--no-audit",
              "--no-fund",
              name + "@" + version));
    }
    return modules;
  }

  /// The folder with a Maven artifact and all it needs.
  static Path maven(String group, String artifact, String version)
      throws IOException, InterruptedException {
    Path folder = UNDER.resolve(group + "." + artifact + "-" + version);
    Path lib = folder.resolve("lib");
    if (!Files.exists(lib.resolve(artifact + "-" + version + ".jar"))) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("pom.xml"), pom(group, artifact, version));
      run(
          folder,
          List.of(
              mvnw().toString(),
              "-q",
              "-B",
              "-f",
              folder.resolve("pom.xml").toString(),
              "dependency:copy-dependencies",
              "-DoutputDirectory=" + lib));
    }
    return lib;
  }

  /// What a program says until it ends well.
  static String run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile(folder, "said", ".log");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
    } catch (IOException e) {
      throw new AssertionError("no " + command.getFirst() + "; .ci/run installs it", e);
    }
    if (!process.waitFor(WITHIN_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(command + " took more than " + WITHIN_MINUTES + " minutes");
    }
    String text = Files.readString(said, StandardCharsets.UTF_8);
    if (process.exitValue() != 0) {
      throw new AssertionError(command + " failed:\n" + text);
    }
    return text;
  }

  private static Path mvnw() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("mvnw"))) {
      at = at.getParent();
    }
    return at.resolve("mvnw");
  }

  private static String pom(String group, String artifact, String version) {
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>watchbill.real</groupId>
      <artifactId>client</artifactId>
      <version>1</version>
      <dependencies>
        <dependency>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
        </dependency>
      </dependencies>
    </project>
    """
        .formatted(group, artifact, version);
  }
}
