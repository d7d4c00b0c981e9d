package watchbill.server.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import watchbill.adapter.store.postgres.PostgresAddress;

/// The database that several nodes share.
final class DatabaseOption {
  @Option(
      names = "--store",
      paramLabel = "ADDRESS",
      defaultValue = "${env:WATCHBILL_STORE}",
      description = {
        "The database that several nodes share,",
        "postgres://user:password@host:port/database (default: one file in --data).",
        "The variable WATCHBILL_STORE shows the password to fewer eyes."
      })
  private @Nullable String store;

  /// Made by the command line library.
  DatabaseOption() {}

  /// What is wrong with it can't be shown: there is a password in it.
  Optional<PostgresAddress> address() {
    if (store == null || store.isBlank()) {
      return Optional.empty();
    }
    Optional<PostgresAddress> address = PostgresAddress.parse(store);
    if (address.isEmpty()) {
      throw new CannotGoOn("--store: this is no address; use " + PostgresAddress.FORM);
    }
    return address;
  }
}
