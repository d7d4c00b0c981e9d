package watchbill.ledger;

import java.time.Instant;
import java.util.Optional;
import watchbill.catalog.PersonId;

/// One line of the ledger. Never changed once it is there.
///
/// @param id ordered by when it was entered
/// @param reverses the entry it takes back, when it does
/// @param because how it came about, in words
/// @param by who entered it, or the program itself
public record LedgerEntry(
    String id,
    PersonId person,
    Earning earning,
    Optional<String> reverses,
    String because,
    String by,
    Instant at) {}
