package watchbill.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.ingest.email.MailIn;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.catalog.Keepers;
import watchbill.heartbeat.HeartbeatPlan;

/// How this node runs, as far as files say so. Flags and variables win over it.
///
/// @param url the address people reach it by, for links in messages
/// @param data the folder of its store
/// @param store the database that several nodes share; empty for a store in the folder
/// @param keepMessages how long a message is kept as it was received
/// @param mailIn where mail comes in; empty when none does
/// @param keepers who looks after Watchbill itself
/// @param watchedBy who hears from it as long as it could page somebody
/// @param degradedPaging whether pages go on by what a node knew while its store is away
/// @param watches other installs that hear from it, from which it hears, or both
public record ServerSettings(
    Optional<Listen> listen,
    Optional<URI> url,
    Optional<Path> data,
    Optional<PostgresAddress> store,
    Duration keepMessages,
    Optional<MailIn> mailIn,
    Keepers keepers,
    Optional<WatcherSettings> watchedBy,
    boolean degradedPaging,
    List<PeerSettings> watches) {
  public ServerSettings {
    watches = List.copyOf(watches);
  }

  /// Long enough to look into last month.
  public static final Duration KEEP_MESSAGES = Duration.ofDays(30);

  public static final ServerSettings NONE =
      new ServerSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          KEEP_MESSAGES,
          Optional.empty(),
          Keepers.NOBODY,
          Optional.empty(),
          true,
          List.of());

  /// The other installs of which something is expected.
  Stream<HeartbeatPlan> expected() {
    return watches.stream().flatMap(peer -> peer.plan().stream());
  }

  /// Where to listen.
  ///
  /// @param port 0 for any free one
  public record Listen(String host, int port) {
    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }
}
