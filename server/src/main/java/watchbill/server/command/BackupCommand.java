package watchbill.server.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import watchbill.adapter.store.sqlite.Backups;
import watchbill.adapter.store.sqlite.CannotCopyStore;
import watchbill.adapter.store.sqlite.StoreCopy;

/// `watchbill backup`.
@Command(
    name = "backup",
    description = "Copies the store to a file, beside a node that runs or without one.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Mixin private StoreOption store = new StoreOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "Where the copy is written.")
  private Path file = Path.of("");

  @Option(names = "--force", description = "Replaces the file if it is there.")
  private boolean force;

  @Override
  public Integer call() {
    try {
      StoreCopy copy = Backups.make(store.data(), file, force);
      Lines.print(
          spec,
          "%s holds the store: %d kB, %d audit entries, looked over and found good"
              .formatted(copy.file(), copy.bytes() / 1_000, copy.audit().head().sequence()));
      return 0;
    } catch (CannotCopyStore e) {
      throw new CannotGoOn(String.valueOf(e.getMessage()));
    }
  }
}
