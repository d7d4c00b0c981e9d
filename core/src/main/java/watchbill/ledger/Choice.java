package watchbill.ledger;

import java.time.Instant;
import java.time.YearMonth;
import watchbill.catalog.PersonId;

/// Money or time, for the calls of one month.
public record Choice(
    PersonId person, YearMonth month, Compensation compensation, String by, Instant at) {}
