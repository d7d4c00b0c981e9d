package watchbill.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.adapter.store.sql.Migrations.Migration;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.PageId;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;
import watchbill.notification.About;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;

/// Each migration is run once, in order, and all of them or none.
class MigrationsTest {
  private static final Migration FIRST =
      new Migration(1, "0001-a.sql", "CREATE TABLE a (x BIGINT); -- a comment; with a semicolon\n");
  private static final Migration SECOND =
      new Migration(2, "0002-b.sql", "INSERT INTO a VALUES (7);\nCREATE TABLE b (y {bytes});");
  private static final Migration BROKEN =
      new Migration(2, "0002-b.sql", "CREATE TABLE b (y TEXT);\nINSERT INTO nowhere VALUES (1);");

  @TempDir private Path folder;

  @Test
  void eachIsRunOnce() throws SQLException {
    run(FIRST);
    run(FIRST, SECOND);
    run(FIRST, SECOND);
    assertThat(count("a")).isEqualTo(1);
    assertThat(count("b")).isZero();
    assertThat(count("migration")).isEqualTo(2);
    assertThat(count("migration_allows")).isEqualTo(2);
  }

  @Test
  void oneThatFailsLeavesTheStoreAsItWas() throws SQLException {
    run(FIRST);
    assertThatThrownBy(() -> run(FIRST, BROKEN)).hasMessageContaining("nowhere");
    assertThat(count("migration")).isEqualTo(1);
    run(FIRST, SECOND);
    assertThat(count("b")).isZero();
  }

  @Test
  void anOlderProgramIsTurnedAway() throws SQLException {
    run(FIRST, SECOND);
    assertThatThrownBy(() -> run(FIRST))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("its migration 2 is not for programs that know 1");
  }

  @Test
  void anOlderProgramGoesOnWhereTheNewerOneLetsIt() throws SQLException {
    run(FIRST, SECOND, new Migration(3, "0003-c.sql", "-- allows: 2\nCREATE TABLE c (z BIGINT);"));
    run(FIRST, SECOND);
    assertThat(count("c")).isZero();
    assertThatThrownBy(() -> run(FIRST)).isInstanceOf(CannotOpenStore.class);
  }

  @Test
  void oneMigrationThatDoesNotLetItIsEnough() throws SQLException {
    var strict = new Migration(3, "0003-c.sql", "CREATE TABLE c (z BIGINT);");
    run(FIRST, SECOND, strict, new Migration(4, "0004-d.sql", "-- allows: 2\nSELECT 1;"));
    assertThatThrownBy(() -> run(FIRST, SECOND))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("its migration 3 is not for programs that know 2");
  }

  @Test
  void oneThatWasChangedLaterIsNoticed() throws SQLException {
    run(FIRST);
    var changed = new Migration(1, "0001-a.sql", "CREATE TABLE a (x TEXT);");
    assertThatThrownBy(() -> run(changed))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("0001-a.sql");
  }

  @Test
  void anOutboxFromBeforeNoticesIsKeptAsItWas() throws SQLException {
    List<Migration> all = Migrations.ofThisProgram().known();
    run(all.getFirst());
    try (Connection connection = connect()) {
      sql(connection)
          .once(
              """
              INSERT INTO notification VALUES ('n1', 'p1', 2, 'ana', 'sms', '+34600000001', 'now',
                'step 1 of 2', 'why', 1, 'unknown', 5, 6, 'phone', 'ref', 'remark', 3, 4, 1)
              """);
    }
    run(all.toArray(Migration[]::new));
    try (Connection connection = connect()) {
      assertThat(new SqlNotificationStore(sql(connection)).find(new NotificationId("n1")))
          .contains(
              new Notification(
                  new NotificationId("n1"),
                  new About.OfPage(new PageId("p1"), 2),
                  new PersonId("ana"),
                  ContactMethod.SMS,
                  "+34600000001",
                  Urgency.NOW,
                  "step 1 of 2",
                  "why",
                  Micros.toInstant(1),
                  new Delivery.Unknown(Micros.toInstant(5), "remark", Micros.toInstant(6)),
                  3,
                  4,
                  true));
    }
  }

  @Test
  void anAlertFromBeforeAddedLabelsHasNone() throws SQLException {
    List<Migration> all = Migrations.ofThisProgram().known();
    List<Migration> before = all.stream().filter(m -> m.number() < 18).toList();
    run(before.toArray(Migration[]::new));
    try (Connection connection = connect()) {
      sql(connection)
          .once(
              """
              INSERT INTO alert VALUES ('a1', 'prometheus', 'checkout', 'k', 'down', '', 'error',
                '{"job":"lb"}', '{}', 1, 'e1')
              """);
      sql(connection)
          .once(
              """
              INSERT INTO standing (id, key, holds_key, page, urgency, fingerprint, starts_at,
                last_seen_at, report_count, last_event)
              VALUES ('a1', x'000102030405060708090a0b0c0d0e0f', 1, 'p1', 'now', 7, 1, 1, 1, 'e1')
              """);
    }
    run(all.toArray(Migration[]::new));
    try (Connection connection = connect()) {
      Alert alert =
          new SqlAlertStore(sql(connection), Optional.empty())
              .find(new AlertId("a1"))
              .orElseThrow();
      assertThat(alert.added()).isEmpty();
      assertThat(alert.shown().labels()).isEqualTo(Map.of("job", "lb"));
    }
  }

  private void run(Migration... migrations) throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      new Migrations(List.of(migrations)).run(sql(connection));
      connection.commit();
    }
  }

  private long count(String table) throws SQLException {
    try (Connection connection = connect()) {
      return sql(connection).of("SELECT COUNT(*) FROM " + table).first(Row::number).orElseThrow();
    }
  }

  private static Sql sql(Connection connection) {
    return new Sql(connection, new PlainDialect(), true);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store.db"));
  }
}
