package watchbill.testkit;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.alert.Alert;
import watchbill.alert.Suppression;
import watchbill.engine.Stores;
import watchbill.notification.Delivery;
import watchbill.silence.Silences;

/// When something falls due, so that a test may go from one such moment to the next. The server
/// asks five times a second instead; between two moments it is told that nothing is due.
public final class Moments {
  private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

  private Moments() {}

  /// When a tick has something to do, be it long past or far away; in no order.
  public static Stream<Instant> ofTick(Stores stores) {
    Stream<Instant> steps =
        stores.pages().due(FAR, Integer.MAX_VALUE).stream()
            .flatMap(p -> p.escalation().movesAt().stream());
    Stream<Instant> leases =
        stores.alerts().leasesRunOut(FAR, Integer.MAX_VALUE).stream()
            .map(Alert::leaseUntil)
            .flatMap(Optional::stream);
    Stream<Instant> answers =
        stores.notifications().unanswered(FAR, Integer.MAX_VALUE).stream()
            .flatMap(n ->
                n.delivery() instanceof Delivery.Handed h ? Stream.of(h.until()) : Stream.empty());
    Stream<Instant> notices =
        stores.notices().lapsing(FAR, Integer.MAX_VALUE).stream()
            .flatMap(n -> n.pointlessFrom().stream());
    Stream<Instant> suppressions =
        stores.alerts().toExamine(FAR, Integer.MAX_VALUE).stream()
            .flatMap(a -> a.suppression().flatMap(Suppression::endsAt).stream());
    Stream<Instant> silences =
        stores.silences().live(Instant.EPOCH).stream()
            .flatMap(s -> Stream.of(s.startsAt(), Silences.warnAt(s)));
    Stream<Instant> beats =
        stores.heartbeats().due(FAR, Integer.MAX_VALUE).stream().flatMap(h -> h.lookAt().stream());
    return Stream.of(steps, leases, answers, notices, suppressions, silences, beats)
        .flatMap(moments -> moments);
  }
}
