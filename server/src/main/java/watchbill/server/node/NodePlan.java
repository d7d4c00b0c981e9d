package watchbill.server.node;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.server.config.ServerSettings;
import watchbill.server.config.Settings;

/// What one node is started with.
///
/// @param data the directory of its store, or of its command line alone where there is a database
/// @param database where several nodes keep one store; empty for one in the directory
/// @param url the address people reach it by
/// @param demo whether the drawn phones are shown to anybody who asks, with their links
public record NodePlan(
    Settings settings,
    Path data,
    Optional<PostgresAddress> database,
    ServerSettings.Listen listen,
    URI url,
    boolean demo) {
  /// With a store in its directory.
  public NodePlan(
      Settings settings, Path data, ServerSettings.Listen listen, URI url, boolean demo) {
    this(settings, data, Optional.empty(), listen, url, demo);
  }
}
