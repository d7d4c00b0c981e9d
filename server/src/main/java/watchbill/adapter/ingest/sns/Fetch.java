package watchbill.adapter.ingest.sns;

import java.net.URI;

/// Asks Amazon for something.
@FunctionalInterface
public interface Fetch {
  Fetched get(URI address);

  /// What came of it.
  sealed interface Fetched {
    record Got(String body) implements Fetched {}

    record Failed(String why) implements Fetched {}
  }
}
