package watchbill.server.killed;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import watchbill.server.Main;

/// The program, packed so that it starts quickly: it is started once or twice for each point.
final class Program {
  private final List<String> java;

  private Program(List<String> java) {
    this.java = List.copyOf(java);
  }

  /// Puts the classes into jars, because a cache of them may know jars alone, and rehearses once.
  static Program packed(Path folder) throws IOException, InterruptedException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (!entry.isEmpty() && Files.isDirectory(path)) {
        jars.add(jar(path, folder.resolve("classes-" + jars.size() + ".jar")).toString());
      } else if (Files.exists(path) && entry.endsWith(".jar")) {
        jars.add(entry);
      }
    }
    String classes = String.join(File.pathSeparator, jars);
    Path cache = folder.resolve("classes.aot");
    var unrehearsed = new Program(java(classes, "-XX:AOTCacheOutput=" + cache));
    Process rehearsal =
        new ProcessBuilder(unrehearsed.command("rehearse"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("rehearsal.log").toFile())
            .start();
    rehearsal.waitFor();
    return new Program(
        Files.exists(cache)
            ? java(classes, "-XX:AOTCache=" + cache, "-Xlog:disable")
            : java(classes));
  }

  List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(java);
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private static List<String> java(String classes, String... more) {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    java.add("--enable-native-access=ALL-UNNAMED");
    java.add("--sun-misc-unsafe-memory-access=allow");
    java.addAll(Arrays.asList(more));
    java.addAll(List.of("-cp", classes, Main.class.getName()));
    return java;
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        var packed = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      packed.setLevel(0);
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        packed.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        Files.copy(path, packed);
        packed.closeEntry();
      }
    }
    return jar;
  }
}
