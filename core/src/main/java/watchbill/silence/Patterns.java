package watchbill.silence;

import java.util.Optional;
import java.util.function.Predicate;

/// Compiles the patterns of matchers. Whoever does must take linear time to match, because patterns
/// come from people and texts from anywhere.
@FunctionalInterface
public interface Patterns {
  /// Tells whether the whole of a text matches; empty when this is not a pattern.
  Optional<Predicate<String>> compile(String pattern);
}
