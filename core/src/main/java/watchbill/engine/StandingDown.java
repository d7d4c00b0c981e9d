package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.escalation.Roster;
import watchbill.rota.Absence;
import watchbill.rota.OnDuty;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.Shift;
import watchbill.rota.Watcher;
import watchbill.rota.request.Between;
import watchbill.rota.request.StandDown;
import watchbill.rota.request.StandDownStore;
import watchbill.time.Span;
import watchbill.watch.DutyNotices;

/// What happens within a turn when somebody on duty can't be, and when they can again.
final class StandingDown {
  /// A duty without an end in sight is taken back or renewed after this long.
  private static final Duration LONGEST = Duration.ofDays(14);

  private final Turn turn;
  private final Asking asking;
  private final Paging paging;

  StandingDown(Turn turn, Asking asking, Paging paging) {
    this.turn = turn;
    this.asking = asking;
    this.paging = paging;
  }

  Reply down(Command.StandDown down) {
    Optional<Reply> no =
        asking
            .unknown(List.of(down.person()))
            .or(() -> down.until().flatMap(u -> asking.objection(new Between(turn.now(), u), "")));
    if (no.isPresent()) {
      return no.get();
    }
    List<StandDown> already = inForce(down.person());
    boolean longer =
        down.until().filter(u -> already.stream().noneMatch(s -> lasts(s, u))).isPresent();
    if (!already.isEmpty() && !longer) {
      return new Reply.Done();
    }
    List<Held> duties = already.isEmpty() ? duties(down.person()) : plannedDuties(down.person());
    Optional<Instant> end =
        down.until().or(() -> duties.stream().map(Held::end).max(Instant::compareTo));
    if (end.isEmpty()) {
      return Asking.no(
          "duty.none", "person", down.person().handle(), "somebody on duty now, or an end");
    }
    standDown(down, new Span(turn.now(), end.get()), Absence.Why.CANNOT, duties);
    return new Reply.Done();
  }

  private static boolean lasts(StandDown said, Instant until) {
    return !said.span().until().isBefore(until);
  }

  /// They did not say that they can be woken.
  void missedWakeTest(PersonId person, Span rest) {
    var down = new Command.StandDown(person, WATCHBILL, "wake test");
    standDown(down, rest, Absence.Why.MISSED_WAKE_TEST, duties(person));
  }

  private void standDown(Command.StandDown down, Span span, Absence.Why why, List<Held> duties) {
    PersonId person = down.person();
    var said =
        new StandDown(turn.nextId(), person, span, why, down.by(), down.via(), Optional.empty());
    standDowns().add(said);
    turn.forgetRoster();
    turn.tell(
        down.by(),
        "duty.stood-down",
        person.handle(),
        asking.nameOf(person) + " can't be on duty until " + span.until(),
        asking.nameOf(person) + " is " + why.inWords() + "; by " + down.via());
    duties.forEach(held -> tellOfStandIn(said, held));
    paging.passOn(person, asking.nameOf(person) + " can't be on duty");
  }

  private void tellOfStandIn(StandDown said, Held held) {
    RotaId rota = held.rota();
    PersonId away = said.person();
    List<PersonId> now = standIns(away, held);
    String name = asking.nameOf(away);
    String who =
        now.isEmpty()
            ? "nobody can stand in"
            : String.join(" and ", now.stream().map(asking::nameOf).toList())
                + (now.size() > 1 ? " stand in" : " stands in");
    String because = name + " is " + said.why().inWords();
    String key = said.id() + "/" + rota + "/" + held.role();
    Optional<Span> span = Optional.of(said.span());
    DutyNotices notices = notices();
    asking.tell(
        notices.standIn(away, key, "You are off duty in " + rota + ": " + who, span, because));
    now.forEach(p ->
        asking.tell(
            notices.standIn(p, key, "You stand in for " + name + " in " + rota, span, because)));
    Set<PersonId> others = new LinkedHashSet<>(asking.answerable(rota));
    others.remove(away);
    now.forEach(others::remove);
    String headline = name + " can't be on duty in " + rota + ": " + who;
    others.forEach(p -> asking.tell(notices.standIn(p, key, headline, span, because)));
  }

