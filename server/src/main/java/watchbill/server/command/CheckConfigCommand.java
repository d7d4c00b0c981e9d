package watchbill.server.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import watchbill.adapter.system.SystemTime;
import watchbill.server.config.ConfigurationReport;

/// `watchbill check-config`.
@Command(
    name = "check-config",
    description = "Reads the configuration and reports every mistake in it, at once.",
    mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Callable<Integer> {
  @Mixin private NodeOptions options = new NodeOptions();

  /// Made by the command line library.
  CheckConfigCommand() {}

  @Override
  public Integer call() {
    return ConfigurationReport.check(
        options.config(), System.getenv(), Optional.of(new SystemTime()), System.out);
  }
}
