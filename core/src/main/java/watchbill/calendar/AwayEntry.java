package watchbill.calendar;

import watchbill.time.Span;

/// What a person's calendar says: away for a span, in words.
///
/// @param note the summary of the event; may be empty
public record AwayEntry(Span span, String note) {}
