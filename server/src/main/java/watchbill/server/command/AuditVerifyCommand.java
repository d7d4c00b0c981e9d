package watchbill.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import watchbill.adapter.store.sqlite.CannotCopyStore;
import watchbill.adapter.store.sqlite.StoreReading;
import watchbill.audit.AuditEntry;
import watchbill.audit.AuditStore;
import watchbill.audit.Audits;
import watchbill.audit.ChainCheck;
import watchbill.server.seal.SealKey;
import watchbill.server.seal.SealedHead;

/// `watchbill audit verify`.
@Command(
    name = "verify",
    description = "Follows the audit from its first entry, and says where it was bent.",
    mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {
  @Mixin private StoreOption store = new StoreOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A backup (default: the store of the data directory).")
  private @Nullable Path file;

  @Option(
      names = "--head",
      paramLabel = "HEAD",
      description = "A signed head from before, which the audit must go through.")
  private @Nullable String head;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The public key of the head (default: that of the data directory).")
  private @Nullable String key;

  @Override
  public Integer call() {
    Optional<SealedHead> before = Optional.ofNullable(head).map(this::signed);
    try {
      ChainCheck check =
          file == null
              ? StoreReading.ofFolder(store.data(), s -> check(s.audit(), before))
              : StoreReading.ofFile(file, s -> check(s.audit(), before));
      return say(check, before);
    } catch (CannotCopyStore e) {
      throw new CannotGoOn(String.valueOf(e.getMessage()));
    }
  }

  private static ChainCheck check(AuditStore audit, Optional<SealedHead> before) {
    return before.map(b -> ChainCheck.of(audit, b.head())).orElseGet(() -> ChainCheck.of(audit));
  }

  private int say(ChainCheck check, Optional<SealedHead> before) {
    check.broken().ifPresent(this::sayBroken);
    check.other().ifPresent(other -> sayOther(other, check));
    if (!check.isWhole()) {
      return 1;
    }
    String newest = check.newestAt().map(at -> ", the last of " + at).orElse("");
    Lines.print(spec, "The audit is whole: " + check.head().sequence() + " entries" + newest);
    before.ifPresent(b ->
        Lines.print(
            spec, "It goes through the head of " + b.at() + ": nothing before it was changed"));
    return 0;
  }

  private void sayBroken(AuditEntry entry) {
    Lines.print(spec, "The audit is broken at entry " + entry.sequence() + ":");
    Lines.print(
        spec,
        "  %s  %s  %s  %s: %s"
            .formatted(
                entry.deed().at(),
                entry.deed().actor(),
                entry.deed().action(),
                entry.deed().subject(),
                entry.deed().said()));
    Lines.print(
        spec, "It was changed, or stands where another stood. What comes before it is sound");
  }

  private void sayOther(Audits.Head other, ChainCheck check) {
    long last = check.head().sequence();
    String what =
        last < other.sequence()
            ? "The audit ends at entry %d, but its head said %d: the last %d are missing"
                .formatted(last, other.sequence(), other.sequence() - last)
            : "The audit does not go through its head at entry %d: it was written anew"
                .formatted(other.sequence());
    Lines.print(spec, what);
  }

  private SealedHead signed(String text) {
    SealedHead read =
        SealedHead.read(text)
            .orElseThrow(() -> new CannotGoOn("--head: this is no whole head; copy all of it"));
    if (!read.isSignedBy(publicKey())) {
      throw new CannotGoOn(
          "--head: it is not signed by this key: it was changed, or is of another installation");
    }
    return read;
  }

  private String publicKey() {
    if (key != null) {
      return key;
    }
    try {
      return SealKey.load(store.data())
          .map(SealKey::publicText)
          .orElseThrow(() ->
              new CannotGoOn(store.data() + " has no key; name the key of the head with --key"));
    } catch (IOException e) {
      throw new CannotGoOn(String.valueOf(e.getMessage()));
    }
  }
}
