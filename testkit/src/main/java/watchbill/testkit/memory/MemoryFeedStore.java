package watchbill.testkit.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.calendar.Feed;
import watchbill.calendar.FeedStore;

final class MemoryFeedStore implements FeedStore {
  private final Rows<String, Feed> rows;

  MemoryFeedStore(Rows<String, Feed> rows) {
    this.rows = rows;
  }

  @Override
  public void add(Feed feed) {
    if (byTokenHash(feed.tokenHash()).isPresent()) {
      throw new IllegalStateException("two feeds with one secret");
    }
    rows.add(feed.id(), feed);
  }

  @Override
  public Optional<Feed> byTokenHash(String tokenHash) {
    return rows.all().stream().filter(f -> f.tokenHash().equals(tokenHash)).findFirst();
  }

  @Override
  public Optional<Feed> find(String id) {
    return rows.find(id);
  }

  @Override
  public List<Feed> of(Feed.Subject subject) {
    return rows.all().stream().filter(f -> f.subject().equals(subject)).toList();
  }

  @Override
  public void revoke(String id, String by, Instant at) {
    rows.remove(id);
  }
}
