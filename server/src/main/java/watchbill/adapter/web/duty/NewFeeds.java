package watchbill.adapter.web.duty;

import watchbill.kernel.Secret;

/// Makes secret addresses for calendars.
@FunctionalInterface
public interface NewFeeds {
  NewFeed fresh();

  /// One that nobody knows yet.
  ///
  /// @param tokenHash what the engine is told of it
  /// @param address the whole of it, for the person's eyes alone
  record NewFeed(String tokenHash, Secret address) {}
}
