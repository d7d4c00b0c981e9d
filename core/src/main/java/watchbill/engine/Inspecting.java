package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import watchbill.alert.Severity;
import watchbill.escalation.Page;

/// Looks, for as long as the program runs, for pages that nothing else would ever look at again:
/// those that should have moved on, and those whose last wake told nobody. That there is one is our
/// own fault, so it is mended and said.
final class Inspecting {
  private static final int AT_ONCE = 100;

  private final Turn turn;
  private final Paging paging;

  Inspecting(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
  }

  Reply inspect() {
    List<String> found = new ArrayList<>();
    int mended = overdue(found) + adrift(found);
    if (mended > 0) {
      String what = String.join("; ", found);
      new OwnTroubles(turn, paging)
          .raise(
              new Command.RaiseTrouble(
                  "inspection",
                  Severity.CRITICAL,
                  "Watchbill had to mend what it should have done",
                  what + ". This is a fault of the program: please report it"));
    }
    return new Reply.Inspected(mended);
  }

  private int overdue(List<String> found) {
    List<Page> overdue =
        turn.stores().pages().overdue(turn.now().minus(Engine.OVERDUE_AFTER), AT_ONCE);
    for (Page page : overdue) {
      page.escalation()
          .movesAt()
          .ifPresent(due -> paging.onOverdue(page, Duration.between(due, turn.now())));
      found.add("page " + page.number() + " was late");
    }
    return overdue.size();
  }

  private int adrift(List<String> found) {
    List<Page> adrift = turn.stores().pages().adrift(AT_ONCE);
    for (Page page : adrift) {
      String because = "its fallback was told nothing, and nothing was left to try";
      turn.tell(WATCHBILL, "page.adrift", page, "Found adrift by the inspection", because);
      paging.onNobodyTold(page);
      found.add("the fallback of page " + page.number() + " was told nothing");
    }
    return adrift.size();
  }
}
