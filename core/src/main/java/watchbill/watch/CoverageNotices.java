package watchbill.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.notification.Message;
import watchbill.notification.Notice;

/// Decides what those who answer for a rota are told of its findings. Pure.
public final class CoverageNotices {
  /// What is this near is said again.
  private static final Duration LAST_DAY = Duration.ofHours(24);

  private CoverageNotices() {}

  /// What `reader` is told of a finding now; nothing when it is over.
  public static Optional<Occasion> due(Finding finding, PersonId reader, Instant now) {
    if (!finding.span().until().isAfter(now)) {
      return Optional.empty();
    }
    boolean lastDay =
        finding.kind().isUrgent() && !finding.span().from().isAfter(now.plus(LAST_DAY));
    String key = "coverage/" + finding.key() + (lastDay ? "/24-hours" : "/ahead");
    List<Message.Fact> facts =
        List.of(
            Words.rota(finding.rota(), finding.role()),
            new Message.Fact("Why you", "you answer for this rota"),
            new Message.Fact("What you can do", advice(finding.kind())));
    return Optional.of(
        Occasion.of(reader, Notice.Kind.COVERAGE, key, finding.said(), facts)
            .until(finding.span().until()));
  }

  private static String advice(Finding.Kind kind) {
    return switch (kind) {
      case GAP -> "ask who can take it, or put somebody on duty; a page then goes to the fallback";
      case OUTSIDE_HOURS -> "nothing, if it is meant so; a page then goes to the fallback";
      case ENDS -> "give the rota a layer that goes on";
      case ON_LEAVE -> "nothing, if the lieutenant may have it; else open the shift to others";
      case DOUBLE_BOOKING -> "put somebody else on duty in one of the two";
      case HOLIDAY -> "nothing, if they know; else ask who would rather have it";
      case TOO_MANY_NIGHTS, TOO_MANY_WEEKENDS -> "share some of it out; ask for a suggestion";
    };
  }
}
