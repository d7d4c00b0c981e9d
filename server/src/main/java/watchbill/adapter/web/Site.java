package watchbill.adapter.web;

import java.util.function.Function;
import java.util.function.Supplier;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.engine.Configuration;
import watchbill.engine.FrontDoor;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;
import watchbill.time.TimeSource;

/// What pages are made from.
///
/// @param configuration as it is at this moment
public record Site(
    Transactions transactions,
    FrontDoor door,
    TimeSource time,
    Supplier<Configuration> configuration,
    Identity identity,
    FormGuard forms) {

  /// Reads one consistent state.
  public <R> R read(Function<Stores, R> work) {
    return transactions.read(work);
  }
}
