package watchbill.rota;

import watchbill.catalog.PersonId;
import watchbill.time.Span;

/// Somebody can't stand watch for a span; their lieutenant does.
public record Absence(PersonId person, Span span, Why why) {
  /// Why not.
  public enum Why {
    LEAVE("on leave"),
    CANNOT("unable to take it, by their own word"),
    MISSED_WAKE_TEST("not answering the wake test");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /// `on leave`, after `Ana is`.
    public String inWords() {
      return words;
    }
  }
}
