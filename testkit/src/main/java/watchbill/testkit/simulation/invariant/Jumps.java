package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import watchbill.alert.PageId;
import watchbill.notification.About;
import watchbill.testkit.simulation.plan.FaultKind;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I15: when the clock jumps, a page moves by one step and perhaps one more, never by its whole
/// policy at once.
final class Jumps implements Invariant {
  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final int MOST = 2;

  /// A step whose people can't be told is passed at once, and the next one too, if it is the same.
  private static final Set<FaultKind> REFUSED = EnumSet.of(FaultKind.PROVIDER_REFUSES);

  private final Ground ground;
  private final Map<PageId, Set<Integer>> wakes = new HashMap<>();
  private Instant jumped = Instant.EPOCH;

  Jumps(Ground ground) {
    this.ground = ground;
  }

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.FaultBegan(var fault) when fault.kind() == FaultKind.CLOCK_AHEAD -> {
        jumped = ground.now();
        wakes.clear();
      }
      case Happening.Handed(_, var wall, var handing)
          when handing.notification().about() instanceof About.OfPage(var page, var wake) -> {
        Duration age = Duration.between(handing.notification().createdAt(), wall);
        boolean ordered = ground.now().minus(age).isAfter(jumped);
        if (Duration.between(jumped, ground.now()).compareTo(AT_ONCE) < 0 && ordered) {
          Set<Integer> seen = wakes.computeIfAbsent(page, _ -> new HashSet<>());
          seen.add(wake);
          if (seen.size() > MOST && !ground.weather().sawSince(jumped, REFUSED)) {
            ground.violated("I15", "the clock jumped, and page " + page + " woke " + seen);
          }
        }
      }
      default -> {}
    }
  }
}
