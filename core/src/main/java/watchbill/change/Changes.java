package watchbill.change;

import java.time.Duration;
import java.time.Instant;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;

/// What a report of a change comes to.
public final class Changes {
  /// How long a change is kept after it took effect.
  public static final Duration KEPT = Duration.ofDays(90);

  /// How long before a page a change may have taken effect to be shown with it.
  public static final Duration SHOWN_BEFORE = Duration.ofHours(2);

  private Changes() {}

  /// The change to keep. One that says it takes effect later, or so long ago that it would be
  /// forgotten at once, has a clock that is wrong: it counts from now.
  public static Change of(
      ChangeId id, ServiceId service, IntegrationId from, ChangeReport report, Instant now) {
    boolean odd = report.at().isAfter(now) || report.at().isBefore(now.minus(KEPT));
    return new Change(
        id,
        service,
        from,
        report.summary(),
        report.source(),
        odd ? now : report.at(),
        now,
        report.details());
  }
}
