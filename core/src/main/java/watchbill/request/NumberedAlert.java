package watchbill.request;

import watchbill.alert.Alert;

/// An alert its sender can ask about.
///
/// @param number short, for people, and ever growing
public record NumberedAlert(long number, Alert alert) {}
