package watchbill.server.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// All commands, under one name.
@Command(
    name = "watchbill",
    description = "Knows who stands watch, and wakes them until somebody answers.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      PageCommand.class,
      PagesCommand.class,
      RoutingCommand.class,
      AcknowledgeCommand.class,
      AuditCommand.class,
      BackupCommand.class,
      CardCommand.class,
      RestoreCommand.class,
      ServeCommand.class,
      CheckConfigCommand.class,
      EventCommand.class,
      ExplainCommand.class,
      IntegrationCommand.class,
      OnDutyCommand.class,
      LedgerCommand.class,
      RotaCommand.class,
      ChangeCommand.class,
      HeartbeatCommand.class,
      LoadCommand.class,
      NoiseCommand.class,
      JudgeCommand.class,
      DemoCommand.class,
      DoctorCommand.class,
      RehearseCommand.class,
      BenchCommand.class,
      ResolveCommand.class,
      ScriptCommand.class,
      SilenceCommand.class,
      SignInLinkCommand.class,
    })
public final class WatchbillCommand {
  /// Made by the command line library, like every command.
  public WatchbillCommand() {}

  /// Runs one command and gives its exit status.
  public static int run(String... arguments) {
    return line().execute(arguments);
  }

  static CommandLine line() {
    return new CommandLine(new WatchbillCommand()).setExecutionExceptionHandler(new SayWhy());
  }

  /// A command that can't go on says why in a line; a bug of ours shows where it is.
  private static final class SayWhy implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
        Exception e, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
      if (e instanceof CannotGoOn) {
        line.getErr().println(line.getCommandName() + ": " + e.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
      }
      throw e;
    }
  }
}
