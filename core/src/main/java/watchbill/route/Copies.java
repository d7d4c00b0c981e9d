package watchbill.route;

import java.util.Optional;

/// Where one alert ends in several routes, each but the first has a copy of it, with a life and a
/// page of its own. A copy is told by what stands behind its sender's key.
public final class Copies {
  private static final String MARK = " \u21D2 ";

  private Copies() {}

  /// The key of the copy that ends in this route.
  public static String key(String deduplicationKey, Branch end) {
    return deduplicationKey + MARK + end.name();
  }

  /// The name of the route a copy is for; empty when it is none.
  public static Optional<String> route(String deduplicationKey) {
    int mark = deduplicationKey.lastIndexOf(MARK);
    return mark < 0
        ? Optional.empty()
        : Optional.of(deduplicationKey.substring(mark + MARK.length()));
  }
}
