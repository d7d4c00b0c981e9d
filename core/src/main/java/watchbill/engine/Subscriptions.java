package watchbill.engine;

import java.util.Optional;
import watchbill.calendar.Feed;
import watchbill.calendar.FeedStore;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.kernel.Refusal;
import watchbill.rota.RotaId;

/// What happens to feeds within a turn.
final class Subscriptions {
  /// Enough for every device of somebody; more are forgotten ones, and each is a way in.
  static final int FEEDS_MAX = 20;

  private final Turn turn;

  Subscriptions(Turn turn) {
    this.turn = turn;
  }

  Reply make(Feed.Subject subject, String tokenHash, String by) {
    if (!exists(subject)) {
      return refused(
          subject.word() + ".unknown",
          subject.word(),
          subject.handle(),
          "the handle of a " + subject.word());
    }
    if (feeds().of(subject).size() >= FEEDS_MAX) {
      return refused(
          "feed.too-many",
          subject.word(),
          subject.handle(),
          "at most " + FEEDS_MAX + " feeds; revoke one that is not used any more");
    }
    var feed = new Feed(turn.nextId(), subject, tokenHash, by, turn.now());
    feeds().add(feed);
    tell(by, "feed.made", feed, "made a secret address for the calendar of ");
    return new Reply.Made(feed.id());
  }

  Reply revoke(String id, String by) {
    Optional<Feed> feed = feeds().find(id);
    if (feed.isEmpty()) {
      return refused("feed.unknown", "feed", id, "the id of a feed that is not revoked");
    }
    feeds().revoke(id, by, turn.now());
    tell(by, "feed.revoked", feed.get(), "revoked a secret address of the calendar of ");
    return new Reply.Done();
  }

  private boolean exists(Feed.Subject subject) {
    return switch (subject) {
      case Feed.OfPerson(var handle) ->
          turn.configuration().catalog().person(new PersonId(handle)).isPresent();
      case Feed.OfRota(var handle) -> turn.configuration().rotas().containsKey(new RotaId(handle));
      case Feed.OfTeam(var handle) ->
          turn.configuration().catalog().team(new TeamId(handle)).isPresent();
    };
  }

  private void tell(String by, String action, Feed feed, String said) {
    String whose = feed.subject().word() + " " + feed.subject().handle();
    turn.tell(by, action, feed.id(), turn.nameOf(by) + " " + said + whose, "");
  }

  private static Reply refused(String code, String field, String seen, String allowed) {
    return new Reply.Refused(new Refusal(code, field, seen, allowed));
  }

  private FeedStore feeds() {
    return turn.stores().feeds();
  }
}
