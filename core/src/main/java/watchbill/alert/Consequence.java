package watchbill.alert;

import java.util.List;
import java.util.Optional;

/// What came of one report of a message, as it was when the message came.
///
/// @param alert it was about; empty when it changed nothing
/// @param page that the alert belonged to then; empty when it had none, or was only heard of again
/// @param words why: what each rule said, what held it back; may be empty
public record Consequence(
    Kind kind, Optional<AlertId> alert, Optional<PageId> page, List<String> words) {
  public Consequence {
    words = List.copyOf(words);
  }

  /// What a report did.
  public enum Kind {
    /// A new alert.
    OPENED("o", "a new alert"),
    /// The same alert again.
    REFRESHED("r", "heard of again"),
    /// It got worse, or made worse what somebody has in hand.
    ROSE("u", "got worse"),
    ENDED("e", "over"),
    /// Somebody took charge in the sending system.
    TAKEN("t", "taken charge of in the sending system"),
    IGNORED("i", "changed nothing");

    private final String mark;
    private final String words;

    Kind(String mark, String words) {
      this.mark = mark;
      this.words = words;
    }

    /// As the store has it.
    String mark() {
      return mark;
    }

    /// As people read it.
    public String inWords() {
      return words;
    }
  }
}
