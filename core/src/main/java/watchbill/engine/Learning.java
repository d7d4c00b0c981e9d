package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;
import watchbill.watch.Duties;
import watchbill.watch.Duty;
import watchbill.watch.Told;
import watchbill.watch.ToldStore;

/// Keeps what people know of their next duty, within a turn.
final class Learning {
  /// A duty that began earlier is cut there, and that its begin moves is no change.
  static final Duration BACK = Duration.ofDays(14);

  static final Duration AHEAD = Duration.ofDays(60);

  /// How far ahead was looked need not be kept to the minute.
  private static final Duration SEEN_AGAIN_AFTER = Duration.ofDays(1);

  private final Turn turn;

  Learning(Turn turn) {
    this.turn = turn;
  }

  static Span window(Instant now) {
    return new Span(now.minus(BACK), now.plus(AHEAD));
  }

  /// Somebody did it themselves, or was told of it otherwise.
  void knows(PersonId person, RotaId rota) {
    Span window = window(turn.now());
    var planned = Rosters.planned(turn.configuration(), turn.stores(), window);
    for (Role role : roles(rota)) {
      List<Duty> duties = Duties.of(planned.shifts(rota, role, window), window);
      Optional<Duty> next = first(duties, person);
      if (next.isPresent() || told(rota, role).containsKey(person)) {
        keep(told(person, rota, role, next));
      }
    }
  }

  /// Finds out whose next duty is another than they know, and keeps what it is now.
  ///
  /// @param duties of one role of one rota, as planned
  void compare(
      RotaId rota, Role role, List<Duty> duties, BiConsumer<Told, Optional<Duty>> changed) {
    Map<PersonId, Told> known = told(rota, role);
    Set<PersonId> people = new LinkedHashSet<>(known.keySet());
    duties.forEach(d -> people.add(d.person()));
    for (PersonId person : people) {
      Optional<Duty> next = first(duties, person);
      Told is = told(person, rota, role, next);
      Optional<Told> was = Optional.ofNullable(known.get(person));
      if (was.filter(w -> w.isOutdated(is.next(), turn.now())).isPresent()) {
        changed.accept(was.get(), next);
      }
      if (was.filter(w -> isAlike(w, is)).isEmpty()) {
        keep(is);
      }
    }
  }

  private boolean isAlike(Told was, Told is) {
    boolean fresh = was.seenUntil().plus(SEEN_AGAIN_AFTER).isAfter(is.seenUntil());
    boolean both = was.next().isPresent() && is.next().isPresent();
    boolean running =
        both
            && !was.next().get().from().isAfter(turn.now())
            && !is.next().get().from().isAfter(turn.now())
            && was.next().get().until().equals(is.next().get().until());
    return fresh && (running || was.next().equals(is.next()));
  }

  private Told told(PersonId person, RotaId rota, Role role, Optional<Duty> next) {
    Instant seen = turn.now().plus(AHEAD);
    return new Told(person, rota, role, next.map(Duty::span), seen);
  }

  private Optional<Duty> first(List<Duty> duties, PersonId person) {
    return duties.stream()
        .filter(d -> d.person().equals(person) && d.span().until().isAfter(turn.now()))
        .findFirst();
  }

  private Map<PersonId, Told> told(RotaId rota, Role role) {
    Map<PersonId, Told> told = new HashMap<>();
    store().of(rota).stream()
        .filter(t -> t.role().equals(role))
        .forEach(t -> told.put(t.person(), t));
    return told;
  }

  private List<Role> roles(RotaId rota) {
    return Optional.ofNullable(turn.configuration().rotas().get(rota))
        .map(r -> r.roles())
        .orElse(Role.OF_EVERY_ROTA);
  }

  private void keep(Told told) {
    store().keep(told);
  }

  private ToldStore store() {
    return turn.stores().told();
  }
}
