package watchbill.server.command;

import picocli.CommandLine.Command;

/// `watchbill heartbeat`: commands about who must be heard from.
@Command(
    name = "heartbeat",
    description = "Looks at heartbeats.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {HeartbeatListCommand.class})
final class HeartbeatCommand {
  /// Made by the command line library.
  HeartbeatCommand() {}
}
