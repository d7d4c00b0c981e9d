package watchbill.server.node;

import java.time.Duration;
import java.time.Instant;
import watchbill.adapter.telemetry.Telemetry;
import watchbill.server.commit.Committer;
import watchbill.server.outbox.Reach;
import watchbill.server.outbox.Ticker;

/// What the ticker and the committer do, as figures; and whether the store is reached.
record Figures(Telemetry telemetry, Reach reach)
    implements Ticker.TickListener, Committer.BatchListener {
  @Override
  public void committed(int commands, long nanos) {
    reach.reached();
    telemetry.turn(commands, Duration.ofNanos(nanos));
  }

  @Override
  public void missed() {
    reach.missed();
  }

  @Override
  public void ticked(Instant at) {
    telemetry.ticked(at);
  }

  @Override
  public void inspected(int mended) {
    telemetry.inspected(mended);
  }
}
