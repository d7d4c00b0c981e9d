package watchbill.adapter.ingest.alertmanager;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.ingest.Senders;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;

/// Lets a client of this API in by its integration's key, at both addresses it may use.
final class Entrance {
  private final Senders catalog;

  Entrance(Senders catalog) {
    this.catalog = catalog;
  }

  /// The integration whose key the client brings; without one the client has been told so.
  Optional<Integration> integration(ServerRequest request, ServerResponse response) {
    Optional<Integration> found =
        Credentials.key(request).flatMap(key -> catalog.find(IntegrationKind.ALERTMANAGER, key));
    if (found.isEmpty()) {
      Answers.unknownKey(response);
    }
    return found;
  }

  /// One address below the root, for clients with credentials, and one below `/am/{key}`.
  static List<Route> routes(Method method, String path, int bodyMax, Handler handler) {
    return Stream.of("", "/am/{key}")
        .map(prefix ->
            new Route(
                method, prefix + "/api/v2" + path, Permission.INTEGRATION_KEY, bodyMax, handler))
        .toList();
  }
}
