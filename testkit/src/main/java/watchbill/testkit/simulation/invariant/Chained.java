package watchbill.testkit.simulation.invariant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchbill.audit.AuditEntry;
import watchbill.escalation.Page;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I14: the audit is one chain without holes, and what became of a page is in it once.
final class Chained implements Invariant {
  private static final int ALL = Integer.MAX_VALUE;

  private final Ground ground;

  Chained(Ground ground) {
    this.ground = ground;
  }

  @Override
  public void on(Happening happening) {}

  @Override
  public void atEnd() {
    List<AuditEntry> entries = ground.read(s -> s.audit().after(0, ALL));
    Map<String, Integer> counts = new HashMap<>();
    String previous = "0".repeat(64);
    long sequence = 0;
    for (AuditEntry entry : entries) {
      sequence++;
      if (entry.sequence() != sequence || !entry.previous().equals(previous)) {
        ground.violated("I14", "the chain is broken at " + entry.sequence());
        return;
      }
      previous = entry.hash();
      counts.merge(entry.deed().action() + " " + entry.deed().subject(), 1, Integer::sum);
    }
    ground.read(s -> s.pages().open(ALL)).forEach(p -> look(p, counts));
    ground.read(s -> s.pages().resolved(ALL)).forEach(p -> look(p, counts));
  }

  private void look(Page page, Map<String, Integer> counts) {
    String id = page.id().value();
    int over = page.escalation().isResolved() ? 1 : 0;
    if (counts.getOrDefault("page.opened " + id, 0) != 1
        || counts.getOrDefault("page.resolved " + id, 0) != over) {
      ground.violated(
          "I14",
          "page "
              + page.number()
              + " is not told of once: "
              + counts.entrySet().stream()
                  .filter(e -> e.getKey().endsWith(id))
                  .map(Object::toString)
                  .sorted()
                  .toList());
    }
  }
}
