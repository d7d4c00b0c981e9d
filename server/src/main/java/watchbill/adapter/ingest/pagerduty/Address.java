package watchbill.adapter.ingest.pagerduty;

import java.util.Optional;
import java.util.stream.Stream;

/// Where a message came to, which says how it is written and how it is answered.
enum Address {
  EVENTS("/v2/enqueue"),
  CHANGES("/v2/change/enqueue"),
  OLD_EVENTS("/generic/2010-04-15/create_event.json");

  private final String path;

  Address(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  static Optional<Address> of(String path) {
    return Stream.of(values()).filter(a -> a.path.equals(path)).findFirst();
  }
}
