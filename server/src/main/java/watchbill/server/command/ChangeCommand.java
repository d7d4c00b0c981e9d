package watchbill.server.command;

import picocli.CommandLine.Command;

/// `watchbill change`: commands about what changed.
@Command(
    name = "change",
    description = "Tells of changes, and lists them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ChangeAddCommand.class, ChangeListCommand.class})
final class ChangeCommand {
  /// Made by the command line library.
  ChangeCommand() {}
}
