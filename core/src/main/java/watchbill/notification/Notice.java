package watchbill.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;

/// Something one person is told that is not a page.
///
/// @param key names the occasion; a person is never given two notices of one key:
///   `before-duty/payments/primary/2026-11-23T08:00Z/1-week`
/// @param headline what it is, one line
/// @param facts the rest, in the order it is asked; channels show the first 20
/// @param pointlessFrom when it is of no use any more; what has not left by then never will
public record Notice(
    NoticeId id,
    PersonId person,
    Kind kind,
    String key,
    String headline,
    List<Message.Fact> facts,
    Optional<Action> action,
    Instant createdAt,
    Optional<Instant> pointlessFrom) {
  public Notice {
    facts = List.copyOf(facts);
  }

  /// What it is about, and with it how loudly it is told.
  public enum Kind {
    BEFORE_DUTY,
    DUTY_CHANGED,
    SWAP,
    OPEN_SHIFT,
    COVERAGE,
    STAND_IN,
    /// A silence of theirs ends.
    SILENCE,
    /// Which pages of a team were noise.
    NOISE,
    /// Watchbill was blind for a while, or was put back from a copy.
    OUTAGE,
    /// Something of Watchbill's own is in trouble.
    OWN_TROUBLE,
    /// Where the chain of the audit stands, signed.
    AUDIT_HEAD,
    /// Can you be woken? Told as a page at night would be, until it is answered.
    WAKE_TEST,
    /// Asked for by whoever gets it: every way they have, at once.
    TEST;

    /// As the store and other programs write it: `before-duty`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Kind ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// For people: `before duty`.
    public String inWords() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Whose rules it follows, those of the night or those of the day.
    public Urgency urgency() {
      return switch (this) {
        case WAKE_TEST, TEST -> Urgency.NOW;
        case BEFORE_DUTY,
            DUTY_CHANGED,
            SWAP,
            OPEN_SHIFT,
            COVERAGE,
            STAND_IN,
            SILENCE,
            NOISE,
            OUTAGE,
            OWN_TROUBLE,
            AUDIT_HEAD ->
            Urgency.WORKING_HOURS;
      };
    }
  }

  /// What the one button of its message does.
  public sealed interface Action {
    /// On the button: `I am awake`, `See the swap`.
    String label();

    /// Answers the notice itself.
    record Answer(String label) implements Action {}

    /// Opens a page of another purpose, which brings the page that reads such passes.
    ///
    /// @param purpose of the signed pass: `swap`; lower-case letters and dashes
    /// @param subject of the signed pass: the id of the swap
    record Elsewhere(String label, String purpose, String subject) implements Action {}
  }

  /// How a notice was over. One that nobody asks an answer to may stay open for ever.
  public sealed interface End {
    Instant at();

    /// Somebody answered.
    ///
    /// @param by their handle
    /// @param via how they said so: `notice link`, `web`
    record Answered(Instant at, String by, String via) implements End {}

    /// It became pointless before anybody answered.
    record Lapsed(Instant at) implements End {}

    /// Why what has not left is not sent.
    default String inWords() {
      return switch (this) {
        case Answered(_, var by, _) -> "answered by " + by;
        case Lapsed _ -> "too late to be of use";
      };
    }
  }

  /// Whether it waits for its person to say something.
  public boolean asksForAnswer() {
    return action.filter(Action.Answer.class::isInstance).isPresent();
  }

  public boolean isPointless(Instant now) {
    return pointlessFrom.filter(from -> !now.isBefore(from)).isPresent();
  }
}
