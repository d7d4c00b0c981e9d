package watchbill.server.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Which store a command looks at, without asking the node that has it.
final class StoreOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:WATCHBILL_DATA:-watchbill-data}",
      description = "The data directory of the store (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("watchbill-data");

  /// Made by the command line library.
  StoreOption() {}

  Path data() {
    return data;
  }
}
