package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.NIGHT;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.audit.AuditEntry;
import watchbill.calendar.Feed;
import watchbill.engine.Command;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.testkit.memory.MemoryTransactions;

/// Feeds are made, listed and revoked; their secret is never told.
class SubscriptionsTest {
  private static final Feed.Subject OF_ANA = new Feed.OfPerson("ana");
  private static final Feed.Subject OF_ROTA = new Feed.OfRota("payments");

  private final Transactions transactions = new MemoryTransactions();
  private final Declared declared = new Declared();
  private final Engine engine =
      new Engine(transactions, declared::configuration, new SequentialIds());

  @Test
  void aFeedIsFoundByTheHashOfItsSecretUntilItIsRevoked() {
    String id = ((Reply.Made) make(OF_ANA, 1)).id();
    assertThat(found(1)).containsExactly(new Feed(id, OF_ANA, hash(1), "ana", NIGHT));
    assertThat(run(new Command.RevokeFeed(id, "ben"))).isEqualTo(new Reply.Done());
    assertThat(found(1)).isEmpty();
    assertRefused("feed.unknown", run(new Command.RevokeFeed(id, "ben")));
    List<AuditEntry> told = transactions.read(s -> s.audit().about(id, 9));
    assertThat(told)
        .extracting(e -> e.deed().action())
        .containsExactly("feed.made", "feed.revoked");
    assertThat(told.toString()).doesNotContain(hash(1));
  }

  @Test
  void aFeedIsOfWhatExists() {
    assertRefused("person.unknown", make(new Feed.OfPerson("payments"), 1));
    assertRefused("rota.unknown", make(new Feed.OfRota("ana"), 1));
    assertRefused("team.unknown", make(new Feed.OfTeam("ana"), 1));
    assertThat(make(OF_ROTA, 1)).isInstanceOf(Reply.Made.class);
    assertThat(make(new Feed.OfTeam("payments"), 2)).isInstanceOf(Reply.Made.class);
  }

  @Test
  void thereAreAtMostTwentyOfOne() {
    for (int i = 0; i < 20; i++) {
      assertThat(make(OF_ANA, i)).isInstanceOf(Reply.Made.class);
    }
    assertRefused("feed.too-many", make(OF_ANA, 20));
    assertThat(make(OF_ROTA, 20)).isInstanceOf(Reply.Made.class);
  }

  private Reply make(Feed.Subject subject, int number) {
    return run(new Command.MakeFeed(subject, hash(number), "ana"));
  }

  private Reply run(Command command) {
    return engine.run(command, NIGHT);
  }

  private List<Feed> found(int number) {
    return transactions.read(s -> s.feeds().byTokenHash(hash(number)).stream().toList());
  }

  private static void assertRefused(String code, Reply reply) {
    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Refused.class, r -> assertThat(r.refusal().code()).isEqualTo(code));
  }

  private static String hash(int number) {
    return "%064x".formatted(number);
  }
}
