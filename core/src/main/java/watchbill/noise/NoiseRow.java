package watchbill.noise;

import java.util.Locale;

/// The figures of a service, or of one thing that raises pages.
///
/// @param name `checkout`; `checkout: HighLatency, from prometheus`; `rule nights`
public record NoiseRow(By by, String name, Figures figures, Suggestion suggestion) {

  /// By what pages are put together.
  public enum By {
    SERVICE,
    /// What raised them: the sender's rule, or the integration alone.
    ORIGIN,
    /// Our own rule that decided where they went.
    ROUTING;

    /// `service`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
