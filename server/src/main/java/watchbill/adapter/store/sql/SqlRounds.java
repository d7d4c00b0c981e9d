package watchbill.adapter.store.sql;

import java.time.Instant;

/// Who makes which round, in a table: one statement each, which the database runs for one node
/// after the other.
public final class SqlRounds {
  private static final String TAKE =
      """
      INSERT INTO round (name, holder, held_until, done_at) VALUES (?, ?, ?, NULL)
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
      WHERE round.held_until <= ? AND (round.done_at IS NULL OR round.done_at <= ?)
      """;

  private static final String END =
      "UPDATE round SET held_until = ?, done_at = ? WHERE name = ? AND holder = ?";

  private SqlRounds() {}

  public static boolean take(Sql sql, Round round, Instant now) {
    int taken =
        sql.of(TAKE)
            .text(round.name())
            .text(round.node())
            .instant(now.plus(round.lease()))
            .instant(now)
            .instant(now.minus(round.restsFor()))
            .run();
    return taken == 1;
  }

  /// Whoever was too slow, and has lost it to another, ends nothing.
  public static void end(Sql sql, Round round, Instant now) {
    sql.of(END).instant(now).instant(now).text(round.name()).text(round.node()).run();
  }
}
