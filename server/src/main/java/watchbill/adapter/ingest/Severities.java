package watchbill.adapter.ingest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import watchbill.alert.Severity;

/// What people write into the label `severity`, and what it means here.
public final class Severities {
  private static final Map<String, Severity> MEANING =
      Map.ofEntries(
          Map.entry("critical", Severity.CRITICAL),
          Map.entry("crit", Severity.CRITICAL),
          Map.entry("page", Severity.CRITICAL),
          Map.entry("emergency", Severity.CRITICAL),
          Map.entry("fatal", Severity.CRITICAL),
          Map.entry("disaster", Severity.CRITICAL),
          Map.entry("alert", Severity.CRITICAL),
          Map.entry("p1", Severity.CRITICAL),
          Map.entry("sev1", Severity.CRITICAL),
          Map.entry("error", Severity.ERROR),
          Map.entry("err", Severity.ERROR),
          Map.entry("high", Severity.ERROR),
          Map.entry("major", Severity.ERROR),
          Map.entry("p2", Severity.ERROR),
          Map.entry("sev2", Severity.ERROR),
          Map.entry("warning", Severity.WARNING),
          Map.entry("warn", Severity.WARNING),
          Map.entry("average", Severity.WARNING),
          Map.entry("medium", Severity.WARNING),
          Map.entry("minor", Severity.WARNING),
          Map.entry("ticket", Severity.WARNING),
          Map.entry("p3", Severity.WARNING),
          Map.entry("sev3", Severity.WARNING),
          Map.entry("info", Severity.INFO),
          Map.entry("information", Severity.INFO),
          Map.entry("informational", Severity.INFO),
          Map.entry("notice", Severity.INFO),
          Map.entry("low", Severity.INFO),
          Map.entry("debug", Severity.INFO),
          Map.entry("none", Severity.INFO),
          Map.entry("ok", Severity.INFO));

  private Severities() {}

  /// What a lower-case word means; empty when nobody has told us.
  public static Optional<Severity> known(String word) {
    return Optional.ofNullable(MEANING.get(word));
  }

  /// A word that nobody has told us, or none at all, wakes somebody: better once too often.
  public static Severity of(@Nullable String label) {
    if (label == null) {
      return Severity.CRITICAL;
    }
    Severity known = MEANING.get(label);
    return known != null
        ? known
        : MEANING.getOrDefault(label.strip().toLowerCase(Locale.ROOT), Severity.CRITICAL);
  }
}
