package watchbill.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import watchbill.server.client.NodeAddress;
import watchbill.server.client.NodeClient;

/// Which running node a command speaks to.
final class NodeOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:WATCHBILL_DATA:-watchbill-data}",
      description = "The node's data directory (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("watchbill-data");

  /// Made by the command line library.
  NodeOption() {}

  JsonNode get(String path) {
    try (NodeClient client = client()) {
      return yes(client.get(path));
    }
  }

  /// What stands at an address, as it is.
  String text(String path) {
    try (NodeClient client = client()) {
      return yes(client.getText(path)).asString("");
    }
  }

  JsonNode post(String path, Map<String, ?> body) {
    try (NodeClient client = client()) {
      return yes(client.post(path, body));
    }
  }

  private static JsonNode yes(NodeClient.Said said) {
    return switch (said) {
      case NodeClient.Said.Yes(var body) -> body;
      case NodeClient.Said.No(var why) -> throw new CannotGoOn(why);
    };
  }

  private NodeClient client() {
    try {
      Optional<NodeAddress> node = NodeAddress.load(data);
      return new NodeClient(
          node.orElseThrow(() ->
              new CannotGoOn(
                  "no node has run with the data directory "
                      + data
                      + "; start one with `watchbill serve`, or name another with --data")));
    } catch (IOException e) {
      throw new CannotGoOn(data + " can't be read: " + e.getMessage());
    }
  }
}
