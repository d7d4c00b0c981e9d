package watchbill.server.config.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of a configuration: the one that is named, or all `*.yaml` and `*.yml` of a folder in
/// the order of their names.
public final class YamlFiles {
  private YamlFiles() {}

  /// The value of each file that could be read.
  public static List<Field> read(Path path, Reading reading) {
    List<Field> documents = new ArrayList<>();
    for (Path file : filesOf(path, reading)) {
      bytesOf(file, reading)
          .flatMap(bytes -> parse(file.toString(), bytes, reading))
          .ifPresent(value -> documents.add(new Field("", value, reading)));
    }
    return List.copyOf(documents);
  }

  /// The value of one file's bytes.
  public static Optional<Value> parse(String file, byte[] bytes, Reading reading) {
    return YamlText.decode(file, bytes, reading)
        .flatMap(text -> YamlTree.parse(file, text, reading));
  }

  private static List<Path> filesOf(Path path, Reading reading) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      String problem = Files.exists(path) ? "is neither a file nor a folder" : "does not exist";
      refuse(path, Mistake.Kind.FILE, problem + "; use a YAML file, or a folder of them", reading);
      return List.of();
    }
    try (Stream<Path> inFolder = Files.list(path)) {
      List<Path> files = inFolder.filter(YamlFiles::isYaml).sorted().toList();
      if (files.isEmpty()) {
        refuse(path, Mistake.Kind.FILE, "holds no file *.yaml or *.yml", reading);
      }
      if (files.size() > Limits.FILES) {
        String problem = files.size() + " files are too many; use at most " + Limits.FILES;
        refuse(path, Mistake.Kind.LIMIT, problem, reading);
        return List.of();
      }
      return files;
    } catch (IOException e) {
      refuse(path, Mistake.Kind.FILE, "can't be listed: " + reason(e), reading);
      return List.of();
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    boolean hidden = name.startsWith(".");
    return !hidden
        && (name.endsWith(".yaml") || name.endsWith(".yml"))
        && Files.isRegularFile(file);
  }

  private static Optional<byte[]> bytesOf(Path file, Reading reading) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Limits.FILE_BYTES + 1);
      if (bytes.length > Limits.FILE_BYTES) {
        String problem = "is larger than 1 MiB; use several files in a folder";
        refuse(file, Mistake.Kind.LIMIT, problem, reading);
        return Optional.empty();
      }
      return Optional.of(bytes);
    } catch (IOException e) {
      refuse(file, Mistake.Kind.FILE, "can't be read: " + reason(e), reading);
      return Optional.empty();
    }
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException ? "this user may not" : "" + e.getMessage();
  }

  private static void refuse(Path path, Mistake.Kind kind, String problem, Reading reading) {
    reading.giveUpOn(new Mistake(kind, Place.wholeOf(path.toString()), "", problem, ""));
  }
}
