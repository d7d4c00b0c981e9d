package watchbill.server.config;

import java.util.List;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Warning;

/// What came of reading a configuration.
public sealed interface Loaded {
  /// It holds together.
  record Valid(Settings settings, List<Warning> warnings) implements Loaded {}

  /// It does not, and nothing of it is used.
  ///
  /// @param mistakes all of them, in the order of files and lines
  /// @param more whether there were so many that the rest was not looked for
  record Invalid(List<Mistake> mistakes, boolean more) implements Loaded {}
}
