package watchbill.adapter.ingest.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.ingest.Severities;
import watchbill.alert.Severity;

/// What the fields of an alert are taken from.
///
/// @param items where there are several in a message; else the message is one
/// @param severityWords what words mean beyond those everybody knows, in lower case
/// @param resolvedWhen any of these: the alert is over
/// @param changeWhen any of these: it is a change and not an alert
public record Mapping(
    Optional<JsonPath> items,
    Texts texts,
    Map<String, Severity> severityWords,
    Named labels,
    Named details,
    List<When> resolvedWhen,
    List<When> changeWhen) {
  public Mapping {
    severityWords = Map.copyOf(severityWords);
    resolvedWhen = List.copyOf(resolvedWhen);
    changeWhen = List.copyOf(changeWhen);
  }

  /// The fields that are one text each.
  ///
  /// @param service whose alert it is, where there is one of this handle; also the label `service`
  public record Texts(
      Value summary,
      Optional<Value> key,
      Optional<Value> severity,
      Optional<Value> source,
      Optional<Value> service,
      Optional<Value> startedAt) {}

  /// Fields by name, and an object all of whose members are taken.
  public record Named(Map<String, Value> each, Optional<Value> all) {
    public static final Named NONE = new Named(Map.of(), Optional.empty());

    public Named {
      each = Map.copyOf(each);
    }
  }

  /// What a word means; empty when nobody has told us.
  Optional<Severity> severity(String word) {
    String low = word.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(severityWords.get(low)).or(() -> Severities.known(low));
  }
}
