package watchbill.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.server.child.ChildNode;
import watchbill.server.config.ChannelSettings;
import watchbill.server.config.ConfigurationReport;
import watchbill.server.config.Configurations;
import watchbill.server.config.Loaded;
import watchbill.server.config.ServerSettings;
import watchbill.server.config.Settings;
import watchbill.server.doctor.Doctor;
import watchbill.server.node.NodePlan;

/// How a node is started. A flag wins over a variable, a variable over the configuration.
final class NodeOptions {
  private static final Path DATA = Path.of("watchbill-data");
  private static final ServerSettings.Listen LISTEN = new ServerSettings.Listen("127.0.0.1", 8320);
  private static final int PORT_MAX = 65_535;

  @Option(
      names = "--config",
      paramLabel = "FILE|DIR",
      defaultValue = "${env:WATCHBILL_CONFIG:-watchbill.yaml}",
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("watchbill.yaml");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:WATCHBILL_DATA}",
      description = "Where the store is kept (default: watchbill-data).")
  private @Nullable Path data;

  @Mixin private DatabaseOption database = new DatabaseOption();

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:WATCHBILL_LISTEN}",
      description = "Where to listen (default: 127.0.0.1:8320).")
  private @Nullable String listen;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:WATCHBILL_URL}",
      description = "The address people reach it by, for links (default: where it listens).")
  private @Nullable URI url;

  /// Made by the command line library.
  NodeOptions() {}

  Path config() {
    return config;
  }

  /// What the configuration says, or an end of the command with all its mistakes.
  Settings settings() {
    return switch (Configurations.load(config, System.getenv())) {
      case Loaded.Valid(var settings, _) -> settings;
      case Loaded.Invalid invalid ->
          throw new CannotGoOn(
              "the configuration has mistakes\n"
                  + String.join("\n", ConfigurationReport.lines(invalid, Optional.empty())));
    };
  }

  /// Everything a node needs, from flags, variables and the configuration.
  NodePlan plan() {
    Settings settings = settings();
    ServerSettings server = settings.server();
    ServerSettings.Listen at = listen(server);
    URI address = url != null ? url : server.url().orElseGet(() -> addressOf(at));
    return new NodePlan(settings, data(server), database(server), at, address, false);
  }

  /// The data directory by flag or variable, else the one the configuration names.
  Path data(ServerSettings server) {
    return data != null ? data : server.data().orElse(DATA);
  }

  /// The database by flag or variable, else the one the configuration names.
  Optional<PostgresAddress> database(ServerSettings server) {
    return database.address().or(server::store);
  }

  private ServerSettings.Listen listen(ServerSettings server) {
    ServerSettings.Listen at = listen == null ? server.listen().orElse(LISTEN) : parse(listen);
    return at.port() == 0 ? new ServerSettings.Listen(at.host(), anyFreePort()) : at;
  }

  /// Chosen before the start, so that links and the command line can name it.
  private static int anyFreePort() {
    try {
      return ChildNode.freePort();
    } catch (IOException e) {
      throw new UncheckedIOException("this machine has no free port", e);
    }
  }

  private static ServerSettings.Listen parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon).replaceAll("^\\[|\\]$", "");
    String port = text.substring(colon + 1);
    if (host.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > PORT_MAX) {
      throw new CannotGoOn("--listen: '" + text + "' is not accepted; use HOST:PORT");
    }
    return new ServerSettings.Listen(host, Integer.parseInt(port));
  }

  private static URI addressOf(ServerSettings.Listen at) {
    return URI.create("http://" + at);
  }

  /// The addresses that must take connections for anybody to be told anything.
  static List<Doctor.Reach> reaches(ChannelSettings channels) {
    List<Doctor.Reach> reaches = new ArrayList<>();
    channels
        .email()
        .ifPresent(email -> {
          if (email instanceof ChannelSettings.Email.Smtp smtp) {
            reaches.add(new Doctor.Reach("email", smtp.host(), smtp.port()));
          }
        });
    channels
        .push()
        .ifPresent(push -> {
          if (push instanceof ChannelSettings.Push.Ntfy(var server, _)) {
            reaches.add(new Doctor.Reach("push", server.getHost(), portOf(server)));
          }
        });
    return List.copyOf(reaches);
  }

  private static int portOf(URI address) {
    if (address.getPort() > 0) {
      return address.getPort();
    }
    return "https".equals(address.getScheme()) ? 443 : 80;
  }
}
