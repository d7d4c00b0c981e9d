package watchbill.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;
import watchbill.testkit.simulation.plan.FaultKind;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// Which fault met which state: what was never met was never tested.
public final class Sightings {
  private static final int PAGES = 50;
  private static final int ANY = 1;
  private static final List<String> STATES =
      List.of(
          "alert held back",
          "nothing open",
          "notification due",
          "notification handed",
          "notification unknown",
          "page in hand",
          "page resting",
          "page unanswered",
          "page waiting");

  private final Ground ground;
  private final Set<Pair> pairs = new TreeSet<>();
  private int faults;

  Sightings(Ground ground) {
    this.ground = ground;
  }

  /// A fault that began in a state.
  public record Pair(String fault, String state) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byFault = fault.compareTo(other.fault);
      return byFault != 0 ? byFault : state.compareTo(other.state);
    }
  }

  /// All that a run over enough seeds must have met.
  public static List<Pair> possible() {
    List<Pair> all = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      STATES.forEach(state -> all.add(new Pair(kind.words(), state)));
    }
    return all;
  }

  void on(Happening happening) {
    if (happening instanceof Happening.FaultBegan(var fault)) {
      faults++;
      states().forEach(state -> pairs.add(new Pair(fault.kind().words(), state)));
    }
  }

  public Set<Pair> pairs() {
    return pairs;
  }

  public int faults() {
    return faults;
  }

  private Set<String> states() {
    Set<String> states = new TreeSet<>();
    ground.read(stores -> {
      for (Page page : stores.pages().open(PAGES)) {
        states.add(ofPage(page.escalation()));
        stores.notifications().pending(page.id()).stream()
            .map(Notification::delivery)
            .filter(d -> !(d instanceof Delivery.Claimed)) // Gone before anything can meet it.
            .forEach(d -> states.add("notification " + d.word()));
      }
      stores.alerts().withoutPage(ANY).forEach(_ -> states.add("alert held back"));
      return states;
    });
    if (states.isEmpty()) {
      states.add("nothing open");
    }
    return states;
  }

  private static String ofPage(Escalation escalation) {
    return switch (escalation) {
      case Escalation.Waiting _ -> "page waiting";
      case Escalation.Acknowledged _ -> "page in hand";
      case Escalation.Resting _ -> "page resting";
      case Escalation.Exhausted _ -> "page unanswered";
      case Escalation.Resolved _ -> "page over";
    };
  }
}
