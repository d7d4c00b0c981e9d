package watchbill.server.node;

import java.time.Instant;
import watchbill.adapter.telemetry.Telemetry;
import watchbill.server.outbox.Ticker;

/// What the ticker does, as figures.
record Figures(Telemetry telemetry) implements Ticker.TickListener {
  @Override
  public void ticked(Instant at) {
    telemetry.ticked(at);
  }

  @Override
  public void inspected(int mended) {
    telemetry.inspected(mended);
  }
}
