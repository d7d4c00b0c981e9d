package watchbill.server.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import watchbill.server.seal.SealKey;

/// `watchbill audit key`.
@Command(
    name = "key",
    description = "Prints the public key of the audit's signed heads.",
    mixinStandardHelpOptions = true)
final class AuditKeyCommand implements Callable<Integer> {
  @Mixin private StoreOption store = new StoreOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      SealKey key =
          SealKey.load(store.data())
              .orElseThrow(() ->
                  new CannotGoOn(
                      store.data()
                          + " has no key yet: a node makes it, or `watchbill audit head`"));
      Lines.print(spec, key.publicText());
      return 0;
    } catch (IOException e) {
      throw new CannotGoOn(String.valueOf(e.getMessage()));
    }
  }
}
