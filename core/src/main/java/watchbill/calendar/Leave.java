package watchbill.calendar;

import watchbill.catalog.PersonId;
import watchbill.time.Span;

/// Somebody is away for a span and must not be counted on.
///
/// @param id its id, ordered by when it was entered; stable for an entry of a calendar
/// @param source who or what says so: a person's handle, `calendar`, `ledger`
/// @param note in the words of whoever entered it: `Holiday in Cádiz`; may be empty
public record Leave(String id, PersonId person, Span span, String source, String note) {}
