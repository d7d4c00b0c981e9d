package watchbill.noise;

import java.util.Collection;
import java.util.function.Predicate;

/// What pages came to, in numbers.
///
/// @param answered of which a person took charge, or said that they are over
/// @param actionable of those judged; those that nobody judged are in neither
/// @param couldWait of those judged
/// @param wakes how often somebody was woken in their night
/// @param people how many different people that were
/// @param nights in how many different nights
/// @param soonOver how many were over by themselves within [Disturbance#SOON]
/// @param forNothing see [Disturbance#isForNothing]
public record Figures(
    int pages,
    int answered,
    int actionable,
    int notActionable,
    int couldWait,
    int wakes,
    int people,
    int nights,
    int soonOver,
    int forNothing) {

  public static Figures of(Collection<Disturbance> pages) {
    var woken = pages.stream().flatMap(d -> d.woken().stream()).toList();
    return new Figures(
        pages.size(),
        count(pages, Disturbance::answered),
        count(pages, d -> d.judgement().filter(Judgement::actionable).isPresent()),
        count(pages, d -> d.judgement().filter(j -> !j.actionable()).isPresent()),
        count(pages, d -> d.judgement().filter(Judgement::couldWait).isPresent()),
        woken.size(),
        Math.toIntExact(woken.stream().map(Disturbance.Woken::person).distinct().count()),
        Math.toIntExact(woken.stream().map(Disturbance.Woken::night).distinct().count()),
        count(pages, Disturbance::isSoonOverByItself),
        count(pages, Disturbance::isForNothing));
  }

  public int judged() {
    return actionable + notActionable;
  }

  public int notJudged() {
    return pages - judged();
  }

  /// `3 of 4 judged were actionable; 2 not judged`.
  public String actionableInWords() {
    if (judged() == 0) {
      return "none judged";
    }
    String said = actionable + " of " + judged() + " judged " + were() + " actionable";
    return notJudged() == 0 ? said : said + "; " + notJudged() + " not judged";
  }

  private String were() {
    return judged() == 1 ? "was" : "were";
  }

  /// `5 times: 2 people in 3 nights`.
  public String wokenInWords() {
    return wakes == 0
        ? "nobody"
        : counted(wakes, "time", "times")
            + ": "
            + counted(people, "person", "people")
            + " in "
            + counted(nights, "night", "nights");
  }

  /// `7 pages`.
  public String pagesInWords() {
    return counted(pages, "page", "pages");
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static int count(Collection<Disturbance> pages, Predicate<Disturbance> is) {
    return Math.toIntExact(pages.stream().filter(is).count());
  }
}
