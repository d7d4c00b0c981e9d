package watchbill.server;

import org.jspecify.annotations.Nullable;

/// Which version this is.
public final class ProgramVersion {
  private ProgramVersion() {}

  /// The version in the jar's manifest, or `development` when run from class files.
  public static String number() {
    @Nullable String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
