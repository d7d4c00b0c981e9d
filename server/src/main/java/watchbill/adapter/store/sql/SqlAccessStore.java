package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import watchbill.access.AccessStore;
import watchbill.access.Session;
import watchbill.access.SignInLink;

/// Keeps sessions, one-time links and the signing key.
public final class SqlAccessStore implements AccessStore {
  private static final String SIGNING_KEY = "pass-signing-key";

  private static final String ADD_LINK =
      "INSERT INTO sign_in_link (token_hash, who, expires_at, used_at) VALUES (?, ?, ?, NULL)";

  /// One statement, so that only one of two who press at once is let in.
  private static final String REDEEM =
      """
      UPDATE sign_in_link SET used_at = ?
      WHERE token_hash = ? AND used_at IS NULL AND expires_at > ? RETURNING who
      """;

  private static final String LINK_WAS_MADE = "SELECT 1 FROM sign_in_link WHERE who = ? LIMIT 1";

  private static final String ADD_SESSION =
      "INSERT INTO session (token_hash, who, created_at, expires_at) VALUES (?, ?, ?, ?)";

  private static final String SESSION =
      """
      SELECT token_hash, who, created_at, expires_at FROM session
      WHERE token_hash = ? AND expires_at > ?
      """;

  private static final String END_SESSION = "DELETE FROM session WHERE token_hash = ?";

  private static final String FIND_SECRET = "SELECT value FROM secret WHERE name = ?";

  private static final String ADD_SECRET =
      "INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING";

  private final Sql sql;

  SqlAccessStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void addLink(SignInLink link) {
    sql.of(ADD_LINK).text(link.tokenHash()).text(link.who()).instant(link.expiresAt()).run();
  }

  @Override
  public Optional<String> redeem(String tokenHash, Instant now) {
    return sql.of(REDEEM).instant(now).text(tokenHash).instant(now).first(Row::text);
  }

  @Override
  public boolean linkWasMade(String who) {
    return sql.of(LINK_WAS_MADE).text(who).first(Row::number).isPresent();
  }

  @Override
  public void addSession(Session session) {
    sql.of(ADD_SESSION)
        .text(session.tokenHash())
        .text(session.who())
        .instant(session.createdAt())
        .instant(session.expiresAt())
        .run();
  }

  @Override
  public Optional<Session> session(String tokenHash, Instant now) {
    return sql.of(SESSION)
        .text(tokenHash)
        .instant(now)
        .first(row -> new Session(row.text(), row.text(), row.instant(), row.instant()));
  }

  @Override
  public void endSession(String tokenHash) {
    sql.of(END_SESSION).text(tokenHash).run();
  }

  @Override
  public byte[] signingKey(Supplier<byte[]> make) {
    return findKey()
        .orElseGet(() -> {
          sql.of(ADD_SECRET).text(SIGNING_KEY).bytes(make.get()).run();
          // Read back: another node may have been quicker.
          return findKey().orElseThrow();
        });
  }

  private Optional<byte[]> findKey() {
    return sql.of(FIND_SECRET).text(SIGNING_KEY).first(Row::bytes);
  }
}
