package watchbill.server.several;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes whose database is stopped under a page that climbs.
@Tag("slow")
class DatabaseAwayTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  /// The nodes have read once more what is open, and what they do by themselves is done.
  private static final Duration A_WHILE = Duration.ofSeconds(4);

  private static final int ACCEPTED = 202;
  private static final int UNAVAILABLE = 503;
  private static final int OK = 200;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private Phones phones;
  private Database database;
  private NodeProcess near;
  private NodeProcess far;

  @BeforeEach
  void start() throws IOException {
    phones = new Phones();
    database = new Database(folder.resolve("database"));
    Path configuration = House.write(folder, phones.address());
    near = NodeProcess.start(folder.resolve("near"), configuration, database.address());
    far = NodeProcess.start(folder.resolve("far"), configuration, database.address());
  }

  @AfterEach
  void stop() throws IOException {
    far.close();
    near.close();
    phones.close();
    database.close();
  }

  @Test
  void theNextStepIsToldMarkedAndNothingIsToldAgainUnmarked()
      throws IOException, InterruptedException {
    assertThat(near.report("climbs", "quick")).isEqualTo(ACCEPTED);
    Patience.within(SOON, "Ana is told", () -> phones.count("ana", "climbs") == 1);
    Patience.pass(A_WHILE);
    database.stop();
    Duration took = Patience.within(SOON, "Ben is told", () -> phones.count("ben", "climbs") >= 1);
    System.out.println("told without the database after " + took);
    assertThat(near.report("during", House.service(1))).isEqualTo(UNAVAILABLE);
    assertThat(near.open("/readyz").body()).contains("degraded mode");
    assertThat(near.open("/metrics").body()).contains("watchbill_degraded 1");
    assertThat(wakePage(near).statusCode()).isEqualTo(UNAVAILABLE);
    assertThat(wakePage(near).body()).contains("No answer can be taken now");
    database.start();
    Patience.within(SOON, "both are ready", () -> near.isReady() && far.isReady());
    Patience.pass(A_WHILE);
    assertThat(ringsOf("ben")).hasSizeBetween(1, 2).allMatch(Phones.Ring::isMaybeASecondCopy);
    assertThat(ringsOf("ben")).allMatch(r -> r.text().contains("its database is away"));
    assertThat(ringsOf("ana")).hasSize(1);
    assertThat(near.open("/metrics").body()).contains("watchbill_degraded 0");
    assertThat(wakePage(near).statusCode()).isEqualTo(OK);
    assertThat(far.acknowledge(1)).isEqualTo(OK);
    assertThat(database.ask("SELECT state FROM page")).containsExactly("acknowledged");
    assertThat(
            database.ask(
                "SELECT DISTINCT action FROM audit_entry WHERE action LIKE '%told-while-away'"))
        .hasSize(1);
    Proof.nothingIsLeft(database);
    Proof.theAuditIsOneChain(database);
  }

  @Test
  void aDatabaseThatStartsAgainAtOnceIsNoReasonToTellAnybodyAnything() throws IOException {
    assertThat(near.report("climbs", "quick")).isEqualTo(ACCEPTED);
    Patience.within(SOON, "Ana is told", () -> phones.count("ana", "climbs") == 1);
    database.stop();
    database.start();
    Patience.within(SOON, "Ben is told", () -> phones.count("ben", "climbs") >= 1);
    Patience.pass(A_WHILE);
    assertThat(phones.rings()).hasSize(2).noneMatch(Phones.Ring::isMaybeASecondCopy);
    Proof.theAuditIsOneChain(database);
  }

  private List<Phones.Ring> ringsOf(String phone) {
    return phones.rings().stream().filter(r -> r.phone().equals(phone)).toList();
  }

  private HttpResponse<String> wakePage(NodeProcess node) throws IOException, InterruptedException {
    return node.open(ringsOf("ben").getFirst().path());
  }
}
