package watchbill.law.tidy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What holds for the tree as a whole: a root with nothing to spare, a charter in every package,
/// links that lead somewhere.
final class TreeRules {
  private static final Set<String> ROOT =
      Set.of(
          ".ci",
          ".gitattributes",
          ".gitignore",
          ".mvn",
          "ARCHITECTURE.md",
          "CHANGELOG.md",
          "CONTRIBUTING.md",
          "GLOSSARY.md",
          "LICENSE",
          "README.md",
          "SECURITY.md",
          "STYLE.md",
          "check",
          "core",
          "docs",
          "mvnw",
          "pom.xml",
          "server",
          "testkit",
          "watchbill");

  /// Not part of the product: git's own, what the build makes, what editors leave.
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", ".idea", ".vscode", ".DS_Store");

  private static final Pattern SOURCE_ROOT =
      Pattern.compile("(?<module>\\w+)/src/(main|test)/java/(?<folder>.*)/(?<name>[^/]+)\\.java");
  private static final Pattern FENCED = Pattern.compile("(?s)```.*?```");
  private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)\\s]+)[^)]*\\)");

  private TreeRules() {}

  static List<Fault> faultsOfRoot(Set<String> entries) {
    List<Fault> faults = new ArrayList<>();
    for (String entry : new TreeSet<>(entries)) {
      if (!ROOT.contains(entry) && !NOT_OURS.contains(entry)) {
        faults.add(
            new Fault(
                entry,
                0,
                "the root keeps what a newcomer must see first, and this is not on its short list."
                    + " Put it into docs/, .mvn/ or a module"));
      }
    }
    for (String wanted : new TreeSet<>(ROOT)) {
      if (!entries.contains(wanted)) {
        faults.add(new Fault(wanted, 0, "is missing from the root"));
      }
    }
    return faults;
  }

  /// A package may have its charter with the code or with the tests, but must have it in the
  /// module.
  static List<Fault> faultsOfPackages(List<String> paths) {
    Set<String> packages = new TreeSet<>();
    Set<String> chartered = new TreeSet<>();
    for (String path : paths) {
      MatchResult match = SOURCE_ROOT.matcher(path).results().findFirst().orElse(null);
      if (match != null) {
        String name = match.group("module") + ": " + match.group("folder").replace('/', '.');
        packages.add(name);
        if (match.group("name").equals("package-info")) {
          chartered.add(name);
        }
      }
    }
    packages.removeAll(chartered);
    return packages.stream()
        .map(it -> new Fault(it, 0, "has no package-info.java that says what it is for"))
        .toList();
  }

  static List<Fault> faultsOfLinks(Path root, SourceFile markdown) {
    List<Fault> faults = new ArrayList<>();
    String text = FENCED.matcher(markdown.text()).replaceAll("");
    for (MatchResult link : LINK.matcher(text).results().toList()) {
      String target = link.group("target").replaceFirst("#.*", "");
      boolean leadsOut = target.contains("://") || target.startsWith("mailto:");
      Path folder = root.resolve(markdown.path()).resolveSibling("");
      if (!leadsOut && !target.isEmpty() && !Files.exists(folder.resolve(target))) {
        faults.add(markdown.fault(0, "the link to " + target + " leads nowhere"));
      }
    }
    return faults;
  }

  /// The files of the product, as paths from the root. What the build makes and what others wrote
  /// and we only carry (`vendor`) is not ours to tidy.
  static boolean isOurs(Path fromRoot) {
    for (Path part : fromRoot) {
      String name = part.toString();
      if (NOT_OURS.contains(name) || name.equals("vendor") || name.equals("node_modules")) {
        return false;
      }
    }
    return true;
  }
}
