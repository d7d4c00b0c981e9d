package watchbill.outage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import watchbill.time.Span;
import watchbill.time.TimeWords;

/// Decides which spells are worth a word, and puts them into words. Pure.
public final class Outages {
  /// A restart is shorter, and is not told.
  public static final Duration WORTH_TELLING = Duration.ofMinutes(1);

  /// How long it stands on the front page.
  public static final Duration SHOWN_FOR = Duration.ofDays(1);

  private Outages() {}

  /// What the present start says of the time before it.
  ///
  /// @param livedUntil when the program last knew that it lived; empty before its first start
  public static Optional<Outage> onBack(
      Optional<Instant> livedUntil, Optional<Restored> restored, Instant now) {
    if (restored.isPresent()) {
      Instant newest = restored.get().newestAt();
      Instant from = newest.isBefore(now) ? newest : now.minusNanos(1_000);
      return Optional.of(new Outage(Outage.Kind.RESTORED, new Span(from, now)));
    }
    return livedUntil
        .filter(lived -> !now.isBefore(lived.plus(WORTH_TELLING)))
        .map(lived -> new Outage(Outage.Kind.DOWN, new Span(lived, now)));
  }

  /// `Watchbill was blind for 1 h, from Mon 6 Jan 03:00 UTC to Mon 6 Jan 04:00 UTC`.
  public static String headline(Outage outage, ZoneId zone) {
    String from = TimeWords.dayAndTime(outage.from(), zone);
    String until = TimeWords.dayAndTime(outage.until(), zone);
    return switch (outage.kind()) {
      case DOWN ->
          "Watchbill was blind for "
              + TimeWords.of(outage.span().length())
              + ", from "
              + from
              + " to "
              + until;
      case RESTORED ->
          "Watchbill was restored from a copy of "
              + from
              + "; nothing is known between then and "
              + until;
    };
  }

  /// What follows from it, for whoever reads.
  public static String meaning(Outage outage) {
    return switch (outage.kind()) {
      case DOWN ->
          "It could hear nobody, and woke nobody unless the timeline of a page says so. A sender"
              + " that does not repeat what it said"
              + " has lost it.";
      case RESTORED ->
          "What came in or was entered in between is lost. Pages that were open in the copy wake"
              + " nobody until their source, or somebody, speaks of them.";
    };
  }
}
