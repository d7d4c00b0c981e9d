package watchbill.silence;

import java.time.Instant;
import java.util.List;
import watchbill.alert.SilenceId;

/// A silence as somebody asks for it.
///
/// @param startsAt one in the past means now
public record Draft(
    List<Matcher> matchers, Instant startsAt, Instant endsAt, String createdBy, String comment) {
  public Draft {
    matchers = List.copyOf(matchers);
  }

  /// The silence it becomes.
  public Silence as(SilenceId id, Instant now) {
    Instant from = startsAt.isBefore(now) ? now : startsAt;
    return new Silence(id, matchers, from, endsAt, createdBy, comment, now);
  }
}
