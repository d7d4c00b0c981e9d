package watchbill.adapter.store.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.change.Change;
import watchbill.change.ChangeId;
import watchbill.change.ChangeStore;

/// Keeps changes by service and by when they took effect.
public final class SqlChangeStore implements ChangeStore {
  private static final String PUT =
      """
      INSERT INTO change
        (id, service, integration, sender_key, summary, source, at, received_at, details)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (integration, sender_key) DO UPDATE SET
        service = excluded.service, summary = excluded.summary, source = excluded.source,
        at = excluded.at, details = excluded.details
      WHERE change.at <= excluded.at
      """;

  private static final String COLUMNS =
      "SELECT id, service, integration, summary, source, at, received_at, details FROM change ";

  private static final String NEWEST_FIRST = " ORDER BY at DESC, id DESC LIMIT ?";

  private static final String OF =
      COLUMNS + "WHERE service = ? AND at >= ? AND (at, id) < (?, ?)" + NEWEST_FIRST;

  private static final String ALL = COLUMNS + "WHERE at >= ? AND (at, id) < (?, ?)" + NEWEST_FIRST;

  private static final String FORGET =
      """
      DELETE FROM change WHERE id IN
        (SELECT id FROM change WHERE at < ? ORDER BY at, id LIMIT ?)
      """;

  private static final int KEY_MAX = 300;
  private static final int KEY_READABLE = 120;

  private final Sql sql;

  SqlChangeStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void put(Change change) {
    sql.of(PUT)
        .text(change.id().value())
        .text(change.service().handle())
        .text(change.integration().handle())
        .text(indexable(change.key()))
        .text(change.summary())
        .text(change.source())
        .instant(change.at())
        .instant(change.receivedAt())
        .text(StringMaps.toJson(change.details()))
        .run();
  }

  @Override
  public List<Change> of(ServiceId service, Window window, int limit) {
    return within(sql.of(OF).text(service.handle()), window, limit);
  }

  @Override
  public List<Change> all(Window window, int limit) {
    return within(sql.of(ALL), window, limit);
  }

  @Override
  public int forget(Instant before, int limit) {
    return sql.of(FORGET).instant(before).number(limit).run();
  }

  /// A sender's name may be as long as its message, and an index of PostgreSQL takes 2,700 bytes.
  private static String indexable(String key) {
    return key.length() <= KEY_MAX ? key : key.substring(0, KEY_READABLE) + "… " + digest(key);
  }

  private static String digest(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static List<Change> within(Query query, Window window, int limit) {
    return query
        .instant(window.from())
        .instant(window.before().at())
        .text(window.before().id())
        .number(limit)
        .list(SqlChangeStore::read);
  }

  private static Change read(Row row) {
    return new Change(
        new ChangeId(row.text()),
        new ServiceId(row.text()),
        new IntegrationId(row.text()),
        row.text(),
        row.text(),
        row.instant(),
        row.instant(),
        StringMaps.fromJson(row.text()));
  }
}
