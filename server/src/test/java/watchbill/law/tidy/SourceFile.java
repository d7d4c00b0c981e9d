package watchbill.law.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file of the tree: its path from the root, with slashes, and its text.
record SourceFile(String path, String text) {

  static SourceFile read(Path root, Path file) {
    try {
      String path = root.relativize(file).toString().replace('\\', '/');
      return new SourceFile(path, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  List<String> lines() {
    return text.lines().toList();
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// `java` for `Alert.java`; nothing for `check`.
  String ending() {
    String name = name();
    return name.lastIndexOf('.') > 0 ? name.substring(name.lastIndexOf('.') + 1) : "";
  }

  boolean isJava() {
    return ending().equals("java");
  }

  Fault fault(int line, String what) {
    return new Fault(path, line, what);
  }
}
