package watchbill.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A tree of routes sends alerts where Alertmanager's own does; what is expected was taken from
/// `amtool config routes test` on the same tree.
class BranchTest {
  private static final Branch TREE =
      branch(
          "root",
          "",
          false,
          branch("watchdog", "alertname=Watchdog", false),
          branch("archive", "severity=critical", true),
          branch(
              "teams",
              "team=",
              false,
              branch("db", "team=db", true),
              branch("db-night", "night=yes", false)),
          branch("late", "severity=critical", false));

  @ParameterizedTest
  @CsvSource({
    "x=y, root",
    "alertname=Watchdog, watchdog",
    "alertname=Watchdog severity=critical, watchdog",
    "severity=critical, archive late",
    "severity=critical team=web, archive teams",
    "team=db, db",
    "team=db night=yes, db db-night",
    "team=web night=yes, db-night",
    "team=web, teams",
  })
  void anAlertEndsWhereItsLabelsLead(String labels, String ends) {
    assertThat(TREE.ends(of(labels)).stream().map(Branch::name))
        .containsExactly(ends.split(" ", -1));
  }

  @Test
  void itIsKnownWhetherAnAlertCanEndInSeveral() {
    assertThat(TREE.canCopy()).isTrue();
    assertThat(branch("root", "", false, branch("a", "a=b", false)).canCopy()).isFalse();
  }

  @Test
  void aCopyIsToldByItsKey() {
    Branch end = TREE.find("db-night").orElseThrow();
    String key = Copies.key("{a=\"b\"}", end);
    assertThat(Copies.route(key)).contains("db-night");
    assertThat(Copies.route("{a=\"b\"}")).isEmpty();
  }

  /// @param wants one label with its value; without a value any but the empty one
  private static Branch branch(String name, String wants, boolean goesOn, Branch... below) {
    String[] pair = wants.split("=", 2);
    return new Branch(
        name,
        name,
        labels -> {
          String value = labels.getOrDefault(pair[0], "");
          return wants.isEmpty() || (pair[1].isEmpty() ? !value.isEmpty() : value.equals(pair[1]));
        },
        Effect.NOTHING,
        goesOn,
        List.of(below));
  }

  private static Map<String, String> of(String labels) {
    Map<String, String> map = new TreeMap<>();
    for (String label : labels.split(" ", -1)) {
      String[] pair = label.split("=", 2);
      map.put(pair[0], pair[1]);
    }
    return map;
  }
}
