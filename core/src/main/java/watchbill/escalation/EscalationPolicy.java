package watchbill.escalation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Whom to wake in which order.
///
/// @param steps 1 to 20
/// @param repeat how many more times the steps are run when nobody answered, 0 to 9
/// @param fallback who is woken when all else failed; never empty
/// @param acknowledgementTimeout how long whoever took charge is left alone with a page that is
///   still open, 1 minute to 7 days; empty when for good
public record EscalationPolicy(
    String handle,
    List<Step> steps,
    int repeat,
    List<Target> fallback,
    Optional<Duration> acknowledgementTimeout) {
  /// One in which whoever takes charge has the page for good.
  public EscalationPolicy(String handle, List<Step> steps, int repeat, List<Target> fallback) {
    this(handle, steps, repeat, fallback, Optional.empty());
  }

  public EscalationPolicy {
    if (steps.isEmpty() || fallback.isEmpty() || repeat < 0) {
      throw new IllegalArgumentException("a policy has steps and a fallback: " + handle);
    }
    steps = List.copyOf(steps);
    fallback = List.copyOf(fallback);
  }

  /// The same, with another time for whoever takes charge.
  public EscalationPolicy withAcknowledgementTimeout(Duration timeout) {
    return new EscalationPolicy(handle, steps, repeat, fallback, Optional.of(timeout));
  }

  /// One rung.
  ///
  /// @param delay how long to wait for an answer before the next; 10 seconds to 1 day
  public record Step(List<Target> targets, Duration delay) {
    /// When the configuration does not say.
    public static final Duration DEFAULT_WAIT = Duration.ofMinutes(5);

    public Step {
      targets = List.copyOf(targets);
    }
  }
}
