package watchbill.adapter.ingest.line;

import watchbill.catalog.IntegrationId;

/// Counts what became of lines, for the program's own figures.
@FunctionalInterface
public interface LineTally {
  void count(IntegrationId from, Fate fate, int lines);

  /// What became of lines.
  enum Fate {
    /// It raised or ended an alert, or said again what was said before, and is on disk.
    TAKEN("taken"),
    /// A rule wants it ignored.
    IGNORED("ignored"),
    /// No rule is about it.
    NO_RULE("no-rule"),
    /// It would have raised more alerts than one integration may in a minute.
    OVER_LIMIT("over-limit"),
    /// It was no line one could read.
    UNREADABLE("unreadable"),
    /// It came faster than it could be kept.
    LOST("lost");

    private final String word;

    Fate(String word) {
      this.word = word;
    }

    /// As a label of the figure: `no-rule`.
    public String word() {
      return word;
    }
  }
}
