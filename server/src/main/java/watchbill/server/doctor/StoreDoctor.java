package watchbill.server.doctor;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import watchbill.adapter.store.postgres.Checkup;
import watchbill.adapter.store.postgres.PostgresAddress;

/// Examines the database that several nodes share.
public final class StoreDoctor {
  private static final String STORE = "store";
  private static final int OLDEST = 14;
  private static final int NEWEST = 18;
  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(1);

  private StoreDoctor() {}

  public static Finding examine(PostgresAddress address, Instant now) {
    try {
      return judge(address, Checkup.of(address), now);
    } catch (SQLException e) {
      return Finding.bad(STORE, address + " can't be used: " + e.getMessage());
    }
  }

  static Finding judge(PostgresAddress address, Checkup checkup, Instant now) {
    String who = "PostgreSQL " + checkup.version() + " at " + address;
    if (checkup.major() < OLDEST) {
      return Finding.bad(STORE, who + " is too old; use " + OLDEST + " to " + NEWEST);
    }
    if (!checkup.isDurable()) {
      return Finding.bad(
          STORE, who + " forgets when the power fails; turn fsync and full_page_writes on");
    }
    Duration apart = Duration.between(checkup.clock(), now).abs();
    if (apart.compareTo(CLOCKS_MAY_DIFFER) > 0) {
      return Finding.poor(
          STORE, who + " and this machine differ by " + apart.toSeconds() + " s; let NTP mend it");
    }
    return checkup.major() > NEWEST
        ? Finding.poor(STORE, who + " is newer than what this was tested with")
        : Finding.well(STORE, who);
  }
}
