package watchbill.adapter.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a store to the shape this program knows: numbered files, each run once, forward only.
///
/// A file says in its first line which older programs may go on beside it, by the last migration
/// that they must know: `-- allows: 23`. That is kept in the store, where an older program reads
/// it. A file that says nothing allows none.
///
/// Runs inside the caller's transaction, so a migration that fails leaves the store as it was.
public final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

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
          "0023-dispatches.sql",
          "0024-sends.sql");

  private static final String KEEP_BOOK =
      """
      CREATE TABLE IF NOT EXISTS migration (
        number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL)
      """;

  /// For programs that do not know the migration: the least that they must know.
  private static final String KEEP_BOOK_OF_ALLOWED =
      """
      CREATE TABLE IF NOT EXISTS migration_allows (
        number BIGINT NOT NULL PRIMARY KEY, oldest BIGINT NOT NULL)
      """;

  private static final String ALLOW =
      """
      INSERT INTO migration_allows (number, oldest) VALUES (?, ?)
      ON CONFLICT (number) DO UPDATE SET oldest = excluded.oldest
      """;

  private static final String ALLOWED =
      "SELECT number, oldest FROM migration_allows WHERE number > ? AND oldest <= ?";

  private static final Pattern ALLOWS = Pattern.compile("\\A-- allows: ([0-9]{1,4})\\R");

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

    /// The last migration that a program must know to go on beside this one.
    long oldestAllowed() {
      Matcher says = ALLOWS.matcher(text);
      return says.find() ? Long.parseLong(says.group(1)) : number;
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
    sql.of(KEEP_BOOK_OF_ALLOWED).run();
    Map<Long, String> done = done(sql);
    for (Migration migration : known) {
      if (!done.containsKey(migration.number())) {
        migration.statements(sql.dialect()).forEach(statement -> sql.once(statement));
        sql.of(NOTE)
            .number(migration.number())
            .text(migration.name())
            .text(migration.checksum())
            .run();
        sql.of(ALLOW).number(migration.number()).number(migration.oldestAllowed()).run();
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
    refuseNewer(sql, done.keySet());
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

  /// What a newer program added is passed over, where that program says that it may be.
  private void refuseNewer(Sql sql, Set<Long> done) {
    long ours = known.getLast().number();
    Set<Long> newer = new TreeSet<>(done);
    newer.removeIf(number -> number <= ours);
    if (newer.isEmpty()) {
      return;
    }
    Set<Long> allowed = new TreeSet<>();
    sql.of(ALLOWED).number(ours).number(ours).each(row -> allowed.add(row.number()));
    if (!allowed.containsAll(newer)) {
      newer.removeAll(allowed);
      throw new CannotOpenStore(
          "the store was written by a newer Watchbill, beside which this one can't work: its"
              + " migration "
              + newer.iterator().next()
              + " is not for programs that know "
              + ours
              + ". Run the newer program, or restore a backup made before it");
    }
    LOG.warn(
        "the store is of a newer Watchbill, which lets this one work beside it: it is at migration"
            + " {}, this program knows {}",
        Collections.max(newer),
        ours);
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
