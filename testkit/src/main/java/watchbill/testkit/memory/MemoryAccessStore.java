package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import watchbill.access.AccessStore;
import watchbill.access.Session;
import watchbill.access.SignInLink;
import watchbill.testkit.memory.MemoryState.LinkRow;

final class MemoryAccessStore implements AccessStore {
  private static final String SIGNING = "signing";

  private final Rows<String, LinkRow> links;
  private final Rows<String, Session> sessions;
  private final Rows<String, byte[]> keys;

  MemoryAccessStore(
      Rows<String, LinkRow> links, Rows<String, Session> sessions, Rows<String, byte[]> keys) {
    this.links = links;
    this.sessions = sessions;
    this.keys = keys;
  }

  @Override
  public void addLink(SignInLink link) {
    links.add(link.tokenHash(), new LinkRow(link, false));
  }

  @Override
  public Optional<String> redeem(String tokenHash, Instant now) {
    Optional<SignInLink> good =
        links
            .find(tokenHash)
            .filter(row -> !row.used())
            .map(LinkRow::link)
            .filter(link -> now.isBefore(link.expiresAt()));
    good.ifPresent(link -> links.put(tokenHash, new LinkRow(link, true)));
    return good.map(SignInLink::who);
  }

  @Override
  public boolean linkWasMade(String who) {
    return links.all().stream().anyMatch(row -> row.link().who().equals(who));
  }

  @Override
  public void addSession(Session session) {
    sessions.add(session.tokenHash(), session);
  }

  @Override
  public Optional<Session> session(String tokenHash, Instant now) {
    return sessions.find(tokenHash).filter(s -> now.isBefore(s.expiresAt()));
  }

  @Override
  public void endSession(String tokenHash) {
    sessions.remove(tokenHash);
  }

  @Override
  public byte[] signingKey(Supplier<byte[]> make) {
    if (keys.find(SIGNING).isEmpty()) {
      keys.add(SIGNING, make.get().clone());
    }
    return keys.find(SIGNING).orElseThrow().clone();
  }
}
