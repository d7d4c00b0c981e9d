package watchbill.engine;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import watchbill.catalog.Person;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;

/// Tells whoever looks after Watchbill itself.
final class Keeping {
  private final Turn turn;
  private final Noticing noticing;

  Keeping(Turn turn, Noticing noticing) {
    this.turn = turn;
    this.noticing = noticing;
  }

  /// Tells each of them, once for the key.
  ///
  /// @param headline in the reader's zone
  void tell(
      Notice.Kind kind, String key, Function<ZoneId, String> headline, List<Message.Fact> facts) {
    var catalog = turn.configuration().catalog();
    turn.configuration().keepers().orWhoLeads(catalog).stream()
        .flatMap(id -> catalog.person(id).stream())
        .forEach(person -> noticing.give(notice(person, kind, key, headline, facts)));
  }

  private Notice notice(
      Person person,
      Notice.Kind kind,
      String key,
      Function<ZoneId, String> headline,
      List<Message.Fact> facts) {
    return new Notice(
        new NoticeId(turn.nextId()),
        person.id(),
        kind,
        key,
        headline.apply(person.zone()),
        facts,
        Optional.empty(),
        turn.now(),
        Optional.empty());
  }
}
