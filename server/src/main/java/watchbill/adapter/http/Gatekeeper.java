package watchbill.adapter.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// Tells who is signed in.
public interface Gatekeeper {
  /// The handle of whoever sent this request; empty when nobody is signed in.
  Optional<String> who(ServerRequest request);
}