  /// Beside those who were on duty with them anyway.
  private List<PersonId> standIns(PersonId away, Held held) {
    OnDuty now = turn.roster().onDuty(held.rota(), held.role(), turn.now());
    return now instanceof OnDuty.Somebody somebody && held.role().equals(Role.PRIMARY)
        ? somebody.watchers().stream()
            .filter(w -> w.because() instanceof Watcher.Because.StandingIn)
            .map(Watcher::person)
            .filter(p -> !p.equals(away))
            .toList()
        : now.people();
  }

  Reply takeBack(PersonId person, String by) {
    List<StandDown> said = inForce(person);
    if (said.isEmpty()) {
      return Asking.no("duty.not-stood-down", "person", person.handle(), "somebody who stood down");
    }
    Map<RotaId, List<PersonId>> before = standIns(person);
    said.forEach(s -> standDowns().takeBack(s.id(), turn.now()));
    turn.forgetRoster();
    String name = asking.nameOf(person);
    turn.tell(by, "duty.taken-back", person.handle(), name + " is on duty again", "by their word");
    String key = said.getFirst().id() + "/taken-back";
    Map<RotaId, List<PersonId>> people = new LinkedHashMap<>(before);
    duties(person).forEach(held -> people.putIfAbsent(held.rota(), List.of()));
    people.forEach((rota, standIns) -> {
      Set<PersonId> readers = new LinkedHashSet<>();
      readers.add(person);
      readers.addAll(standIns);
      readers.addAll(asking.answerable(rota));
      readers.forEach(p ->
          asking.tell(
              notices()
                  .standIn(
                      p,
                      key + "/" + rota,
                      p.equals(person)
                          ? "You are on duty again in " + rota
                          : name + " is on duty again in " + rota,
                      Optional.empty(),
                      name + " took the duty back")));
    });
    return new Reply.Done();
  }

  /// Who stands in for them, by rota.
  private Map<RotaId, List<PersonId>> standIns(PersonId person) {
    Map<RotaId, List<PersonId>> found = new LinkedHashMap<>();
    Roster planned = Rosters.planned(turn.configuration(), turn.stores(), ahead());
    for (Rota rota : turn.configuration().rotas().values()) {
      if (planned.onDuty(rota.id(), Role.PRIMARY, turn.now()).people().contains(person)) {
        found.put(rota.id(), turn.roster().onDuty(rota.id(), Role.PRIMARY, turn.now()).people());
      }
    }
    return found;
  }

  private List<StandDown> inForce(PersonId person) {
    var instant = new Span(turn.now(), turn.now().plusNanos(1_000));
    return standDowns().touching(instant).stream()
        .filter(s -> s.person().equals(person) && s.isInForce(turn.now()))
        .toList();
  }

  /// Somebody's duty now, and until when it lasts.
  private record Held(RotaId rota, Role role, Instant end) {}

  private List<Held> duties(PersonId person) {
    return duties(person, turn.roster());
  }

  /// Theirs, whether or not they can.
  private List<Held> plannedDuties(PersonId person) {
    return duties(person, Rosters.planned(turn.configuration(), turn.stores(), ahead()));
  }

  private List<Held> duties(PersonId person, Roster roster) {
    List<Held> found = new ArrayList<>();
    for (Rota rota : turn.configuration().rotas().values()) {
      for (Role role : rota.roles()) {
        if (roster.onDuty(rota.id(), role, turn.now()).people().contains(person)) {
          found.add(new Held(rota.id(), role, end(person, roster, rota, role)));
        }
      }
    }
    return found;
  }

  private Span ahead() {
    return new Span(turn.now(), turn.now().plus(LONGEST));
  }

  private Instant end(PersonId person, Roster roster, Rota rota, Role role) {
    Span window = ahead();
    Instant end = window.until();
    for (Shift shift : roster.shifts(rota.id(), role, window)) {
      if (!shift.people().contains(person)) {
        return shift.span().from();
      }
    }
    return end;
  }

  private DutyNotices notices() {
    return new DutyNotices(asking.words(), turn.now());
  }

  private StandDownStore standDowns() {
    return turn.stores().standDowns();
  }
}
