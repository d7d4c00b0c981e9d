package watchbill.server.config.source;

/// How much configuration there may be. Far above what anybody writes by hand, far below what
/// hurts.
final class Limits {
  static final int FILES = 200;
  static final int FILE_BYTES = 1024 * 1024;
  static final int DEPTH = 16;
  static final int TEXT_CHARACTERS = 4_096;
  static final int KEY_CHARACTERS = 128;

  /// Values in one file, each alias counted as all it stands for.
  static final int VALUES = 100_000;

  static final int MISTAKES = 1_000;

  private Limits() {}
}
