package watchbill.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;

/// A page that woke somebody, and the time they spent on it.
///
/// @param team whose service it was
/// @param page the id of the page
/// @param doneAt when they were done; not before `wokenAt`
public record CallOut(PersonId person, TeamId team, String page, Instant wokenAt, Instant doneAt) {
  public CallOut {
    // What the ledger keeps is compared with what happened, and it keeps microseconds.
    wokenAt = wokenAt.truncatedTo(ChronoUnit.MICROS);
    doneAt = doneAt.truncatedTo(ChronoUnit.MICROS);
    if (doneAt.isBefore(wokenAt)) {
      throw new IllegalArgumentException("done at " + doneAt + ", before " + wokenAt);
    }
  }

  public Duration length() {
    return Duration.between(wokenAt, doneAt);
  }
}
