package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.calendar.Feed;
import watchbill.calendar.FeedStore;

/// Keeps feeds.
public final class SqlFeedStore implements FeedStore {
  private static final String ADD =
      """
      INSERT INTO feed (id, kind, handle, token_hash, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String FEED =
      "SELECT id, kind, handle, token_hash, made_by, made_at FROM feed ";

  private static final String BY_TOKEN = FEED + "WHERE revoked_at IS NULL AND token_hash = ?";

  private static final String BY_ID = FEED + "WHERE revoked_at IS NULL AND id = ?";

  private static final String OF_SUBJECT =
      FEED + "WHERE revoked_at IS NULL AND kind = ? AND handle = ? ORDER BY id";

  private static final String REVOKE =
      "UPDATE feed SET revoked_by = ?, revoked_at = ? WHERE id = ? AND revoked_at IS NULL";

  private final Sql sql;

  SqlFeedStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Feed feed) {
    sql.of(ADD)
        .text(feed.id())
        .text(feed.subject().word())
        .text(feed.subject().handle())
        .text(feed.tokenHash())
        .text(feed.madeBy())
        .instant(feed.madeAt())
        .run();
  }

  @Override
  public Optional<Feed> byTokenHash(String tokenHash) {
    return sql.of(BY_TOKEN).text(tokenHash).first(SqlFeedStore::read);
  }

  @Override
  public Optional<Feed> find(String id) {
    return sql.of(BY_ID).text(id).first(SqlFeedStore::read);
  }

  @Override
  public List<Feed> of(Feed.Subject subject) {
    return sql.of(OF_SUBJECT).text(subject.word()).text(subject.handle()).list(SqlFeedStore::read);
  }

  @Override
  public void revoke(String id, String by, Instant at) {
    sql.of(REVOKE).text(by).instant(at).text(id).run();
  }

  private static Feed read(Row row) {
    return new Feed(
        row.text(), subject(row.text(), row.text()), row.text(), row.text(), row.instant());
  }

  private static Feed.Subject subject(String kind, String handle) {
    return switch (kind) {
      case "person" -> new Feed.OfPerson(handle);
      case "rota" -> new Feed.OfRota(handle);
      case "team" -> new Feed.OfTeam(handle);
      default -> throw new IllegalStateException("no kind of feed: " + kind);
    };
  }
}
