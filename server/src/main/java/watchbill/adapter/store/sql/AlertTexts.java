package watchbill.adapter.store.sql;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The statements about alerts. Those that a storm repeats touch no index they need not touch.
final class AlertTexts {
  /// In the order in which [AlertRows#known] reads.
  private static final String KNOWN_COLUMNS =
      "key, id, page, urgency, resolved_at, resolved_by, unknown_since, starts_at, lease_until,"
          + " fingerprint";

  static final Repeated KNOWN =
      new Repeated(
          "SELECT " + KNOWN_COLUMNS + " FROM standing WHERE holds_key = 1 AND key IN (", "?", ")");

  static final Repeated KNOWN_BY_ID =
      new Repeated(
          "SELECT " + KNOWN_COLUMNS + " FROM standing WHERE holds_key = 1 AND id IN (", "?", ")");

  static final Repeated RELEASE =
      new Repeated("UPDATE standing SET holds_key = 0 WHERE holds_key = 1 AND key IN (", "?", ")");

  static final Repeated RELEASE_BY_ID =
      new Repeated("UPDATE standing SET holds_key = 0 WHERE holds_key = 1 AND id IN (", "?", ")");

  static final Repeated ADD_WORDS =
      new Repeated(
          """
          INSERT INTO alert (id, integration, service, deduplication_key, summary, source,
            severity, labels, details, added_labels, opened_at, first_event) VALUES
          """,
          "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          "");

  static final Repeated ADD_STANDING =
      new Repeated(
          """
          INSERT INTO standing (id, key, holds_key, page, urgency, fingerprint, starts_at,
            resolved_at, resolved_by, lease_until, check_at, last_seen_at, report_count,
            last_event, unknown_since, suppression, suppressed_by, suppressed_until,
            examine_at) VALUES
          """,
          "(" + String.join(", ", Collections.nCopies(19, "?")) + ")",
          "");

  static final Repeated REFRESH =
      new Repeated(
          """
          UPDATE standing SET last_seen_at = ?, report_count = report_count + ?, last_event = ?,
            lease_until = ?, unknown_since = NULL
          WHERE id IN (\
          """,
          "?",
          ")");

  /// The lease ends before it did: it must be looked at earlier, too.
  static final Repeated REFRESH_EARLIER =
      new Repeated(
          """
          UPDATE standing SET last_seen_at = ?, report_count = report_count + ?, last_event = ?,
            lease_until = ?, unknown_since = NULL, check_at = ?
          WHERE id IN (\
          """,
          "?",
          ")");

  static final String SAVE_WORDS =
      """
      UPDATE alert SET summary = ?, source = ?, severity = ?, labels = ?, details = ?
      WHERE id = ?
      """;

  /// The same of one that went through the rules anew.
  static final String SAVE_WORDS_AND_LABELS =
      """
      UPDATE alert SET summary = ?, source = ?, severity = ?, labels = ?, details = ?,
        added_labels = ?
      WHERE id = ?
      """;

  static final String SAVE_LABELS = "UPDATE alert SET added_labels = ? WHERE id = ?";

  static final String SAVE_FINGERPRINT = "UPDATE standing SET fingerprint = ? WHERE id = ?";

  static final String SAVE_FINGERPRINT_URGENT =
      "UPDATE standing SET urgency = 'now', fingerprint = ? WHERE id = ?";

  static final Repeated MOVE =
      new Repeated(
          """
          UPDATE standing SET page = ?, suppression = NULL, suppressed_by = NULL,
            suppressed_until = NULL, examine_at = NULL
          WHERE resolved_at IS NULL AND id IN (\
          """,
          "?",
          ")");

  static final Repeated SUPPRESS =
      new Repeated(
          """
          UPDATE standing SET page = '', suppression = ?, suppressed_by = ?,
            suppressed_until = ?, examine_at = ?
          WHERE resolved_at IS NULL AND id IN (\
          """,
          "?",
          ")");

  static final Repeated RESOLVE =
      new Repeated(
          """
          UPDATE standing SET resolved_at = ?, resolved_by = ?, check_at = NULL, examine_at = NULL,
            holds_key = holds_key * ?
          WHERE resolved_at IS NULL AND id IN (\
          """,
          "?",
          ") RETURNING key, holds_key");

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

  static final String OPEN_OF =
      "SELECT "
          + KNOWN_COLUMNS
          + " FROM standing WHERE page = ? AND resolved_at IS NULL ORDER BY id LIMIT ?";

  /// In the order in which [AlertRows#alert] reads.
  static final String ALERT_COLUMNS =
      """
      a.id, s.key, a.integration, a.service, a.deduplication_key, a.summary, a.source,
        a.severity, a.labels, a.details, a.added_labels, s.resolved_at, s.resolved_by,
        s.unknown_since, s.page, s.suppression, s.suppressed_by, s.suppressed_until,
        s.starts_at, a.opened_at, s.last_seen_at, s.lease_until, s.report_count,
        a.first_event, s.last_event\
      """;

  private static final String ALERT =
      "SELECT " + ALERT_COLUMNS + "\nFROM standing s JOIN alert a ON a.id = s.id\n";

  static final String RUN_OUT =
      ALERT + "WHERE s.check_at <= ? AND s.lease_until <= ? ORDER BY s.check_at LIMIT ?";

  static final Repeated GO_QUIET =
      new Repeated(
          """
          UPDATE standing SET unknown_since = ?, lease_until = ?, check_at = ?
          WHERE resolved_at IS NULL AND id IN (\
          """,
          "?",
          ")");

  /// What an alert that is over now was the reason for.
  static final Repeated EXAMINE_TARGETS =
      new Repeated(
          """
          UPDATE standing SET examine_at = ?
          WHERE suppression = 'inhibition' AND resolved_at IS NULL AND suppressed_by IN (\
          """,
          "?",
          ")");

  static final Repeated FORGET_SOURCES =
      new Repeated("DELETE FROM inhibitor WHERE alert IN (", "?", ")");

  static final String EXAMINE_ALL =
      "UPDATE standing SET examine_at = ? WHERE suppression > '' AND resolved_at IS NULL";

  static final String EXAMINE =
      """
      UPDATE standing SET examine_at = ?,
        suppressed_until = CASE WHEN suppressed_until IS NULL THEN NULL ELSE ? END
      WHERE suppression = ? AND suppressed_by = ? AND resolved_at IS NULL
      """;

  static final String TO_EXAMINE = ALERT + "WHERE s.examine_at <= ? ORDER BY s.examine_at LIMIT ?";

  static final String SUPPRESSED =
      ALERT
          + """
          WHERE s.suppression = ? AND s.suppressed_by = ? AND s.resolved_at IS NULL
          ORDER BY s.id LIMIT ?
          """;

  static final String WITHOUT_PAGE =
      ALERT
          + """
          WHERE s.suppression > '' AND s.resolved_at IS NULL
          ORDER BY s.suppression, s.suppressed_by, s.id LIMIT ?
          """;

  /// Along the index of what pages cover; those without a page stand before all others.
  static final String OPEN_AFTER =
      ALERT
          + """
          WHERE (s.page, s.id) > (?, ?) AND s.page > '' AND s.resolved_at IS NULL
          ORDER BY s.page, s.id LIMIT ?
          """;

  /// Along the same index, with those that no page covers.
  static final String ALL_OPEN =
      ALERT
          + """
          WHERE (s.page, s.id) > (?, ?) AND s.resolved_at IS NULL ORDER BY s.page, s.id LIMIT ?
          """;

  /// A label is looked for as it is written among the labels, where quotes within a text are
  /// escaped. Replacing it tells exactly, in upper and lower case, in any database.
  private static final String WITH_LABEL =
      " AND (REPLACE(a.added_labels, ?, '') <> a.added_labels"
          + " OR (REPLACE(a.labels, ?, '') <> a.labels"
          + " AND REPLACE(a.added_labels, ?, '') = a.added_labels))";

  private static final Map<Integer, String> OPEN_WITH = new ConcurrentHashMap<>();

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

  /// Along the index of what is open, those of one integration with so many labels. A label that a
  /// rule added stands for the source's own of that name.
  static String openWith(int labels) {
    return OPEN_WITH.computeIfAbsent(
        labels,
        n ->
            ALERT
                + "WHERE (s.page, s.id) > (?, ?) AND s.resolved_at IS NULL AND a.integration = ?"
                + WITH_LABEL.repeat(n)
                + " ORDER BY s.page, s.id LIMIT ?");
  }
}
