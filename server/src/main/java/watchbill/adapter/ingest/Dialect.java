package watchbill.adapter.ingest;

import java.time.Instant;
import java.util.Set;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;

/// How one kind of sender writes. It keeps nothing and asks nobody, so that a message that was kept
/// can be read again: to replay it, and to explain what came of it.
public interface Dialect {
  IntegrationKind kind();

  /// The headers it reads, in lower case. They are kept beside the body.
  default Set<String> headers() {
    return Set.of();
  }

  /// How the value of such a header is kept. One that opens a door is not kept as it is.
  default String kept(String header, String value) {
    return value;
  }

  /// Never throws, whatever the bytes are.
  Reading read(Message message, Integration from, Instant now);
}
