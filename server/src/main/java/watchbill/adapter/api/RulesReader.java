package watchbill.adapter.api;

import java.util.List;
import watchbill.route.RoutePlan;

/// Reads rules as the configuration writes them, without using them.
@FunctionalInterface
public interface RulesReader {
  Read read(String text);

  /// What came of it.
  sealed interface Read {
    record Right(RoutePlan plan) implements Read {}

    /// Every mistake, in words.
    record Wrong(List<String> mistakes) implements Read {}
  }
}
