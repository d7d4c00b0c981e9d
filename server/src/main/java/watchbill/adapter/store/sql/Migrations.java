package watchbill.adapter.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Brings a store to the shape this program knows: numbered files, each run once, forward only.
///
/// Runs inside the caller's transaction, so a migration that fails leaves the store as it was.
public final class Migrations {
  /// In the order of their numbers. A file that was released is never changed again.
  private static final List<String> FILES =
      List.of(
          "0001-first-tables.sql",
          "0002-rota-changes.sql",
          "0003-calendars.sql",
          "0004-notices.sql",
          "0005-rota-state.sql",
          "0006-workload.sql",
          "0007-publications.sql",
          "0008-reckoning.sql",
          "0009-arrivals.sql",
          "0010-groups.sql",
          "0011-suppression.sql",
          "0012-changes.sql",
          "0013-heartbeats.sql",
          "0014-opsgenie.sql",
          "0015-noise.sql",
          "0016-explain.sql",
          "0017-acknowledgement-timeout.sql",
          "0018-held-keys.sql",
          "0019-added-labels.sql",
          "0020-heard-events.sql",
          "0021-several-nodes.sql",
          "0022-outages.sql",
          "0023-dispatches.sql");

  private static final String KEEP_BOOK =
      """
      CREATE TABLE IF NOT EXISTS migration (
        number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL)
      """;

  private static final String DONE = "SELECT number, checksum FROM migration ORDER BY number";

  private static final String NOTE =
      "INSERT INTO migration (number, name, checksum) VALUES (?, ?, ?)";

  private static final int NUMBER_DIGITS = 4;

  private final List<Migration> known;

  Migrations(List<Migration> known) {
    this.known = List.copyOf(known);
  }

  /// Those that this program brings along.
  public static Migrations ofThisProgram() {
    return new Migrations(FILES.stream().map(Migrations::load).toList());
  }

  /// One file.
  record Migration(long number, String name, String text) {
    String checksum() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }

    /// Comments out, placeholders filled. None of ours has a semicolon inside a statement.
    Stream<String> statements(Dialect dialect) {
      String filled =
          text.replaceAll("(?m)--.*$", "")
              .replace("{bytes}", dialect.bytes())
              .replace("{held keys}", dialect.columnsOfHeldKeys())
              .replaceAll("\\bTEXT\\b", dialect.text());
      return Stream.of(filled.split(";", -1)).map(String::strip).filter(s -> !s.isEmpty());
    }
  }

  List<Migration> known() {
    return known;
  }

  /// Runs what has not been run yet.
  public void run(Sql sql) {
    sql.of(KEEP_BOOK).run();
    Map<Long, String> done = done(sql);
    for (Migration migration : known) {
      if (!done.containsKey(migration.number())) {
        migration.statements(sql.dialect()).forEach(statement -> sql.once(statement));
        sql.of(NOTE)
            .number(migration.number())
            .text(migration.name())
            .text(migration.checksum())
            .run();
      }
    }
  }

  /// The number of the last that was run on a store that is only looked at.
  ///
  /// @throws CannotOpenStore if a newer program or another build wrote it
  public long lastOf(Sql sql) {
    return done(sql).keySet().stream().mapToLong(n -> n).max().orElse(0);
  }

  private Map<Long, String> done(Sql sql) {
    Map<Long, String> done = new TreeMap<>();
    sql.of(DONE).each(row -> done.put(row.number(), row.text()));
    refuseNewer(done);
    for (Migration migration : known) {
      String checksum = done.getOrDefault(migration.number(), migration.checksum());
      if (!checksum.equals(migration.checksum())) {
        throw new CannotOpenStore(
            "the store was made by another build of Watchbill: its migration "
                + migration.name()
                + " is not ours. Run the build that made it, or restore a backup");
      }
    }
    return done;
  }

  private void refuseNewer(Map<Long, String> done) {
    long ours = known.getLast().number();
    long theirs = done.keySet().stream().mapToLong(n -> n).max().orElse(0);
    if (theirs > ours) {
      throw new CannotOpenStore(
          "the store was written by a newer Watchbill: it is at migration "
              + theirs
              + ", this program knows "
              + ours
              + ". Run the newer program, or restore a backup made before it");
    }
  }

  private static Migration load(String name) {
    try (InputStream file = Migrations.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new Migration(Long.parseLong(name.substring(0, NUMBER_DIGITS)), name, text);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
