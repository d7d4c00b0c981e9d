package watchbill.server.config.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What all values of one load share: the environment, and what has been found wrong so far.
public final class Reading {
  private final Map<String, String> environment;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private boolean complete = true;

  public Reading(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  Map<String, String> environment() {
    return environment;
  }

  /// Notes a mistake, once, however many aliases lead to it.
  public void note(Mistake mistake) {
    if (mistakes.size() < Limits.MISTAKES && !mistakes.contains(mistake)) {
      mistakes.add(mistake);
    }
  }

  public void warn(Warning warning) {
    warnings.add(warning);
  }

  /// A file could not be read to its end: whatever is missed may stand in it.
  void giveUpOn(Mistake mistake) {
    complete = false;
    note(mistake);
  }

  /// Whether every file was read to its end. If not, nothing may be called missing.
  public boolean complete() {
    return complete;
  }

  /// In the order of files and lines, so that an editor walks down once.
  public List<Mistake> mistakes() {
    return mistakes.stream()
        .sorted(
            Comparator.comparing((Mistake m) -> m.place().file())
                .thenComparingInt(m -> m.place().line())
                .thenComparingInt(m -> m.place().column()))
        .toList();
  }

  /// Whether so many mistakes were made that the rest were not counted.
  public boolean tooMany() {
    return mistakes.size() >= Limits.MISTAKES;
  }

  public List<Warning> warnings() {
    return warnings.stream().distinct().toList();
  }
}
