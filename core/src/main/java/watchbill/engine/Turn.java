package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import watchbill.audit.Deed;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.escalation.Page;
import watchbill.escalation.Roster;
import watchbill.kernel.IdSource;
import watchbill.notification.Degradations;
import watchbill.notification.Notification;
import watchbill.silence.Patterns;
import watchbill.time.Span;

/// What one transaction knows: the stores it sees, the configuration, and the one `now`.
final class Turn {
  /// How far ahead deviations are read, so that "until" and "who is next" are right for a while.
  private static final Duration HORIZON = Duration.ofDays(60);

  private final Stores stores;
  private final Configuration configuration;
  private final IdSource ids;
  private final Patterns patterns;
  private final Instant now;
  private final boolean rehearsed;
  private final List<Deed> deeds = new ArrayList<>();
  private @Nullable Roster roster;
  private boolean planned;
  private @Nullable List<Degradations.Degraded> degraded;

  Turn(Stores stores, Configuration configuration, IdSource ids, Patterns patterns, Instant now) {
    this(stores, configuration, ids, patterns, now, false);
  }

  private Turn(
      Stores stores,
      Configuration configuration,
      IdSource ids,
      Patterns patterns,
      Instant now,
      boolean rehearsed) {
    this.rehearsed = rehearsed;
    this.stores = stores;
    this.patterns = patterns;
    this.configuration = configuration;
    this.ids = ids;
    this.now = now;
  }

  /// One that decides as any does, and of which nothing is kept: it takes no number from anybody.
  static Turn rehearsed(Explaining.Ground ground) {
    var count = new AtomicInteger();
    return new Turn(
        ground.stores(),
        ground.configuration(),
        _ -> "rehearsed-" + count.incrementAndGet(),
        ground.patterns(),
        ground.at(),
        true);
  }

  /// A later one, rehearsed like this.
  Turn rehearsedAt(Instant later) {
    return new Turn(stores, configuration, ids, patterns, later, true);
  }

  /// For a page that opens; 0 for one that is rehearsed.
  long nextPageNumber() {
    return rehearsed ? 0 : stores.pages().nextNumber();
  }

  Stores stores() {
    return stores;
  }

  Configuration configuration() {
    return configuration;
  }

  /// How the patterns of matchers are understood.
  Patterns patterns() {
    return patterns;
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

  /// The methods that do not get through at the moment, with why. Asked once a turn, since a storm
  /// wakes many people in one.
  List<Degradations.Degraded> degraded() {
    List<Degradations.Degraded> known = degraded;
    if (known == null) {
      known =
          Arrays.stream(ContactMethod.values())
              .flatMap(method -> degraded(method).stream())
              .toList();
      degraded = known;
    }
    return known;
  }

  Set<ContactMethod> degradedMethods() {
    return degraded().stream()
        .map(Degradations.Degraded::method)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether this method gets through, by what is kept now.
  Optional<Degradations.Degraded> degraded(ContactMethod method) {
    List<Notification> sent =
        stores.notifications().sent(method, now.minus(Degradations.WITHIN), Degradations.LAST);
    return Degradations.of(
        method, sent.stream().filter(n -> !n.about().equals(SelfTesting.ABOUT)).toList());
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
