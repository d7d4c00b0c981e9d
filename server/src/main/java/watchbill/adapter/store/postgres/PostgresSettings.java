package watchbill.adapter.store.postgres;

import java.time.Duration;

/// How a database is used. Together the times decide how long a node that died, froze or was cut
/// off can hold up the others, and how long it takes to notice that the database is away.
///
/// @param readers connections that read beside the one that writes
/// @param connect how long to wait for a connection
/// @param standStill how long a transaction may wait for its node; then the database ends it
/// @param lock how long to wait for the turns of other nodes
/// @param statement how long one statement may run
/// @param answer how long to wait for the database's answer; longer than a statement may run
record PostgresSettings(
    int readers,
    Duration connect,
    Duration standStill,
    Duration lock,
    Duration statement,
    Duration answer) {
  static final PostgresSettings DEFAULTS =
      new PostgresSettings(
          8,
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(7),
          Duration.ofSeconds(8),
          Duration.ofSeconds(10));

  /// What the database is told of it when a connection begins.
  String options() {
    return "-c idle_in_transaction_session_timeout="
        + standStill.toMillis()
        + " -c lock_timeout="
        + lock.toMillis()
        + " -c statement_timeout="
        + statement.toMillis();
  }
}
