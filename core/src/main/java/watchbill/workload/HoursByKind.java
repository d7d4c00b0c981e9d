package watchbill.workload;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.time.TimeWords;

/// How long, of each kind; kinds of which there is nothing are left out.
public record HoursByKind(Map<HourKind, Duration> lengths) {
  public static final HoursByKind NONE = new HoursByKind(Map.of());

  public HoursByKind {
    lengths =
        lengths.entrySet().stream()
            .filter(e -> !e.getValue().isZero())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public Duration of(HourKind kind) {
    return lengths.getOrDefault(kind, Duration.ZERO);
  }

  public Duration total() {
    return lengths.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  public HoursByKind plus(HoursByKind other) {
    return new HoursByKind(
        Stream.concat(lengths.entrySet().stream(), other.lengths.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Duration::plus)));
  }

  /// `night 9 h, weekend 2 d`; `nothing` when there is nothing.
  public String inWords() {
    String words =
        Stream.of(HourKind.values())
            .filter(lengths::containsKey)
            .map(k -> k.word() + " " + TimeWords.of(of(k)))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "nothing" : words;
  }
}
