package watchbill.law.tidy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Words that name nothing. A type that needs one hides a concept that has no name yet.
final class Words {
  private static final Set<String> BANNED =
      Set.of(
          "Base",
          "Common",
          "Commons",
          "Dao",
          "Data",
          "Helper",
          "Helpers",
          "Impl",
          "Info",
          "Manager",
          "Managers",
          "Processor",
          "Processors",
          "Util",
          "Utilities",
          "Utility",
          "Utils");

  /// `HTTPDataSource` is HTTP, Data, Source; `Database` is one word.
  private static final Pattern SEAM =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

  private Words() {}

  static List<String> bannedIn(String typeName) {
    return SEAM.splitAsStream(typeName).filter(BANNED::contains).toList();
  }

  static boolean isBannedPackage(String segment) {
    return BANNED.stream().anyMatch(it -> it.equalsIgnoreCase(segment));
  }
}
