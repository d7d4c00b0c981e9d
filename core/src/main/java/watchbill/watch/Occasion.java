package watchbill.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.notification.Message;
import watchbill.notification.Notice;

/// That somebody is to be told something now, unless they were told on this occasion before.
///
/// @param key names the occasion, the same whenever it is decided
/// @param pointlessFrom when it is of no use any more
public record Occasion(
    PersonId person,
    Notice.Kind kind,
    String key,
    String headline,
    List<Message.Fact> facts,
    Optional<Notice.Action> action,
    Optional<Instant> pointlessFrom) {
  public Occasion {
    facts = List.copyOf(facts);
  }

  /// One that asks for nothing.
  static Occasion of(
      PersonId person, Notice.Kind kind, String key, String headline, List<Message.Fact> facts) {
    return new Occasion(person, kind, key, headline, facts, Optional.empty(), Optional.empty());
  }

  Occasion until(Instant at) {
    return new Occasion(person, kind, key, headline, facts, action, Optional.of(at));
  }

  Occasion with(Notice.Action asked) {
    return new Occasion(person, kind, key, headline, facts, Optional.of(asked), pointlessFrom);
  }
}
