package watchbill.engine;

import java.util.function.Function;
import watchbill.kernel.Port;

/// All or nothing, and durable before it returns.
///
/// Throws a [StoreFault] while the store can't be used. Then nothing was kept; only where a
/// database went away in the middle of a commit does nobody know.
@Port
public interface Transactions {
  /// Runs the work in a transaction of its own and commits it to disk. The work may be run again
  /// from its beginning, where another node came first. When the work throws, nothing of it remains
  /// and the exception comes through.
  <R> R write(Function<Stores, R> work);

  /// Runs the work against one consistent state, changing nothing.
  <R> R read(Function<Stores, R> work);
}
