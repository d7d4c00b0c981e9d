package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.calendar.Holiday;
import watchbill.catalog.PersonId;
import watchbill.escalation.Roster;
import watchbill.notification.Notice;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.request.OpenShift;
import watchbill.rota.request.Swap;
import watchbill.time.Span;
import watchbill.watch.Coverage;
import watchbill.watch.CoverageNotices;
import watchbill.watch.Duties;
import watchbill.watch.Duty;
import watchbill.watch.DutyNotices;
import watchbill.watch.Finding;
import watchbill.watch.Limits;
import watchbill.watch.RequestNotices;

/// Looks ahead, once a minute: what is due to be told, and what is over.
///
/// Everything here is decided anew each time, and told once: a crash or another node between two
/// looks neither loses nor repeats anything.
final class Watching {
  /// Findings are looked for so far ahead, so that each is told a week before it comes.
  private static final Duration FINDINGS_AHEAD = Duration.ofDays(14);

  private static final int RECENT_NOTICES = 200;

  private final Turn turn;
  private final Asking asking;
  private final StandingDown standing;

  Watching(Turn turn, Asking asking, StandingDown standing) {
    this.turn = turn;
    this.asking = asking;
    this.standing = standing;
  }

  Reply look() {
    requests();
    Span window = Learning.window(turn.now());
    Roster foreseen = Rosters.foreseen(turn.configuration(), turn.stores(), window);
    Roster planned = Rosters.planned(turn.configuration(), turn.stores(), window);
    List<Rota> rotas = rotas();
    for (Rota rota : rotas) {
      for (Role role : rota.roles()) {
        List<Duty> duties = Duties.of(foreseen.shifts(rota.id(), role, window), window);
        Optional<Duration> wakeTest = rota.wakeTest().filter(_ -> role.equals(Role.PRIMARY));
        notices().due(duties, wakeTest).forEach(asking::tell);
        wakeTest.ifPresent(within -> judge(duties, within));
        List<Duty> plan = Duties.of(planned.shifts(rota.id(), role, window), window);
        new Learning(turn)
            .compare(
                rota.id(), role, plan, (told, next) -> asking.tell(notices().changed(told, next)));
      }
    }
    findings(rotas, window);
    new NoiseReporting(turn, asking).report();
    return new Reply.Done();
  }

  private void requests() {
    var notices = new RequestNotices(asking.words(), turn.now());
    for (Swap swap : turn.stores().swaps().open()) {
      if (turn.now().isBefore(swap.expiresAt())) {
        notices.reminder(swap).ifPresent(asking::tell);
      } else {
        new Swapping(turn, asking).expire(swap);
      }
    }
    for (OpenShift shift : turn.stores().openShifts().open()) {
      if (!turn.now().isBefore(shift.span().from())) {
        new OpeningShifts(turn, asking).expire(shift);
      } else {
        new OpeningForLeave(turn, asking).tidy(shift);
      }
    }
  }

  private void judge(List<Duty> duties, Duration within) {
    for (Duty duty : duties) {
      if (duty.span().contains(turn.now())) {
        asked(duty).ifPresent(test -> judge(duty, test, within));
      }
    }
  }

  private Optional<Notice> asked(Duty duty) {
    String key = DutyNotices.wakeTestKey(duty);
    return turn.stores().notices().recent(duty.person(), RECENT_NOTICES).stream()
        .filter(n -> n.key().equals(key))
        .findFirst();
  }

  private void judge(Duty duty, Notice test, Duration within) {
    boolean answered =
        turn.stores().notices().endOf(test.id()).orElse(null) instanceof Notice.End.Answered;
    boolean late = !turn.now().isBefore(test.createdAt().plus(within));
    if (!answered && late && !hasStoodDown(duty.person(), test.createdAt())) {
      Instant end = duty.span().until();
      Instant latest = turn.now().plus(FINDINGS_AHEAD);
      standing.missedWakeTest(
          duty.person(), new Span(turn.now(), end.isBefore(latest) ? end : latest));
    }
  }

  /// Whoever stood down since needs no second word, also if they took their duty back: they have
  /// shown that they are awake.
  private boolean hasStoodDown(PersonId person, Instant since) {
    var span = new Span(since, turn.now().plusNanos(1_000));
    return turn.stores().standDowns().touching(span).stream()
        .filter(s -> s.person().equals(person))
        .anyMatch(s -> !s.span().from().isBefore(since) || s.isInForce(turn.now()));
  }

  private void findings(List<Rota> rotas, Span window) {
    var ahead = new Span(window.from(), turn.now().plus(FINDINGS_AHEAD));
    Roster roster = asking.roster(window);
    List<Holiday> holidays = Rosters.holidays(turn.configuration(), turn.stores(), ahead);
    for (Finding finding : Coverage.findings(roster, rotas, ahead, Limits.STANDARD, holidays)) {
      asking
          .answerable(finding.rota())
          .forEach(
              reader -> CoverageNotices.due(finding, reader, turn.now()).ifPresent(asking::tell));
      if (finding.kind() == Finding.Kind.ON_LEAVE && finding.span().until().isAfter(turn.now())) {
        onLeave(finding);
      }
      new OpeningForLeave(turn, asking).open(finding, ahead.until());
    }
  }

  /// Both the one on leave and the one who stands in are told.
  private void onLeave(Finding finding) {
    PersonId away = finding.people().getFirst();
    PersonId standIn = finding.people().getLast();
    String because = asking.nameOf(away) + " is on leave";
    Optional<Span> span = Optional.of(finding.span());
    String yours = asking.nameOf(standIn) + " stands in for you in " + finding.rota();
    String theirs = "You stand in for " + asking.nameOf(away) + " in " + finding.rota();
    asking.tell(notices().standIn(away, finding.key(), yours, span, because));
    asking.tell(notices().standIn(standIn, finding.key(), theirs, span, because));
  }

  private List<Rota> rotas() {
    return turn.configuration().rotas().values().stream()
        .sorted(Comparator.comparing(r -> r.id().handle()))
        .toList();
  }

  private DutyNotices notices() {
    return new DutyNotices(asking.words(), turn.now());
  }
}
