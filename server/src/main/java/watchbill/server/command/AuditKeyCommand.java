package watchbill.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchbill.server.seal.SealKey;

/// `watchbill audit key`.
@Command(
    name = "key",
    description = "Prints the public key of the audit's signed heads.",
    mixinStandardHelpOptions = true)
final class AuditKeyCommand implements Callable<Integer> {
  @Mixin private StoreOption store = new StoreOption();

  @Option(names = "--make", description = "Makes the key where there is none yet.")
  private boolean make;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      if (make) {
        Files.createDirectories(store.data());
      }
      Optional<SealKey> known =
          make ? Optional.of(SealKey.of(store.data())) : SealKey.load(store.data());
      SealKey key =
          known.orElseThrow(() ->
              new CannotGoOn(store.data() + " has no key yet: a node makes it, or --make does"));
      Lines.print(spec, key.publicText());
      return 0;
    } catch (IOException e) {
      throw new CannotGoOn(String.valueOf(e.getMessage()));
    }
  }
}
