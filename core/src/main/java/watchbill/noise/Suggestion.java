package watchbill.noise;

import java.util.Locale;

/// What could be done about noise.
///
/// @param because the figures that speak for it, and the rule they meet
public record Suggestion(What what, String because) {

  /// What to do.
  public enum What {
    /// Nobody ever had anything to do.
    DELETE,
    /// It comes and goes.
    SILENCE,
    /// It could have waited until the morning.
    HOLD,
    /// Many pages come at once.
    GROUP,
    /// It is worth its pages, as far as is known.
    KEEP,
    /// Too little is known to say.
    UNKNOWN;

    /// For programs: `hold`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// For people: `hold it until the morning`.
    public String inWords() {
      return switch (this) {
        case DELETE -> "delete it";
        case SILENCE -> "silence or damp it";
        case HOLD -> "hold it until the morning";
        case GROUP -> "group them into one page";
        case KEEP -> "leave it as it is";
        case UNKNOWN -> "too little to say";
      };
    }
  }

  /// `hold it until the morning: 4 of 5 judged could have waited (…)`.
  public String inWords() {
    return what.inWords() + ": " + because;
  }
}
