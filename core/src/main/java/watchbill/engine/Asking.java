package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchbill.calendar.Leave;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Team;
import watchbill.escalation.Roster;
import watchbill.kernel.Refusal;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.RotaOverride;
import watchbill.rota.Shift;
import watchbill.rota.request.Between;
import watchbill.time.Span;
import watchbill.watch.Occasion;
import watchbill.watch.Words;

/// What everything that is asked about rotas has in common: whether it can be, and who is told.
final class Asking {
  static final Duration LENGTH_MAX = Duration.ofDays(366);
  static final Duration AHEAD_MAX = Duration.ofDays(731);
  static final int WORDS_MAX = 200;

  private final Turn turn;
  private final Noticing noticing;

  Asking(Turn turn, Noticing noticing) {
    this.turn = turn;
    this.noticing = noticing;
  }

  static Reply no(String code, String field, String seen, String allowed) {
    return new Reply.Refused(new Refusal(code, field, seen, allowed));
  }

  /// Why a rota can't be asked about this span.
  Optional<Reply> objection(RotaId rota, Span span) {
    if (!turn.configuration().rotas().containsKey(rota)) {
      return Optional.of(no("rota.unknown", "rota", rota.handle(), "the handle of a rota"));
    }
    return objection(Between.of(span), "");
  }

  /// Why it is no span of a duty that lies ahead.
  ///
  /// @param of what the fields belong to: `in-return.`; may be empty
  Optional<Reply> objection(Between between, String of) {
    Instant from = between.from();
    Instant until = between.until();
    Instant now = turn.now();
    if (!from.isBefore(until)) {
      return Optional.of(
          no("span.empty", of + "until", until.toString(), "an instant after the start"));
    }
    if (Duration.between(from, until).compareTo(LENGTH_MAX) > 0) {
      String length = Duration.between(from, until).toDays() + " d";
      return Optional.of(
          no("span.too-long", of + "until", length, "at most " + LENGTH_MAX.toDays() + " d"));
    }
    if (!until.isAfter(now)) {
      return Optional.of(
          no("span.over", of + "until", until.toString(), "an instant after " + now));
    }
    if (from.isAfter(now.plus(AHEAD_MAX))) {
      String latest = "an instant before " + now.plus(AHEAD_MAX);
      return Optional.of(no("span.too-far", of + "from", from.toString(), latest));
    }
    return Optional.empty();
  }

  /// Why it can't be asked of people: it has begun, and they must have time to answer.
  Optional<Reply> begun(Between between, String of) {
    return between.from().isBefore(turn.now())
        ? Optional.of(no("span.begun", of + "from", between.from().toString(), "now or later"))
        : Optional.empty();
  }

  Optional<Reply> unknown(List<PersonId> people) {
    return people.stream()
        .filter(p -> turn.configuration().catalog().person(p).isEmpty())
        .findFirst()
        .map(p -> no("person.unknown", "person", p.handle(), "the handle of a person"));
  }

  Optional<Reply> tooLong(String field, String words) {
    return words.length() > WORDS_MAX
        ? Optional.of(no("words.too-long", field, words, "at most " + WORDS_MAX + " characters"))
        : Optional.empty();
  }

  Optional<Reply> onLeave(PersonId person, Span span, String field) {
    return turn.stores().leaves().touching(span).stream()
        .filter(l -> l.person().equals(person))
        .map(Leave::span)
        .findFirst()
        .map(away ->
            no(
                "person.on-leave",
                field,
                person + " is on leave from " + away.from() + " to " + away.until(),
                "somebody who is there"));
  }

  /// Whether it is their duty all the while, whether or not they can.
  boolean holds(PersonId person, RotaId rota, Role role, Span span) {
    return planned(rota, role, span).stream().allMatch(s -> s.people().contains(person));
  }

  /// Whose duty it is, whether or not they can.
  List<Shift> planned(RotaId rota, Role role, Span span) {
    return Rosters.planned(turn.configuration(), turn.stores(), span).shifts(rota, role, span);
  }

  Span fromNow(Span span) {
    return span.from().isBefore(turn.now()) ? new Span(turn.now(), span.until()) : span;
  }

  RotaOverride override(
      RotaId rota, Role role, Span span, Change change, String reason, PersonId by) {
    var override =
        new RotaOverride(turn.nextId(), rota, role, span, change, reason, by, turn.now());
    turn.stores().overrides().add(override);
    return override;
  }

  /// Everybody who may stand watch in a rota.
  Set<PersonId> peopleOf(RotaId id) {
    Set<PersonId> people = new LinkedHashSet<>();
    Optional<Rota> rota = Optional.ofNullable(turn.configuration().rotas().get(id));
    rota.ifPresent(r -> people.addAll(r.people()));
    rota.flatMap(Rota::team)
        .flatMap(t -> turn.configuration().catalog().team(t))
        .map(Team::people)
        .ifPresent(people::addAll);
    people.removeIf(p -> turn.configuration().catalog().person(p).isEmpty());
    return people;
  }

  /// Who answers for a rota: the manager of its team, or the team, or else its people.
  Set<PersonId> answerable(RotaId id) {
    Optional<Team> team =
        Optional.ofNullable(turn.configuration().rotas().get(id))
            .flatMap(Rota::team)
            .flatMap(t -> turn.configuration().catalog().team(t));
    Optional<PersonId> manager = team.flatMap(Team::manager);
    if (manager.isPresent()) {
      return Set.of(manager.get());
    }
    return team.<Set<PersonId>>map(t -> new LinkedHashSet<>(t.people()))
        .orElseGet(() -> peopleOf(id));
  }

  /// Tells somebody, unless they were told on this occasion before.
  void tell(Occasion occasion) {
    noticing.give(
        new Notice(
            new NoticeId(turn.nextId()),
            occasion.person(),
            occasion.kind(),
            occasion.key(),
            occasion.headline(),
            occasion.facts(),
            occasion.action(),
            turn.now(),
            occasion.pointlessFrom()));
  }

  /// Whoever did something themselves need not be told that their duty changed by it.
  void knows(PersonId person, RotaId rota) {
    new Learning(turn).knows(person, rota);
  }

  Words words() {
    return new Words(turn.configuration().catalog());
  }

  String nameOf(PersonId person) {
    return turn.configuration().catalog().person(person).map(Person::name).orElse(person.handle());
  }

  /// Who is on duty around now, as things are.
  Roster roster(Span window) {
    return Rosters.read(turn.configuration(), turn.stores(), window);
  }
}
