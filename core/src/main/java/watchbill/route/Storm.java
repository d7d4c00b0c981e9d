package watchbill.route;

import java.time.Duration;
import watchbill.time.TimeWords;

/// From how many pages of one service on the next alerts are one page that counts.
///
/// @param pages so many of one service and urgency
/// @param within opened within this time
public record Storm(int pages, Duration within) {
  /// Ten pages in five minutes: nobody reads the eleventh message.
  public static final Storm USUAL = new Storm(10, Duration.ofMinutes(5));

  /// `more than 10 pages within 5 min`.
  public String inWords() {
    return "more than " + pages + " pages within " + TimeWords.of(within);
  }
}
