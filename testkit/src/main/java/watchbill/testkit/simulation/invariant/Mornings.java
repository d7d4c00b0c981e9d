package watchbill.testkit.simulation.invariant;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import watchbill.alert.AlertReport;
import watchbill.alert.KnownAlert;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.engine.Command;
import watchbill.engine.Handing;
import watchbill.engine.Reply;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.notification.About;
import watchbill.testkit.simulation.plan.OfficeHours;
import watchbill.testkit.simulation.plan.TeamPlan;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;
import watchbill.time.Span;

/// I16: what can wait is held until the first instant at which its team may be told, also where
/// clocks change that night, and nobody is told of it before.
final class Mornings implements Invariant {
  private static final int DAYS = 12;
  private static final int FIRST = 1;

  private final Ground ground;

  Mornings(Ground ground) {
    this.ground = ground;
  }

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.Turned(_, var wall, Command.Receive message, Reply.Received _) ->
          message.reports().forEach(r -> opened(r, wall));
      case Happening.Handed(_, _, var handing) -> told(handing);
      default -> {}
    }
  }

  private void opened(AlertReport report, Instant wall) {
    ground
        .read(s ->
            Optional.ofNullable(s.alerts().known(List.of(report.key())).get(report.key()))
                .flatMap(KnownAlert::page)
                .flatMap(s.pages()::find))
        .filter(p -> p.openedAt().equals(wall) && p.urgency() == Urgency.WORKING_HOURS)
        .ifPresent(this::rests);
  }

  private void rests(Page page) {
    Instant first = first(page.service(), page.openedAt());
    Instant until =
        page.escalation() instanceof Escalation.Resting rest ? rest.until() : page.openedAt();
    if (!page.escalation().isResolved() && !until.equals(first)) {
      ground.violated(
          "I16", "page %s may be told from %s on, and not %s".formatted(page.id(), first, until));
    }
  }

  private void told(Handing.OfPage handing) {
    Instant began = handing.notification().createdAt();
    boolean first =
        handing.notification().about() instanceof About.OfPage(_, var wake) && wake == FIRST;
    Page page = handing.page();
    if (first
        && page.urgency() == Urgency.WORKING_HOURS
        && !first(page.service(), began).equals(began)) {
      ground.violated("I16", "page %s tells somebody at %s".formatted(page.id(), began));
    }
  }

  /// By plain looking at each day.
  private Instant first(ServiceId service, Instant from) {
    TeamPlan team =
        ground.scenario().house().teams().stream()
            .filter(t -> t.service().equals(service))
            .findFirst()
            .orElseThrow();
    return team.hours().map(hours -> first(team, hours, from)).orElse(from);
  }

  private static Instant first(TeamPlan team, OfficeHours hours, Instant from) {
    LocalDate today = from.atZone(team.zone()).toLocalDate();
    return IntStream.range(-2, DAYS)
        .mapToObj(today::plusDays)
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
        .map(day -> opening(team, hours, day))
        .filter(Objects::nonNull)
        .filter(open -> open.until().isAfter(from))
        .map(open -> open.from().isAfter(from) ? open.from() : from)
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private static Span opening(TeamPlan team, OfficeHours hours, LocalDate day) {
    LocalDate last = hours.until().isAfter(hours.from()) ? day : day.plusDays(1);
    return new Span(
        day.atTime(hours.from()).atZone(team.zone()).toInstant(),
        last.atTime(hours.until()).atZone(team.zone()).toInstant());
  }
}
