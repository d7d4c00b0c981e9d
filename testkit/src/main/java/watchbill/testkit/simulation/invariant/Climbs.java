package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.alert.AlertReport;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Handing;
import watchbill.engine.Reply;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.notification.About;
import watchbill.notification.Notification;
import watchbill.testkit.simulation.plan.FaultKind;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I2, I11 and I25: a page calls soon after it opened, then rung by rung, each at its time, until
/// somebody answers or the fallback was told; none is left out and none comes early, whatever was
/// edited meanwhile.
final class Climbs implements Invariant {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration SLACK = Duration.ofSeconds(5);
  private static final Duration SETTLING = Duration.ofSeconds(150);

  /// A page is a minute late before the inspection takes it for one, and it looks each 15 s.
  private static final Duration INSPECTED = Duration.ofSeconds(90);

  /// Where everybody refused, or the loop hung, a page does not wait in vain.
  static final Set<FaultKind> MAY_HASTEN =
      EnumSet.of(
          FaultKind.PROVIDER_DOWN,
          FaultKind.PROVIDER_BUSY,
          FaultKind.PROVIDER_SILENT,
          FaultKind.PROVIDER_REFUSES,
          FaultKind.NO_WAY_OUT,
          FaultKind.CLOCK_AHEAD,
          FaultKind.CLOCK_DRIFT);

  /// After these a page may be so late that the fallback is told beside the next step.
  private static final Set<FaultKind> MAY_MAKE_LATE =
      EnumSet.of(
          FaultKind.CRASH,
          FaultKind.FREEZE,
          FaultKind.STORE_DOWN,
          FaultKind.CUT_OFF,
          FaultKind.ANSWERS_LOST,
          FaultKind.COMMIT_UNKNOWN,
          FaultKind.SERIALIZATION,
          FaultKind.TICKER_HANGS);

  private final Ground ground;
  private final Teams teams;
  private final Crowds crowds;
  private final Map<PageId, Climb> climbs = new LinkedHashMap<>();

