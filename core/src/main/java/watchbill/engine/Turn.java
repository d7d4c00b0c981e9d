package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import watchbill.audit.Deed;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.escalation.Page;
import watchbill.escalation.Roster;
import watchbill.kernel.IdSource;
import watchbill.time.Span;

/// What one transaction knows: the stores it sees, the configuration, and the one `now`.
final class Turn {
  /// How far ahead deviations are read, so that "until" and "who is next" are right for a while.
  private static final Duration HORIZON = Duration.ofDays(60);

  private final Stores stores;
  private final Configuration configuration;
  private final IdSource ids;
  private final Instant now;
  private final List<Deed> deeds = new ArrayList<>();
  private @Nullable Roster roster;
  private boolean planned;

  Turn(Stores stores, Configuration configuration, IdSource ids, Instant now) {
    this.stores = stores;
    this.configuration = configuration;
    this.ids = ids;
    this.now = now;
  }

  Stores stores() {
    return stores;
  }

  Configuration configuration() {
    return configuration;
  }

  Instant now() {
    return now;
  }

  String nextId() {
    return ids.next(now);
  }

  /// Who can be woken for this page: the living configuration, then the page's snapshot.
  Roster roster(Page page) {
    return roster().with(page.snapshot());
  }

  /// Who is on duty, now and for a while.
  Roster roster() {
    Roster known = roster;
    if (known == null) {
      known = Rosters.read(configuration, stores, new Span(now, now.plus(HORIZON)));
      roster = known;
    }
    return known;
  }

  /// Somebody entered something, so who is on duty must be read anew.
  void forgetRoster() {
    roster = null;
  }

  /// How people call whoever acted: a person's name, or the handle of anything else.
  String nameOf(String handle) {
    return configuration.catalog().person(new PersonId(handle)).map(Person::name).orElse(handle);
  }

  void tell(String actor, String action, Page page, String said, String because) {
    tell(actor, action, page.id().value(), said, because);
  }

  void tell(String actor, String action, String subject, String said, String because) {
    deeds.add(new Deed(now, actor, action, subject, said, because));
  }

  /// Notifications were planned in this turn, so a worker should look soon.
  void planned() {
    planned = true;
  }

  boolean hasPlanned() {
    return planned;
  }

  /// Keeps what was told, after all else was saved.
  void finish() {
    if (!deeds.isEmpty()) {
      stores.audit().append(deeds);
    }
  }
}
