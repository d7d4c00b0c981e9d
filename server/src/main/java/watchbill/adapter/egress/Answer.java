package watchbill.adapter.egress;

/// How far a request came.
public sealed interface Answer {
  /// The other side answered.
  ///
  /// @param body its text, cut at the request's limit
  record Answered(int status, String body) implements Answer {}

  /// Not a byte of it was sent, and asking again will not help: the address may not be asked.
  record Forbidden(String why) implements Answer {}

  /// Not a byte of it was sent: nobody was there.
  record NotSent(String why) implements Answer {}

  /// It was sent, or part of it, and no answer came. The other side may have acted on it.
  record Silence(String why) implements Answer {}
}
