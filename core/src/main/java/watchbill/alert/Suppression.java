package watchbill.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Why an open alert has no page. Shown to people, so every case can say itself.
///
/// None of them is for ever: each names what must end before the alert is looked at again.
public sealed interface Suppression {
  /// A silence that somebody made mutes it.
  record Silenced(SilenceId silence, Instant until) implements Suppression {}

  /// Another alert explains it.
  record Inhibited(AlertId by) implements Suppression {}

  /// Its service is being worked on.
  ///
  /// @param window the name of the maintenance window
  record InMaintenance(String window, Instant until) implements Suppression {}

  /// It comes and goes.
  ///
  /// @param times how often it opened within the time that its rule looks at
  /// @param until when it pages if it still fires then
  record Flapping(int times, Instant until) implements Suppression {}

  /// A rule says that nobody is ever woken for it.
  record ByRule(String rule) implements Suppression {}

  /// What kind of thing suppresses, so that what it holds down is found when it ends.
  enum Cause {
    SILENCE,
    INHIBITION,
    MAINTENANCE,
    FLAPPING,
    RULE;

    /// As the store and other programs write it: `silence`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Cause ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  default Cause cause() {
    return switch (this) {
      case Silenced _ -> Cause.SILENCE;
      case Inhibited _ -> Cause.INHIBITION;
      case InMaintenance _ -> Cause.MAINTENANCE;
      case Flapping _ -> Cause.FLAPPING;
      case ByRule _ -> Cause.RULE;
    };
  }

  /// The very thing, as its cause names it: the id of a silence or of an alert, the name of a
  /// window or of a rule; of flapping, how often.
  default String subject() {
    return switch (this) {
      case Silenced(var silence, _) -> silence.value();
      case Inhibited(var alert) -> alert.value();
      case InMaintenance(var window, _) -> window;
      case Flapping(var times, _) -> Integer.toString(times);
      case ByRule(var rule) -> rule;
    };
  }

  /// When it must be looked at again; empty when only an event ends it.
  default Optional<Instant> endsAt() {
    return switch (this) {
      case Silenced(_, var until) -> Optional.of(until);
      case InMaintenance(_, var until) -> Optional.of(until);
      case Flapping(_, var until) -> Optional.of(until);
      case Inhibited _, ByRule _ -> Optional.empty();
    };
  }

  /// The same, ending then; what only an event ends stays as it is.
  default Suppression endingAt(Instant at) {
    return switch (this) {
      case Silenced(var silence, _) -> new Silenced(silence, at);
      case InMaintenance(var window, _) -> new InMaintenance(window, at);
      case Flapping(var times, _) -> new Flapping(times, at);
      case Inhibited _, ByRule _ -> this;
    };
  }

  default String inWords() {
    return switch (this) {
      case Silenced(var silence, var until) -> "silenced by " + silence + " until " + until;
      case Inhibited(var alert) -> "inhibited by alert " + alert;
      case InMaintenance(var window, var until) -> "in maintenance: " + window + " until " + until;
      case Flapping(var times, _) ->
          "flapping: it opened " + times + " times and pages once it stays";
      case ByRule(var rule) -> "by rule " + rule + " nobody is woken for it";
    };
  }
}
