package watchbill.engine;

import java.util.function.Function;
import watchbill.kernel.Port;

/// All or nothing, and durable before it returns.
@Port
public interface Transactions {
  /// Runs the work in a transaction of its own and commits it to disk. When the work throws,
  /// nothing of it remains and the exception comes through.
  <R> R write(Function<Stores, R> work);

  /// Runs the work against one consistent state, changing nothing.
  <R> R read(Function<Stores, R> work);
}
