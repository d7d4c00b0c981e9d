package watchbill.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import watchbill.adapter.store.sqlite.SqliteTransactions;
import watchbill.audit.Deed;
import watchbill.testkit.Cast;

/// `backup`, `restore` and `audit`, as somebody types them.
class KeepingCommandsTest {
  @TempDir Path folder;

  @BeforeEach
  void aNodeRan() {
    try (var store = SqliteTransactions.open(data())) {
      for (int i = 1; i <= 5; i++) {
        deed(store, "deed " + i);
      }
    }
  }

  @Test
  void aBackupIsPutBackOnAnotherMachine() {
    assertThat(run("backup", file("a.db"), "--data", data().toString()))
        .contains("5 audit entries, looked over and found good");
    assertThat(run("backup", file("a.db"), "--data", data().toString()))
        .contains("is there already");
    String other = file("other");
    assertThat(run("restore", file("a.db"), "--data", other))
        .contains("holds the store as it was at 2025-01-06T03:00:00Z");
    assertThat(run("restore", file("a.db"), "--data", other)).contains("nothing is overwritten");
    assertThat(run("audit", "verify", "--data", other)).contains("The audit is whole: 5 entries");
  }

  @Test
  void theAuditIsFollowedBesideANodeThatRuns() {
    try (var store = SqliteTransactions.open(data())) {
      deed(store, "deed 6");
      assertThat(run("audit", "verify", "--data", data().toString()))
          .contains("The audit is whole: 6 entries, the last of 2025-01-06T03:00:00Z");
    }
  }

  @Test
  void aBentEntryIsNamed() throws SQLException {
    sql("UPDATE audit_entry SET said = 'deed 0' WHERE sequence = 4");
    assertThat(run("audit", "verify", "--data", data().toString()))
        .contains(
            "The audit is broken at entry 4:",
            "2025-01-06T03:00:00Z  ana  page.acknowledged  p: deed 0");
  }

  @Test
  void aHeadFindsAChainThatWasCutOff() throws SQLException {
    String head = run("audit", "head", "--data", data().toString()).strip();
    String key = run("audit", "key", "--data", data().toString()).strip();
    assertThat(run("audit", "verify", "--data", data().toString(), "--head", head))
        .contains("It goes through the head of ");
    run("backup", file("a.db"), "--data", data().toString());
    assertThat(run("audit", "verify", file("a.db"), "--head", head, "--key", key))
        .contains("It goes through the head of ");
    sql("DELETE FROM audit_entry WHERE sequence > 3");
    assertThat(run("audit", "verify", "--data", data().toString()))
        .contains("The audit is whole: 3 entries");
    assertThat(run("audit", "verify", "--data", data().toString(), "--head", head))
        .contains("The audit ends at entry 3, but its head said 5: the last 2 are missing");
  }

  @Test
  void aHeadOfSomebodyElseProvesNothing() {
    String head = run("audit", "head", "--data", data().toString()).strip();
    assertThat(run("audit", "verify", "--data", data().toString(), "--head", head + "x"))
        .contains("not signed by this key");
    assertThat(run("audit", "verify", "--data", data().toString(), "--head", "head"))
        .contains("this is no whole head");
    assertThat(run("audit", "key", "--data", file("none"))).contains("has no key yet");
    String made = run("audit", "key", "--make", "--data", file("none")).strip();
    assertThat(run("audit", "key", "--data", file("none")).strip()).isEqualTo(made);
  }

  private static void deed(SqliteTransactions store, String said) {
    store.write(s -> {
      s.audit().append(List.of(new Deed(Cast.NIGHT, "ana", "page.acknowledged", "p", said, "")));
      return true;
    });
  }

  private Path data() {
    return folder.resolve("data");
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void sql(String statement) throws SQLException {
    Path store = data().resolve("watchbill.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private static String run(String... arguments) {
    var said = new StringWriter();
    CommandLine line = WatchbillCommand.line();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    line.execute(arguments);
    return said.toString();
  }
}
