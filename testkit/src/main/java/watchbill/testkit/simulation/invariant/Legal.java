package watchbill.testkit.simulation.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchbill.alert.PageId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I13, of pages: a page goes only where it may from where it stood, and nobody has it who did not
/// ask for it.
final class Legal implements Invariant {
  private static final int MANY = 1_000;

  private final Ground ground;
  private final Map<PageId, Page> last = new HashMap<>();
  private final Set<Asked> asked = new HashSet<>();
  private final Set<PageId> snoozed = new HashSet<>();
  private final Set<PageId> givenAway = new HashSet<>();
  private boolean somebodyStoodDown;

  Legal(Ground ground) {
    this.ground = ground;
  }

  private record Asked(PageId page, String by) {}

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.Asked(_, Command command) -> note(command);
      case Happening.Turned(_, _, _, Reply.Paged _) -> look();
      default -> {}
    }
  }

  @Override
  public void atEnd() {
    look();
  }

  private void note(Command command) {
    switch (command) {
      case Command.Acknowledge(var page, var by, _) -> asked.add(new Asked(page, by));
      case Command.Snooze(var page, _, _, _) -> snoozed.add(page);
      case Command.HandOver(var page, _, _) -> givenAway.add(page);
      case Command.EscalateNow(var page, _, _) -> givenAway.add(page);
      case Command.Unacknowledge(var page, _, _) -> givenAway.add(page);
      case Command.StandDown _ -> somebodyStoodDown = true;
      default -> {}
    }
  }

  private void look() {
    List<Page> open = ground.read(s -> s.pages().open(MANY));
    for (Page page : open) {
      Page before = last.put(page.id(), page);
      if (before != null) {
        compare(before, page);
      }
      if (page.escalation() instanceof Escalation.Acknowledged(var by, _, _, _, _)
          && !asked.contains(new Asked(page.id(), by))
          && !by.equals("watchbill")) {
        ground.violated("I13", by + " has page " + page.id() + " and never asked for it");
      }
    }
  }

  private void compare(Page before, Page after) {
    boolean gaveAway = givenAway.contains(after.id()) || somebodyStoodDown;
    boolean legal =
        switch (before.escalation()) {
          case Escalation.Resolved _ -> false;
          case Escalation.Acknowledged a ->
              after.escalation().equals(a) || gaveAway || snoozed.contains(after.id());
          case Escalation.Waiting _, Escalation.Exhausted _, Escalation.Resting _ ->
              !(after.escalation() instanceof Escalation.Resting)
                  || snoozed.contains(after.id())
                  || (isHeld(before) && isHeld(after));
        };
    if (!legal || after.wakeCount() < before.wakeCount()) {
      ground.violated(
          "I13",
          "page %s went from %s to %s"
              .formatted(after.id(), before.escalation(), after.escalation()));
    }
  }

  /// For longer than it was, perhaps: its hours may have been missed.
  private static boolean isHeld(Page page) {
    return page.escalation() instanceof Escalation.Resting r
        && r.why() == Escalation.Resting.Why.HELD;
  }
}
