package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.calendar.Feed;
import watchbill.calendar.FeedStore;
import watchbill.engine.Stores;

/// A feed is found by the hash of its secret until it is revoked.
public interface FeedStoreContract extends StoreContract<FeedStore> {
  Feed.Subject ANA = new Feed.OfPerson("payments");
  Feed.Subject ROTA = new Feed.OfRota("payments");
  Feed.Subject TEAM = new Feed.OfTeam("payments");

  @Override
  default Class<FeedStore> port() {
    return FeedStore.class;
  }

  @Override
  default FeedStore storeIn(Stores stores) {
    return stores.feeds();
  }

  @Test
  default void givesBackAFeedAsItWas() {
    List<Feed> feeds = new ArrayList<>();
    for (Feed.Subject subject : List.of(ANA, ROTA, TEAM, new Feed.OfRota("night's \"rota\" ñ"))) {
      for (Instant at : Samples.INSTANTS) {
        int number = feeds.size();
        feeds.add(new Feed(id(number), subject, hash(number), "o'\"ñ", at));
      }
    }
    write(store -> feeds.forEach(store::add));
    for (Feed feed : feeds) {
      assertThat(reads().find(feed.id())).contains(feed);
      assertThat(reads().byTokenHash(feed.tokenHash())).contains(feed);
    }
    assertThat(reads().find(id(999))).isEmpty();
    assertThat(reads().byTokenHash(hash(999))).isEmpty();
  }

  @Test
  default void twoFeedsOfOneSecretAreABug() {
    added(1, ANA);
    assertThatThrownBy(() -> writes().add(new Feed(id(2), ROTA, hash(1), "ben", minute(2))))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  default void aPersonARotaAndATeamOfOneNameHaveTheirOwn() {
    Feed third = added(3, ANA);
    Feed first = added(1, ANA);
    Feed second = added(2, ROTA);
    Feed fourth = added(4, TEAM);
    assertThat(reads().of(ANA)).containsExactly(first, third);
    assertThat(reads().of(ROTA)).containsExactly(second);
    assertThat(reads().of(TEAM)).containsExactly(fourth);
  }

  @Test
  default void aRevokedFeedIsAsUnknownAsOneThatNeverWas() {
    Feed revoked = added(1, ANA);
    Feed other = added(2, ANA);
    writes().revoke(revoked.id(), "ana", minute(5));
    writes().revoke(revoked.id(), "ana", minute(6));
    writes().revoke(id(999), "ana", minute(6));
    assertThat(reads().find(revoked.id())).isEmpty();
    assertThat(reads().byTokenHash(revoked.tokenHash())).isEmpty();
    assertThat(reads().of(ANA)).containsExactly(other);
  }

  private Feed added(long number, Feed.Subject subject) {
    var feed = new Feed(id(number), subject, hash(number), "ana", minute(number));
    writes().add(feed);
    return feed;
  }

  private static String hash(long number) {
    return "%064x".formatted(number);
  }
}