  Climbs(Ground ground, Teams teams, Crowds crowds) {
    this.ground = ground;
    this.teams = teams;
    this.crowds = crowds;
  }

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.Turned(var node, _, Command.Receive message, Reply.Received _) ->
          message.reports().forEach(r -> opened(r, node));
      case Happening.Asked(_, Command command) -> askedOf(command).ifPresent(this::requested);
      case Happening.Turned(_, _, Command command, Reply.Paged _) ->
          askedOf(command).flatMap(this::climb).ifPresent(c -> lookLater(c, SOON));
      case Happening.Handed(var node, var wall, var handing) -> handed(node, wall, handing);
      default -> {}
    }
  }

  /// What makes a page call otherwise than by its policy.
  private static Optional<PageId> askedOf(Command command) {
    return switch (command) {
      case Command.HandOver(var page, _, _) -> Optional.of(page);
      case Command.Snooze(var page, _, _, _) -> Optional.of(page);
      case Command.EscalateNow(var page, _, _) -> Optional.of(page);
      case Command.Unacknowledge(var page, _, _) -> Optional.of(page);
      default -> Optional.empty();
    };
  }

  private Optional<Climb> climb(PageId page) {
    return Optional.ofNullable(climbs.get(page));
  }

  private void requested(PageId page) {
    climb(page).ifPresent(Climb::requested);
  }

  private void opened(AlertReport report, int node) {
    Optional<Page> page =
        ground.read(s ->
            Optional.ofNullable(s.alerts().known(List.of(report.key())).get(report.key()))
                .flatMap(KnownAlert::page)
                .flatMap(s.pages()::find));
    page.filter(p -> !climbs.containsKey(p.id())).ifPresent(p -> begin(p, node, ground.now()));
  }

  private Climb begin(Page page, int node, Instant openedAt) {
    var climb = new Climb(page.id(), page.urgency(), teams.team(node, page.service()), openedAt);
    climbs.put(page.id(), climb);
    lookLater(climb, SOON);
    return climb;
  }

  private void handed(int node, Instant wall, Handing.OfPage handing) {
    Notification n = handing.notification();
    if (!(n.about() instanceof About.OfPage(var page, var wake))) {
      return;
    }
    Duration age = Duration.between(handing.page().openedAt(), wall);
    Climb climb = climb(page).orElseGet(() -> begin(handing.page(), node, ground.now().minus(age)));
    if (wake <= climb.wake()) {
      return;
    }
    Rung rung = Rung.of(n.rung());
    Instant at = ground.now().minus(Duration.between(n.createdAt(), wall));
    int unseen = wake - climb.wake() - 1;
    if (unseen > 0 && ground.weather().sawSince(climb.calledAt(), MAY_MAKE_LATE)) {
      climb.passed(unseen); // They are still to be sent.
    }
    boolean out = isOutOfTurn(climb, rung);
    if (!out) {
      judge(climb, rung, n);
    }
    climb.called(rung, wake, n.createdAt(), at);
    climb.left(ground.now());
    if (out) {
      climb.requested();
    }
    lookLater(climb, climb.patience().plus(SLACK));
  }

  /// Whether something else than the policy may have ordered it, after which the next comes in its
  /// own time.
  private boolean isOutOfTurn(Climb climb, Rung next) {
    Instant since = climb.calledAt();
    boolean late = ground.weather().sawSince(since, MAY_MAKE_LATE);
    return next instanceof Rung.Request
        || (next instanceof Rung.Fallback && late)
        || standDownSince(since);
  }

  private void judge(Climb climb, Rung next, Notification n) {
    if (ground.weather().sawSince(climb.calledAt(), MAY_HASTEN)) {
      return;
    }
    // Whether there is a gap is for the duties to judge.
    if (!climb.follows(next, climb.mayMeetGap())) {
      ground.violated(
          "I11", "page " + climb.page() + " goes from " + climb.rung() + " to " + n.rung());
    } else if (climb.isEarly(n.createdAt())) {
      ground.violated("I11", "page " + climb.page() + " is early with " + n.rung());
    }
  }

  private boolean standDownSince(Instant since) {
    return teams.lastStandDown().isAfter(since);
  }

  private void lookLater(Climb climb, Duration delay) {
    int wake = climb.wake();
    Instant at = climb.wake() == 0 ? ground.now() : climb.calledAt();
    Instant when = at.plus(delay);
    ground.at(
        when.isBefore(ground.now()) ? ground.now().plus(SOON) : when, () -> look(climb, wake));
  }

  /// Nothing was sent since that wake, and by now something should have been.
  private void look(Climb climb, int wake) {
    if (climb.wake() != wake) {
      return;
    }
    Escalation stands =
        ground.read(s -> s.pages().find(climb.page())).map(Page::escalation).orElse(null);
    switch (stands) {
      case null -> ground.violated("I2", "page " + climb.page() + " is gone");
      case Escalation.Resolved _, Escalation.Acknowledged _ -> {}
      case Escalation.Resting(_, _, _, var until) -> {
        Instant over = ground.now().plus(Duration.between(ground.wall(0), until));
        climb.restsUntil(over);
        Instant from = over.isBefore(ground.now()) ? ground.now() : over;
        ground.at(from.plus(SOON), () -> overdue(climb, wake, "rests still"));
      }
      case Escalation.Waiting _ -> overdue(climb, wake, "should have called again");
      case Escalation.Exhausted _ -> {
        if (!(climb.rung() instanceof Rung.Fallback)) {
          overdue(climb, wake, "is exhausted, and the fallback was not told");
        }
      }
    }
  }

  private void overdue(Climb climb, int wake, String words) {
    if (climb.wake() != wake || isAnswered(climb)) {
      return;
    }
    Instant now = ground.now();
    Instant due = due(climb);
    if (now.isBefore(due.plus(SLACK))) {
      ground.at(due.plus(SLACK), () -> look(climb, wake));
      return;
    }
    Instant settled = ground.weather().calmSince().plus(SETTLING);
    Optional<Instant> hangs = ground.weather().onlySince(FaultKind.TICKER_HANGS);
    boolean inspectedByNow =
        hangs.filter(h -> !now.isBefore(h.plus(SETTLING))).isPresent()
            && !now.isBefore(due.plus(INSPECTED));
    if ((ground.weather().isCalm() && !now.isBefore(settled)) || inspectedByNow) {
      ground.violated(
          "I2",
          "page %s %s: last by wake %d at %s"
              .formatted(climb.page(), words, climb.wake(), climb.calledAt()));
    } else {
      boolean wait = ground.weather().isCalm() && settled.isAfter(now);
      ground.at(wait ? settled : now.plus(SETTLING), () -> look(climb, wake));
    }
  }

  /// When the next wake is told. Whoever is told of several pages at once may be told of this one a
  /// little later; a step counts from when it told somebody.
  private Instant due(Climb climb) {
    Set<PersonId> people = Teams.everybody(climb.team());
    Instant held = crowds.heldUntil(people, climb.urgency(), climb.calledAt());
    if (climb.wake() == 0) {
      return later(held, climb.restsUntil()).plus(SOON);
    }
    Instant due = later(held, climb.leftAt()).plus(climb.patience());
    return crowds.heldUntil(people, climb.urgency(), later(due, climb.restsUntil()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private boolean isAnswered(Climb climb) {
    return ground
        .read(s -> s.pages().find(climb.page()))
        .filter(p -> p.escalation().needsSomebody() || p.escalation() instanceof Escalation.Resting)
        .isEmpty();
  }
}
