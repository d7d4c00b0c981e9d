package watchbill.adapter.store.sql;

/// The statements about alerts. Those that a storm repeats touch no index they need not touch.
final class AlertTexts {
  /// In the order in which [AlertRows#known] reads.
  private static final String KNOWN_COLUMNS =
      "key, id, page, urgency, resolved_at, resolved_by, starts_at, lease_until, fingerprint";

  static final Repeated KNOWN =
      new Repeated(
          "SELECT " + KNOWN_COLUMNS + " FROM standing WHERE holds_key = 1 AND key IN (", "?", ")");

  static final Repeated RELEASE =
      new Repeated("UPDATE standing SET holds_key = 0 WHERE holds_key = 1 AND key IN (", "?", ")");

  static final Repeated ADD_WORDS =
      new Repeated(
          """
          INSERT INTO alert (id, integration, service, deduplication_key, summary, source,
            severity, labels, details, opened_at, first_event) VALUES
          """,
          "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          "");

  static final Repeated ADD_STANDING =
      new Repeated(
          """
          INSERT INTO standing (id, key, holds_key, page, urgency, fingerprint, starts_at,
            resolved_at, resolved_by, lease_until, check_at, last_seen_at, report_count,
            last_event) VALUES
          """,
          "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          "");

  static final Repeated REFRESH =
      new Repeated(
          """
          UPDATE standing SET last_seen_at = ?, report_count = report_count + ?, last_event = ?,
            lease_until = ?
          WHERE id IN (\
          """,
          "?",
          ")");

  /// The lease ends before it did: it must be looked at earlier, too.
  static final Repeated REFRESH_EARLIER =
      new Repeated(
          """
          UPDATE standing SET last_seen_at = ?, report_count = report_count + ?, last_event = ?,
            lease_until = ?, check_at = ?
          WHERE id IN (\
          """,
          "?",
          ")");

  static final String SAVE_WORDS =
      """
      UPDATE alert SET summary = ?, source = ?, severity = ?, labels = ?, details = ?
      WHERE id = ?
      """;

  static final String SAVE_FINGERPRINT = "UPDATE standing SET fingerprint = ? WHERE id = ?";

  static final String SAVE_FINGERPRINT_URGENT =
      "UPDATE standing SET urgency = 'now', fingerprint = ? WHERE id = ?";

  static final Repeated MOVE =
      new Repeated("UPDATE standing SET page = ? WHERE resolved_at IS NULL AND id IN (", "?", ")");

  static final Repeated RESOLVE =
      new Repeated(
          """
          UPDATE standing SET resolved_at = ?, resolved_by = ?, check_at = NULL,
            holds_key = holds_key * ?
          WHERE resolved_at IS NULL AND id IN (\
          """,
          "?",
          ")");

  static final String PUT_OFF =
      """
      UPDATE standing SET check_at = lease_until
      WHERE id IN (
        SELECT id FROM standing WHERE check_at <= ? AND lease_until > ? LIMIT ?)
      """;

  static final String HOLD =
      """
      UPDATE standing SET lease_until = ?
      WHERE check_at < ? AND lease_until < ? AND resolved_at IS NULL
      """;

  static final String RUN_OUT =
      "SELECT "
          + KNOWN_COLUMNS
          + " FROM standing WHERE check_at <= ? AND lease_until <= ? ORDER BY check_at LIMIT ?";

  static final String OPEN_OF =
      "SELECT "
          + KNOWN_COLUMNS
          + " FROM standing WHERE page = ? AND resolved_at IS NULL ORDER BY id LIMIT ?";

  /// In the order in which [AlertRows#alert] reads.
  private static final String ALERT =
      """
      SELECT a.id, s.key, a.integration, a.service, a.deduplication_key, a.summary, a.source,
        a.severity, a.labels, a.details, s.resolved_at, s.resolved_by, s.page, s.starts_at,
        a.opened_at, s.last_seen_at, s.lease_until, s.report_count, a.first_event, s.last_event
      FROM standing s JOIN alert a ON a.id = s.id
      """;

  static final String FIND = ALERT + "WHERE s.id = ?";

  /// Two indexes, one over what is open and one over what is over, instead of a third over both.
  static final String OF =
      ALERT
          + """
          WHERE s.id IN (
            SELECT id FROM (SELECT id FROM standing
              WHERE page = ? AND resolved_at IS NULL ORDER BY id LIMIT ?) AS still_open
            UNION ALL
            SELECT id FROM (SELECT id FROM standing
              WHERE page = ? AND resolved_at IS NOT NULL ORDER BY id LIMIT ?) AS over)
          ORDER BY s.id LIMIT ?
          """;

  private AlertTexts() {}
}
