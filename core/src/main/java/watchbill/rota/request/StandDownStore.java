package watchbill.rota.request;

import java.time.Instant;
import java.util.List;
import watchbill.kernel.Port;
import watchbill.time.Span;

/// Keeps who said that they can't. Nothing is erased: it explains who was on duty.
@Port
public interface StandDownStore {
  void add(StandDown standDown);

  /// From that instant on it does not count. One that was taken back stays as it is.
  void takeBack(String id, Instant at);

  /// Those of anybody that were meant to touch the span, oldest first, also those taken back.
  List<StandDown> touching(Span span);
}
