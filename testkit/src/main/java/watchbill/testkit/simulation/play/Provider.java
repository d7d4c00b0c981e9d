package watchbill.testkit.simulation.play;

import java.time.Duration;
import watchbill.notification.Outcome;
import watchbill.testkit.simulation.plan.Chance;
import watchbill.testkit.simulation.plan.FaultKind;

/// Whoever carries messages to phones, in whatever weather there is.
final class Provider {
  /// A channel gives up after this long.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Weather weather;
  private final Chance chance;

  Provider(Weather weather, Chance chance) {
    this.weather = weather;
    this.chance = chance;
  }

  /// What a provider makes of one message.
  ///
  /// @param after how long it takes to say so
  /// @param rings whether the phone rings
  record Answer(Outcome outcome, Duration after, boolean rings) {}

  Answer send(int node) {
    Duration soon = chance.between(Duration.ofMillis(20), Duration.ofMillis(800));
    if (weather.strikes(FaultKind.NO_WAY_OUT, node)) {
      // One way only: the message may have got there, and its answer not back.
      return chance.happens(0.5)
          ? new Answer(new Outcome.Unavailable("no route to host"), soon, false)
          : new Answer(new Outcome.NoAnswer("no answer in 10 s"), PATIENCE, chance.happens(0.5));
    }
    if (weather.is(FaultKind.PROVIDER_REFUSES)) {
      return new Answer(new Outcome.Refused("wrong password"), soon, false);
    }
    if (weather.is(FaultKind.PROVIDER_DOWN)) {
      return new Answer(new Outcome.Unavailable("connection refused"), soon, false);
    }
    if (weather.is(FaultKind.PROVIDER_BUSY) && chance.happens(0.7)) {
      return new Answer(new Outcome.Unavailable("429 too many requests"), soon, false);
    }
    if (weather.is(FaultKind.PROVIDER_SILENT)) {
      return new Answer(new Outcome.NoAnswer("no answer in 10 s"), PATIENCE, chance.happens(0.7));
    }
    if (weather.is(FaultKind.PROVIDER_LIES)) {
      return new Answer(new Outcome.Accepted("taken", chance.happens(0.5)), soon, false);
    }
    Duration after = weather.is(FaultKind.PROVIDER_SLOW) ? PATIENCE.minus(soon) : soon;
    return new Answer(new Outcome.Accepted("taken", false), after, true);
  }
}
