package watchbill.law.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import watchbill.law.House;

/// STYLE.md, applied to every file of the product. What each rule catches is shown beside it, in
/// [TextRulesTest], [JavaRulesTest] and [TreeRulesTest].
class TidyTest {
  private final Path root = House.root();
  private final List<Path> files = ourFiles(root);

  @Test
  void codeIsNeitherWideNorLongNorUnfinished() {
    none(sources().filter(TextRules::applyTo).flatMap(it -> TextRules.faults(it).stream()));
  }

  @Test
  void javaIsShortWellNamedAndTested() {
    none(sources().filter(SourceFile::isJava).flatMap(it -> JavaRules.faults(it).stream()));
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    List<String> paths = files.stream().map(it -> root.relativize(it).toString()).toList();
    assertThat(paths).contains("core/src/main/java/watchbill/kernel/package-info.java");
    none(TreeRules.faultsOfPackages(paths).stream());
  }

  @Test
  void theRootHoldsWhatANewcomerNeedsAndNothingElse() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      Set<String> names =
          entries.map(it -> it.getFileName().toString()).collect(Collectors.toSet());
      none(TreeRules.faultsOfRoot(names).stream());
    }
  }

  @Test
  void linksLeadSomewhere() {
    none(
        sources()
            .filter(it -> it.ending().equals("md"))
            .flatMap(it -> TreeRules.faultsOfLinks(root, it).stream()));
  }

  private Stream<SourceFile> sources() {
    return files.stream()
        .filter(it -> isText(it.getFileName().toString()))
        .map(it -> SourceFile.read(root, it));
  }

  private static boolean isText(String name) {
    SourceFile named = new SourceFile(name, "");
    return TextRules.applyTo(named) || named.ending().equals("md") || name.equals("run");
  }

  private static void none(Stream<Fault> faults) {
    List<String> found = faults.map(Fault::toString).toList();
    if (!found.isEmpty()) {
      fail(found.size() + " to mend:\n" + String.join("\n", found));
    }
  }

  private static List<Path> ourFiles(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(it -> TreeRules.isOurs(root.relativize(it)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't walk " + root, e);
    }
  }
}
