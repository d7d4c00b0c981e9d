package watchbill.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Degraded;
import watchbill.engine.Handing;
import watchbill.engine.Handings;
import watchbill.engine.LastKnown;
import watchbill.notification.Message;
import watchbill.notification.Messages;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;

/// A node that has lost its store, and goes on by what it knew, as the server does.
final class Unaided {
  private final HandClock clock;
  private final Clockwork clockwork;
  private final Instant knownAt;
  private Degraded state;

  /// @param configuration as the node was started with it
  Unaided(HandClock clock, Clockwork clockwork, Configuration configuration) {
    this.clock = clock;
    this.clockwork = clockwork;
    this.knownAt = clock.now();
    this.state =
        Degraded.from(
            clockwork.transactions().read(s -> LastKnown.read(s, configuration, clock.now())));
  }

  /// Does all that is due now by what it knows.
  void work() {
    Degraded.Step step = state.moveOn(clockwork::nextId, clock.now()).handOver(clock.now());
    state = step.after();
    for (Handing leaving : step.leaving()) {
      PhoneProvider provider = clockwork.provider(leaving.notification().method());
      Message message = Handings.compose(leaving, clockwork::link);
      Outcome outcome =
          provider.send(
              Messages.unaided(message, knownAt, Cast.MADRID), leaving.notification().address());
      for (Notification told : leaving.notifications()) {
        state =
            state.settled(told.id(), outcome, provider.provider(), clockwork::nextId, clock.now());
      }
    }
  }

  /// The store is back, and hears of it.
  void catchUp() {
    clockwork.submit(
        new Command.CatchUp(new ArrayList<>(state.news()), List.copyOf(state.lately())));
  }
}
