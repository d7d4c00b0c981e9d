package watchbill.server.command;

import picocli.CommandLine.Command;

/// `watchbill rota`: commands about rotas over a stretch of time.
@Command(
    name = "rota",
    description = "Looks at rotas.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RotaShowCommand.class,
      RotaGapsCommand.class,
      RotaSuggestCommand.class,
      RotaHistoryCommand.class
    })
final class RotaCommand {
  /// Made by the command line library.
  RotaCommand() {}
}
