package watchbill.adapter.http;

import java.time.Duration;

/// How long the server waits for others.
///
/// @param step the headers, then the body, then the taking of the answer may last this long each,
///   however steadily they drip
/// @param idle a connection without a request is kept this long
/// @param stop how long running requests may take once the server is told to stop
record Patience(Duration step, Duration idle, Duration stop) {
  static final Patience STANDARD =
      new Patience(Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofSeconds(10));
}
