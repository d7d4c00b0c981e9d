package watchbill.server;

import org.jspecify.annotations.Nullable;

/// Where the program begins.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("watchbill " + version());
  }

  /// The version in the jar's manifest, or `development` when run from class files.
  static String version() {
    @Nullable String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
