package watchbill.server.command;

import picocli.CommandLine.Command;

/// `watchbill routing`: commands about where alerts go.
@Command(
    name = "routing",
    description = "Looks at where alerts go.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RoutingPreviewCommand.class})
final class RoutingCommand {
  /// Made by the command line library.
  RoutingCommand() {}
}
