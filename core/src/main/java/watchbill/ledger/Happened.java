package watchbill.ledger;

import java.util.List;
import watchbill.time.Span;
import watchbill.workload.CallOut;
import watchbill.workload.Stint;

/// What really happened to one person around a month, of every team. More than the month does no
/// harm; less is taken to be all there was, and what was entered for the rest is taken back.
///
/// @param away when they are on leave, so that no day off is laid upon it
public record Happened(List<Stint> stints, List<CallOut> calls, List<Span> away) {
  public Happened {
    stints = List.copyOf(stints);
    calls = List.copyOf(calls);
    away = List.copyOf(away);
  }
}
