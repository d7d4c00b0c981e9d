package watchbill.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import watchbill.adapter.store.postgres.Checkup;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.adapter.store.postgres.TestServer;
import watchbill.adapter.system.SystemTime;
import watchbill.testkit.Cast;

class StoreDoctorTest {
  private static final PostgresAddress ADDRESS =
      PostgresAddress.parse("postgres://watchbill:hunter2@db/pages").orElseThrow();

  @Test
  void aSoundOneIsWell() {
    assertThat(judged(new Checkup("18.6", 18, true, Cast.NIGHT)))
        .isEqualTo(Finding.well("store", "PostgreSQL 18.6 at postgres://watchbill@db:5432/pages"));
  }

  @Test
  void oneThatForgetsIsBad() {
    Finding finding = judged(new Checkup("17.2", 17, false, Cast.NIGHT));
    assertThat(finding.health()).isEqualTo(Finding.Health.BAD);
    assertThat(finding.words()).contains("fsync");
  }

  @Test
  void oneThatIsTooOldIsBad() {
    assertThat(judged(new Checkup("13.9", 13, true, Cast.NIGHT)).health())
        .isEqualTo(Finding.Health.BAD);
  }

  @Test
  void aClockThatDiffersIsPoor() {
    Finding finding = judged(new Checkup("16.1", 16, true, Cast.NIGHT.minusSeconds(7)));
    assertThat(finding.health()).isEqualTo(Finding.Health.POOR);
    assertThat(finding.words()).contains("differ by 7 s");
  }

  @Test
  void oneThatIsNotThereIsBadAndItsPasswordIsNotShown() {
    PostgresAddress nowhere =
        PostgresAddress.parse("postgres://watchbill:hunter2@127.0.0.1:1/pages").orElseThrow();
    Finding finding = StoreDoctor.examine(nowhere, Cast.NIGHT);
    assertThat(finding.health()).isEqualTo(Finding.Health.BAD);
    assertThat(finding.words()).doesNotContain("hunter2");
  }

  /// The server of the tests keeps nothing on disk, so that they are quick.
  @Test
  void aRealOneIsAsked() {
    Instant now = new SystemTime().now();
    Finding finding = StoreDoctor.examine(TestServer.newDatabase(), now);
    assertThat(finding.words()).startsWith("PostgreSQL ").contains("forgets");
  }

  private static Finding judged(Checkup checkup) {
    return StoreDoctor.judge(ADDRESS, checkup, Cast.NIGHT);
  }
}
