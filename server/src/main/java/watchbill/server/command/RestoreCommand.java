package watchbill.server.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import watchbill.adapter.store.sqlite.Backups;
import watchbill.adapter.store.sqlite.CannotCopyStore;
import watchbill.adapter.system.SystemTime;

/// `watchbill restore`.
@Command(
    name = "restore",
    description = "Puts a backup back into a data directory that holds no store.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Mixin private StoreOption store = new StoreOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    try {
      Instant newest = Backups.restore(file, store.data(), new SystemTime().now());
      Lines.print(spec, store.data() + " holds the store as it was at " + newest);
      Lines.print(
          spec,
          "Start a node with it. What was open then wakes nobody until it is heard from; the"
              + " administrators are told what hole there is");
      return 0;
    } catch (CannotCopyStore e) {
      throw new CannotGoOn(String.valueOf(e.getMessage()));
    }
  }
}
