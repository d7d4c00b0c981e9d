package watchbill.adapter.ingest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;

/// What an alert that is made of labels and annotations says, as Prometheus and all that took after
/// it write them.
public final class Labelled {
  /// How long a summary may be.
  public static final int SUMMARY_MAX = 1024;

  private Labelled() {}

  /// The summary is the first there is of the annotations `summary`, `message` and `description`,
  /// the label `alertname`, and the last resort.
  public static Condition condition(Pairs labels, Pairs annotations, String lastResort) {
    String said =
        first(
            annotations.get("summary"),
            annotations.get("message"),
            annotations.get("description"),
            labels.get("alertname"),
            lastResort);
    return new Condition(
        oneLine(said),
        first(labels.get("instance"), labels.get("job")),
        Severities.of(labels.get("severity")),
        labels,
        annotations);
  }

  /// A text that is clean already, fit to be a summary.
  public static String oneLine(String text) {
    String line = text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : broken(text);
    return Words.cut(line.strip(), SUMMARY_MAX);
  }

  private static String broken(String text) {
    return text.replaceAll("[\\r\\n]+", " ");
  }

  private static String first(@Nullable String... texts) {
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  /// Such senders leave out of a group's message what is more than a number somebody set, and say
  /// only how many. Nobody would hear of those, so they are one alert, until a message comes that
  /// leaves out none.
  ///
  /// @param sender its name, for people
  /// @param told what the message says of the others
  public static Optional<AlertReport> leftOut(
      String sender, Fields group, List<AlertReport> told, IntegrationId from, Instant now) {
    Optional<String> groupKey = group.text("groupKey");
    Optional<String> count = group.text("truncatedAlerts").filter(t -> t.matches("[0-9]{1,9}"));
    if (groupKey.isEmpty() || count.isEmpty()) {
      return Optional.empty();
    }
    String deduplicationKey = "left out of " + groupKey.get();
    AlertKey key = AlertKey.of(from, deduplicationKey);
    if (Integer.parseInt(count.get()) == 0) {
      return Optional.of(new AlertReport.Ended(key));
    }
    var details = new Pairs.Builder();
    details.add("truncatedAlerts", count.get());
    group.text("externalURL").ifPresent(url -> details.add("externalURL", url));
    String summary =
        sender + " left out " + count.get() + " alerts of this group; look there for what they are";
    Pairs labels = group.pairs("groupLabels", Fields.PairLimits.LABELS);
    var condition = new Condition(summary, "", worst(told), labels, details.take());
    return Optional.of(
        new AlertReport.Firing(key, deduplicationKey, condition, now, Optional.empty()));
  }

  /// As bad as the worst that was told; what is not known at all wakes somebody.
  private static Severity worst(List<AlertReport> told) {
    return told.stream()
        .flatMap(r ->
            r instanceof AlertReport.Firing firing
                ? Stream.of(firing.condition().severity())
                : Stream.empty())
        .min(Comparator.naturalOrder())
        .orElse(Severity.CRITICAL);
  }
}
