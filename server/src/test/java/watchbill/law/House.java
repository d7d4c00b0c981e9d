package watchbill.law;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the three modules lie on disk, and the classes compiled from them.
///
/// Read from the folders rather than the class path: the tests of core and testkit are on no class
/// path of the server, and the law speaks of them too.
public final class House {
  private static final List<String> MODULES = List.of("core", "testkit", "server");

  private House() {}

  /// The folder with `mvnw` in it. Maven says where; in an editor we climb until we find it.
  public static Path root() {
    String told = System.getProperty("watchbill.root");
    Path folder = Path.of(told == null ? "" : told).toAbsolutePath().normalize();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no folder above this one holds mvnw; run ./check");
      }
    }
    return folder;
  }

  static JavaClasses core() {
    return compiledFrom("core/target/classes");
  }

  public static JavaClasses server() {
    return compiledFrom("server/target/classes");
  }

  /// What ships or helps tests: everything but tests.
  static JavaClasses main() {
    return compiledFrom("core/target/classes", "testkit/target/classes", "server/target/classes");
  }

  static JavaClasses tests() {
    return compiledFrom(
        "core/target/test-classes", "testkit/target/test-classes", "server/target/test-classes");
  }

  static JavaClasses sins() {
    return All.CLASSES.that(Named.below("watchbill.law", "sin"));
  }

  private static JavaClasses compiledFrom(String... folders) {
    List<String> uris = Stream.of(folders).map(it -> root().resolve(it).toUri().getPath()).toList();
    return All.CLASSES.that(
        DescribedPredicate.describe(
            "compiled from " + List.of(folders),
            (JavaClass type) -> {
              String uri = type.getSource().orElseThrow().getUri().getPath();
              return uris.stream().anyMatch(uri::startsWith);
            }));
  }

  /// Read once for all rules: reading is most of what they cost.
  private static final class All {
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .importPaths(
                MODULES.stream()
                    .flatMap(it -> Stream.of(it + "/target/classes", it + "/target/test-classes"))
                    .map(root()::resolve)
                    .filter(Files::isDirectory)
                    .toList());
  }
}
