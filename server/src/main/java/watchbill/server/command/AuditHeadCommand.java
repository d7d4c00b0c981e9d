package watchbill.server.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import watchbill.adapter.store.sqlite.CannotCopyStore;
import watchbill.adapter.store.sqlite.StoreReading;
import watchbill.adapter.system.SystemTime;
import watchbill.server.seal.SealKey;
import watchbill.server.seal.SealedHead;

/// `watchbill audit head`.
@Command(
    name = "head",
    description = "Signs where the audit stands now; keep it on another machine.",
    mixinStandardHelpOptions = true)
final class AuditHeadCommand implements Callable<Integer> {
  @Mixin private StoreOption store = new StoreOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      var head = StoreReading.ofFolder(store.data(), stores -> stores.audit().head());
      SealKey key = SealKey.of(store.data());
      Lines.print(spec, SealedHead.of(head, new SystemTime().now(), key).text());
      return 0;
    } catch (CannotCopyStore | IOException e) {
      throw new CannotGoOn(String.valueOf(e.getMessage()));
    }
  }
}
