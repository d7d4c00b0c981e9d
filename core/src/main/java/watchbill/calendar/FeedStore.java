package watchbill.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.kernel.Port;

/// Keeps feeds. One that was revoked is as unknown as one that never was.
@Port
public interface FeedStore {
  void add(Feed feed);

  /// The feed whose secret has this hash.
  Optional<Feed> byTokenHash(String tokenHash);

  Optional<Feed> find(String id);

  /// All feeds of one person or rota, oldest first.
  List<Feed> of(Feed.Subject subject);

  /// From now on its address leads nowhere. That it was there stays known to the audit.
  void revoke(String id, String by, Instant at);
}
