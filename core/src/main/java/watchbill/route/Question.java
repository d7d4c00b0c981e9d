package watchbill.route;

/// What a rule asks about an alert, in whatever language rules are written in.
public interface Question<T> {
  /// Never throws, and ends soon.
  Answer<T> ask(Facts facts);

  /// As it was written.
  String text();

  sealed interface Answer<T> {
    record Is<T>(T value) implements Answer<T> {}

    /// There is no answer to this alert.
    record Failed<T>(String why) implements Answer<T> {}
  }
}
