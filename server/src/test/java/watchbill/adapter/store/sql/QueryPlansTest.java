package watchbill.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No statement of any store reads a whole table.
class QueryPlansTest {
  private static final List<Class<?>> HOLDERS =
      List.of(
          AlertTexts.class,
          SqlAccessStore.class,
          SqlAuditStore.class,
          SqlChangeStore.class,
          SqlEventStore.class,
          SqlFeedStore.class,
          SqlHolidayStore.class,
          SqlJudgementStore.class,
          SqlLeaveStore.class,
          SqlNoticeStore.class,
          SqlNotificationStore.class,
          SqlNumberedAlerts.class,
          SqlOpenShiftStore.class,
          SqlOverrideStore.class,
          SqlPageStore.class,
          SqlRestraintStore.class,
          SqlRequestStore.class,
          SqlRotaStore.class,
          SqlSilenceStore.class,
          SqlStandDownStore.class,
          SqlSwapStore.class,
          SqlToldStore.class);

  /// These walk along an index that is in their order, and stop at their limit.
  private static final List<String> WALKS =
      List.of(
          "SCAN page USING INDEX page_needing_somebody",
          "SCAN page USING INDEX page_in_hand",
          "SCAN page USING INDEX page_resting",
          "SCAN page USING INDEX page_resolved",
          "SCAN notification USING INDEX notification_claimable",
          "SCAN rota_swap USING INDEX rota_swap_open",
          "SCAN open_shift USING INDEX open_shift_open",
          "SCAN audit_entry USING INDEX sqlite_autoindex_audit_entry_1");

  /// What a statement makes for itself: values, and the pieces of a union.
  private static final List<String> OWN =
      List.of("SCAN still_open", "SCAN over", "SCAN CONSTANT ROW", "SCAN (subquery-2)");

  @Test
  void noStatementReadsAWholeTable() throws Exception {
    Map<String, List<String>> scans = new LinkedHashMap<>();
    int looked = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Migrations.ofThisProgram().run(new Sql(connection, new PlainDialect(), true));
      for (String text : texts()) {
        List<String> plan = plan(connection, text);
        System.out.println(text.strip() + "\n    " + String.join("\n    ", plan));
        plan.stream()
            .filter(step -> step.startsWith("SCAN"))
            .filter(step -> !WALKS.contains(step) && !OWN.contains(step))
            .filter(step -> !step.matches("SCAN \\d+-ROW VALUES CLAUSE"))
            .forEach(step -> scans.computeIfAbsent(text, _ -> new ArrayList<>()).add(step));
        looked++;
      }
    }
    assertThat(scans).isEmpty();
    assertThat(looked).as("statements looked at").isGreaterThan(45);
  }

  @Test
  void aResendTouchesNoIndex() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      Migrations.ofThisProgram().run(new Sql(connection, new PlainDialect(), true));
      List<String> operations = new ArrayList<>();
      try (ResultSet steps = statement.executeQuery("EXPLAIN " + AlertTexts.REFRESH.times(8))) {
        while (steps.next()) {
          operations.add(steps.getString("opcode"));
        }
      }
      // The eight ids are put into a list of their own; nothing else is put in order.
      assertThat(operations).filteredOn("IdxInsert"::equals).hasSize(8);
      assertThat(operations).doesNotContain("IdxDelete");
    }
  }

  private static List<String> plan(Connection connection, String text) throws SQLException {
    List<String> plan = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet steps = statement.executeQuery("EXPLAIN QUERY PLAN " + text)) {
      while (steps.next()) {
        plan.add(steps.getString("detail"));
      }
    }
    return plan;
  }

  private static List<String> texts() {
    return HOLDERS.stream()
        .flatMap(holder -> Stream.of(holder.getDeclaredFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .flatMap(QueryPlansTest::text)
        .filter(text -> text.matches("(?s)(SELECT|INSERT|UPDATE|DELETE) .*"))
        .filter(QueryPlansTest::isWhole)
        .toList();
  }

  /// Some constants are the beginnings of others.
  private static boolean isWhole(String text) {
    return !text.startsWith("SELECT") || text.contains("WHERE") || text.contains("LIMIT");
  }

  private static Stream<String> text(Field field) {
    try {
      field.setAccessible(true);
      return switch (field.get(null)) {
        case String text -> Stream.of(text.replace("%s", ""));
        case Repeated many -> Stream.of(many.times(8));
        default -> Stream.of();
      };
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
