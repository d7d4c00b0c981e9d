package watchbill.server.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import watchbill.adapter.system.SystemTime;
import watchbill.server.child.TemporaryFolder;
import watchbill.server.demo.Rehearsal;

/// `watchbill rehearse`, for the launcher.
@Command(
    name = "rehearse",
    description = "Starts and stops once, for the AOT cache the launcher makes.",
    hidden = true)
final class RehearseCommand implements Callable<Integer> {
  /// Made by the command line library.
  RehearseCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (var folder = TemporaryFolder.make("watchbill-rehearsal")) {
      return new Rehearsal(new SystemTime()).run(folder.path()) ? 0 : 1;
    }
  }
}
