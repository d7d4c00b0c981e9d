package watchbill.testkit.simulation.invariant;

/// What ordered a wake, read from the words on the message.
sealed interface Rung {
  record Step(int number) implements Rung {}

  record Fallback() implements Rung {}

  record Request() implements Rung {}

  /// `step 2 of 3`, `fallback`, `asked for by ana`.
  static Rung of(String words) {
    if (words.equals("fallback")) {
      return new Fallback();
    }
    if (words.startsWith("step ")) {
      return new Step(Integer.parseInt(words.split(" ", -1)[1]));
    }
    return new Request();
  }
}
