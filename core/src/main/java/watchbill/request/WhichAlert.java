package watchbill.request;

import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;

/// How a sender names an alert of its own integration.
public sealed interface WhichAlert {
  record ById(AlertId id) implements WhichAlert {}

  record ByNumber(long number) implements WhichAlert {}

  /// By the deduplication key, which only an open alert holds.
  record ByKey(AlertKey key, String deduplicationKey) implements WhichAlert {}

  /// As an answer says it: `id [01J…]`.
  default String inWords() {
    return switch (this) {
      case ById(var id) -> "id [" + id.value() + "]";
      case ByNumber(var number) -> "tiny id [" + number + "]";
      case ByKey(_, var alias) -> "alias [" + alias + "]";
    };
  }
}
