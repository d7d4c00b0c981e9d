package watchbill.adapter.ingest;

/// Counts what came in by one dialect, for the program's own figures.
@FunctionalInterface
public interface Tally {
  void count(Outcome outcome, int events);

  /// What became of events.
  enum Outcome {
    /// On disk.
    KEPT("kept"),
    /// Refused: the sender has to change something.
    REFUSED("refused"),
    /// Refused: the key is of no integration here.
    UNKNOWN_KEY("unknown-key"),
    /// Not taken now; the sender is asked to come again.
    PUT_OFF("put-off");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /// As a label of the figure: `unknown-key`.
    public String word() {
      return word;
    }
  }
}
