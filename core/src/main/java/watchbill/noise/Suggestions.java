package watchbill.noise;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.catalog.ServiceId;
import watchbill.noise.Suggestion.What;

/// Decides what to suggest about some pages, of a service or of one thing that raises them. Pure.
///
/// The first rule that holds is the suggestion; each says itself with its figures, so that whoever
/// reads it can disagree.
public final class Suggestions {
  public static final int PAGES_LEAST = 3;
  public static final int JUDGED_LEAST = 3;
  public static final int NEVER_LEAST = 5;
  public static final Duration AT_ONCE = Duration.ofMinutes(10);

  private Suggestions() {}

  public static Suggestion of(List<Disturbance> pages) {
    Figures f = Figures.of(pages);
    if (f.pages() < PAGES_LEAST) {
      return new Suggestion(
          What.UNKNOWN, f.pagesInWords() + " (it takes " + PAGES_LEAST + " to say more)");
    }
    return Stream.of(delete(f), silence(f), hold(f), group(pages, f))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> rest(f));
  }

  private static Optional<Suggestion> delete(Figures f) {
    return when(
        f.judged() >= NEVER_LEAST && f.actionable() == 0,
        What.DELETE,
        "never actionable in "
            + f.judged()
            + " judged (rule: none of at least "
            + NEVER_LEAST
            + ")");
  }

  private static Optional<Suggestion> silence(Figures f) {
    return when(
        isHalf(f.soonOver(), f.pages()),
        What.SILENCE,
        f.soonOver()
            + " of "
            + f.pages()
            + " were over by themselves within "
            + Disturbance.SOON.toMinutes()
            + " min (rule: at least half)");
  }

  private static Optional<Suggestion> hold(Figures f) {
    return when(
        f.judged() >= JUDGED_LEAST && f.couldWait() * 2 > f.judged(),
        What.HOLD,
        f.couldWait()
            + " of "
            + f.judged()
            + " judged could have waited (rule: more than half of"
            + " at least "
            + JUDGED_LEAST
            + ")");
  }

  private static Optional<Suggestion> group(List<Disturbance> pages, Figures f) {
    int followers = followers(pages);
    return when(
        isHalf(followers, f.pages()),
        What.GROUP,
        followers
            + " of "
            + f.pages()
            + " came within "
            + AT_ONCE.toMinutes()
            + " min of another of the same service (rule: at least half)");
  }

  private static Suggestion rest(Figures f) {
    return f.judged() < JUDGED_LEAST
        ? new Suggestion(
            What.UNKNOWN,
            f.judged() + " of " + f.pages() + " judged (it takes " + JUDGED_LEAST + " to say more)")
        : new Suggestion(What.KEEP, f.actionableInWords());
  }

  /// Pages that opened shortly after the one before them of their service.
  private static int followers(List<Disturbance> pages) {
    Map<ServiceId, Instant> last = new HashMap<>();
    int followers = 0;
    for (Disturbance page :
        pages.stream().sorted(Comparator.comparing(Disturbance::openedAt)).toList()) {
      Instant before = last.put(page.service(), page.openedAt());
      if (before != null && !page.openedAt().isAfter(before.plus(AT_ONCE))) {
        followers++;
      }
    }
    return followers;
  }

  private static boolean isHalf(int some, int all) {
    return some * 2 >= all;
  }

  private static Optional<Suggestion> when(boolean holds, What what, String because) {
    return holds ? Optional.of(new Suggestion(what, because)) : Optional.empty();
  }
}
