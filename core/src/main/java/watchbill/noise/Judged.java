package watchbill.noise;

import java.time.Duration;
import java.time.Instant;
import watchbill.alert.PageId;
import watchbill.catalog.PersonId;

/// That somebody judged a page.
///
/// @param firstAt when they first did; for a while from then they may say it otherwise
/// @param lastAt when they said what holds now
public record Judged(
    PageId page, PersonId by, Judgement judgement, Instant firstAt, Instant lastAt) {
  public static final Duration CHANGEABLE_FOR = Duration.ofDays(7);

  public boolean isFinal(Instant now) {
    return !now.isBefore(firstAt.plus(CHANGEABLE_FOR));
  }

  /// The same person says it otherwise.
  public Judged changed(Judgement other, Instant now) {
    return new Judged(page, by, other, firstAt, now);
  }
}
