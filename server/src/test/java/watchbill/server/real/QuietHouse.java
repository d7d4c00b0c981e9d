package watchbill.server.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A Watchbill with one service for each way in, whose people are called by nobody: the tests look
/// at its pages.
final class QuietHouse {
  private QuietHouse() {}

  /// Starts it in this folder.
  ///
  /// @param integrations the lines below `integrations:`; services are `checkout` and `cart`
  static Launched start(Path folder, String integrations) throws IOException, InterruptedException {
    Path configuration = folder.resolve("watchbill.yaml");
    Files.writeString(
        configuration,
        """
        people: { ana: { name: Ana, notify: { now: [ push 0m ] } } }
        channels: { push: { demo: {} } }
        teams: { payments: { people: [ ana ] } }
        policies: { payments: { steps: [ { notify: [ ana ], wait: 1h } ], fallback: [ ana ] } }
        services:
          checkout: { team: payments, policy: payments }
          cart: { team: payments, policy: payments }
        integrations:
        """
            + integrations.indent(2));
    return Launched.start(
        configuration, Files.createDirectory(folder.resolve("data")), Ports.free());
  }
}
