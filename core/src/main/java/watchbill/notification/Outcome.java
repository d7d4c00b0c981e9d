package watchbill.notification;

/// What a provider answered.
public sealed interface Outcome {
  /// It took the message on.
  ///
  /// @param reference its id for the message; may be empty
  /// @param delivered it says the message is on the person's device already
  record Accepted(String reference, boolean delivered) implements Outcome {}

  /// It will never take this message: a wrong address, a wrong password.
  record Refused(String why) implements Outcome {}

  /// It does not have the message and may take it later: connection refused, too many requests.
  record Unavailable(String why) implements Outcome {}

  /// It was sent the message, or part of it, and did not answer. Unknown, not failed.
  record NoAnswer(String why) implements Outcome {}
}
