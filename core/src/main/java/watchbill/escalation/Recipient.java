package watchbill.escalation;

import watchbill.catalog.Person;

/// Somebody to wake, and why it is them.
///
/// @param why in words: `primary of rota payments until Mon 12 Jan 09:00 CET`
public record Recipient(Person person, String why) {}
