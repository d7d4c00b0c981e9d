package watchbill.catalog;

import java.time.Duration;

/// One line of a person's notification rules: `sms 2m` is an SMS two minutes after the step began.
///
/// @param after zero or more, at most a day
public record ContactRule(ContactMethod method, Duration after) {}
