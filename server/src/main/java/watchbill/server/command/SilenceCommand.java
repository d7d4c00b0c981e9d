package watchbill.server.command;

import picocli.CommandLine.Command;

/// `watchbill silence`: commands about what is muted.
@Command(
    name = "silence",
    description = "Mutes alerts, for a while and with a reason.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SilenceAddCommand.class, SilenceListCommand.class, SilenceExpireCommand.class})
final class SilenceCommand {
  /// Made by the command line library.
  SilenceCommand() {}
}
