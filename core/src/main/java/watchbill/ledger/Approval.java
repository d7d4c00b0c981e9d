package watchbill.ledger;

import java.time.Instant;
import java.time.YearMonth;
import watchbill.catalog.PersonId;

/// A person's month is closed: what is entered for it from now on is a correction, and says so.
public record Approval(PersonId person, YearMonth month, String by, Instant at) {}
