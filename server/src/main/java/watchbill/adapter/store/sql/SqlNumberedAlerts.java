package watchbill.adapter.store.sql;

import java.util.List;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.catalog.IntegrationId;
import watchbill.request.NumberedAlert;
import watchbill.request.NumberedAlerts;

/// Keeps the numbers of alerts in one narrow table, beside the alerts themselves.
public final class SqlNumberedAlerts implements NumberedAlerts {
  /// Alerts that ended are open in no list any more.
  static final Repeated END =
      new Repeated(
          "UPDATE numbered_alert SET is_over = 1 WHERE is_over = 0 AND alert IN (", "?", ")");

  private static final String NEXT_NUMBER =
      """
      INSERT INTO counter (name, value)
      VALUES ('alert', (SELECT COALESCE(MAX(number), 0) + 1 FROM numbered_alert))
      ON CONFLICT (name) DO UPDATE SET value =
        CASE WHEN excluded.value > counter.value THEN excluded.value ELSE counter.value + 1 END
      RETURNING value
      """;

  private static final String GIVE =
      """
      INSERT INTO numbered_alert (alert, number, integration, is_over)
      SELECT id, ?, ?, CASE WHEN resolved_at IS NULL THEN 0 ELSE 1 END
      FROM standing WHERE id = ?
      """;

  private static final String NUMBERED =
      "SELECT "
          + AlertTexts.ALERT_COLUMNS
          + ", n.number FROM numbered_alert n JOIN standing s ON s.id = n.alert"
          + " JOIN alert a ON a.id = n.alert ";

  private static final String BY_NUMBER = NUMBERED + "WHERE n.number = ? AND n.integration = ?";

  private static final String BY_ALERT = NUMBERED + "WHERE n.alert = ? AND n.integration = ?";

  private static final String NEWEST_FIRST = " AND n.number < ? ORDER BY n.number DESC LIMIT ?";

  private static final String OLDEST_FIRST = " AND n.number > ? ORDER BY n.number LIMIT ?";

  private static final String OPEN = "WHERE n.integration = ? AND n.is_over = 0";

  private static final String OVER = "WHERE n.integration = ? AND n.is_over = 1";

  private static final String ALL = "WHERE n.integration = ?";

  private static final String LIST_OPEN = NUMBERED + OPEN + NEWEST_FIRST;
  private static final String LIST_OPEN_OLDEST = NUMBERED + OPEN + OLDEST_FIRST;
  private static final String LIST_OVER = NUMBERED + OVER + NEWEST_FIRST;
  private static final String LIST_OVER_OLDEST = NUMBERED + OVER + OLDEST_FIRST;
  private static final String LIST_ALL = NUMBERED + ALL + NEWEST_FIRST;
  private static final String LIST_ALL_OLDEST = NUMBERED + ALL + OLDEST_FIRST;

  private static final String COUNT_OPEN = "SELECT COUNT(*) FROM numbered_alert n " + OPEN;
  private static final String COUNT_OVER = "SELECT COUNT(*) FROM numbered_alert n " + OVER;
  private static final String COUNT_ALL = "SELECT COUNT(*) FROM numbered_alert n " + ALL;

  private static final String DROP = "DELETE FROM numbered_alert WHERE alert = ?";

  private final Sql sql;

  SqlNumberedAlerts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public long give(Alert alert) {
    long number = sql.of(NEXT_NUMBER).first(Row::number).orElseThrow();
    sql.of(GIVE).number(number).text(alert.integration().handle()).text(alert.id().value()).run();
    return number;
  }

  @Override
  public Optional<NumberedAlert> find(IntegrationId integration, long number) {
    return sql.of(BY_NUMBER)
        .number(number)
        .text(integration.handle())
        .first(SqlNumberedAlerts::read);
  }

  @Override
  public Optional<NumberedAlert> find(IntegrationId integration, AlertId alert) {
    return sql.of(BY_ALERT)
        .text(alert.value())
        .text(integration.handle())
        .first(SqlNumberedAlerts::read);
  }

  @Override
  public List<NumberedAlert> list(Listing listing, int limit) {
    boolean newest = listing.newestFirst();
    String text =
        switch (listing.which()) {
          case OPEN -> newest ? LIST_OPEN : LIST_OPEN_OLDEST;
          case OVER -> newest ? LIST_OVER : LIST_OVER_OLDEST;
          case ALL -> newest ? LIST_ALL : LIST_ALL_OLDEST;
        };
    return sql.of(text)
        .text(listing.integration().handle())
        .number(listing.beyond())
        .number(limit)
        .list(SqlNumberedAlerts::read);
  }

  @Override
  public long count(IntegrationId integration, Which which) {
    String text =
        switch (which) {
          case OPEN -> COUNT_OPEN;
          case OVER -> COUNT_OVER;
          case ALL -> COUNT_ALL;
        };
    return sql.of(text).text(integration.handle()).first(Row::number).orElseThrow();
  }

  @Override
  public void drop(AlertId alert) {
    sql.of(DROP).text(alert.value()).run();
  }

  private static NumberedAlert read(Row row) {
    Alert alert = AlertRows.alert(row);
    return new NumberedAlert(row.number(), alert);
  }
}
