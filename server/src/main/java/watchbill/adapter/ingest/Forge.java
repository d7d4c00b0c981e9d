package watchbill.adapter.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.change.Change;
import watchbill.change.ChangeReport;
import watchbill.kernel.Secret;

/// A place where code is kept, built and deployed, as an integration of ours is told to read it.
///
/// @param secret what its messages are signed with, or must bring; without one the key in the
///   address is enough
/// @param alertsOnFailure whether a deploy or a pipeline that fails is an alert, too
public record Forge(Optional<Secret> secret, boolean alertsOnFailure) {
  /// Reads without a secret, and makes changes alone.
  public static final Forge PLAIN = new Forge(Optional.empty(), false);

  private static final int SUMMARY_MAX = 1024;
  private static final Duration OLDEST = Duration.ofDays(366);

  /// How something went.
  public enum End {
    /// It goes on, or was called off: nobody knows yet whether it works.
    OPEN,
    SUCCEEDED,
    FAILED
  }

  /// Something that was done to a service.
  ///
  /// @param id by which the forge knows it: all it tells of one run is one change
  /// @param what one of its kind, whatever run it is: `deploy to production`. A failure of it is
  ///   over when the next one succeeds
  public record Deed(
      String id, String what, String summary, String project, Optional<Instant> at, End end) {}

  /// What a deed comes to.
  ///
  /// @param details what describes it
  public Reading.Understood understood(Deed deed, Details details, Integration from, Instant now) {
    details.add(Change.SENDER_ID, deed.id());
    Pairs described = details.take();
    Instant at = deed.at().filter(t -> !t.isAfter(now) && t.isAfter(now.minus(OLDEST))).orElse(now);
    String summary = Words.cut(deed.summary(), SUMMARY_MAX);
    var change = new ChangeReport(summary, deed.project(), at, described);
    List<AlertReport> reports =
        alertsOnFailure ? reports(deed, summary, described, from, at) : List.of();
    return new Reading.Understood(reports, List.of(change), List.of());
  }

  private static List<AlertReport> reports(
      Deed deed, String summary, Pairs details, Integration from, Instant at) {
    String name = Words.cut(deed.project() + ": " + deed.what(), SUMMARY_MAX);
    AlertKey key = AlertKey.of(from.id(), name);
    return switch (deed.end()) {
      case OPEN -> List.of();
      case SUCCEEDED -> List.of(new AlertReport.Ended(key));
      case FAILED -> {
        var labels = new Pairs.Builder();
        labels.add("project", deed.project());
        var condition =
            new Condition(summary, deed.project(), Severity.ERROR, labels.take(), details);
        yield List.of(new AlertReport.Firing(key, name, condition, at, Optional.empty()));
      }
    };
  }
}
