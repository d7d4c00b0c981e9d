package watchbill.testkit.simulation.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.engine.Command;
import watchbill.testkit.simulation.plan.Chance;
import watchbill.testkit.simulation.plan.House;
import watchbill.testkit.simulation.plan.TeamPlan;
import watchbill.testkit.simulation.plan.Trouble;

/// The monitoring of every team: says what is wrong, well or badly.
final class Sources {
  private static final int CONDITIONS = 4;
  private static final Duration RESEND = Duration.ofMinutes(5);
  private static final Duration LEASE = Duration.ofMinutes(7);
  private static final Duration LATE = Duration.ofMinutes(3);

  private final Stage stage;

  Sources(Stage stage) {
    this.stage = stage;
  }

  /// One trouble as it goes on.
  private record Course(TeamPlan team, Trouble trouble, Chance chance, Duration lasts) {
    String condition() {
      return "condition " + new Chance(trouble.seed()).below(CONDITIONS);
    }
  }

  void begin(Trouble trouble) {
    var chance = new Chance(trouble.seed()).branch("course");
    TeamPlan team = stage.house().team(trouble.team());
    Duration lasts = Duration.ofMinutes(2).plus(chance.around(Duration.ofMinutes(40)));
    var course = new Course(team, trouble, chance, lasts);
    switch (trouble.kind()) {
      case PLAIN -> plain(course, Severity.CRITICAL);
      case WARNING -> plain(course, Severity.WARNING);
      case REPEATED -> repeated(course);
      case FLAPPING -> flapping(course);
      case STORM -> storm(course);
      case LEASED -> leased(course, true);
      case FALLS_SILENT -> leased(course, false);
      case POISON -> say(course, Poison.reports(team.integration(), stage.worldTime(), chance));
    }
  }

  private void plain(Course c, Severity severity) {
    say(c, List.of(firing(c, c.condition(), severity, Optional.empty())));
    stage.in(c.lasts(), () -> say(c, List.of(ended(c, c.condition()))));
  }

  private void repeated(Course c) {
    AlertReport report = firing(c, c.condition(), Severity.CRITICAL, Optional.empty());
    int times = c.chance().between(2, 5);
    for (int i = 0; i < times; i++) {
      Duration when = c.chance().between(Duration.ZERO, c.lasts());
      stage.in(when.plus(c.chance().between(Duration.ZERO, LATE)), () -> say(c, List.of(report)));
    }
    stage.in(c.lasts(), () -> say(c, List.of(ended(c, c.condition()))));
    stage.in(c.lasts().plus(LATE), () -> say(c, List.of(ended(c, c.condition()))));
  }

  private void flapping(Course c) {
    Duration at = Duration.ZERO;
    int times = c.chance().between(3, 7);
    for (int i = 0; i < times; i++) {
      stage.in(
          at, () -> say(c, List.of(firing(c, c.condition(), Severity.CRITICAL, Optional.empty()))));
      at = at.plusSeconds(c.chance().between(20, 200));
      stage.in(at, () -> say(c, List.of(ended(c, c.condition()))));
      at = at.plusSeconds(c.chance().between(20, 200));
    }
  }

  private void storm(Course c) {
    int hosts = c.chance().between(12, 36);
    List<AlertReport> down = new ArrayList<>();
    List<AlertReport> up = new ArrayList<>();
    for (int i = 0; i < hosts; i++) {
      String host = "host " + i + " of trouble " + c.trouble().number();
      down.add(firing(c, host, Severity.CRITICAL, Optional.empty()));
      up.add(ended(c, host));
    }
    int half = hosts / 2;
    say(c, down.subList(0, half));
    stage.in(Duration.ofMillis(c.chance().below(5_000)), () -> say(c, down.subList(half, hosts)));
    stage.in(c.lasts(), () -> say(c, up));
  }

  private void leased(Course c, boolean saysTheEnd) {
    long resends = c.lasts().dividedBy(RESEND);
    for (long i = 0; i <= resends; i++) {
      stage.in(
          RESEND.multipliedBy(i),
          () -> {
            Optional<Instant> until = Optional.of(stage.worldTime().plus(LEASE));
            say(c, List.of(firing(c, c.condition(), Severity.CRITICAL, until)));
          });
    }
    if (saysTheEnd) {
      stage.in(c.lasts(), () -> say(c, List.of(ended(c, c.condition()))));
    }
  }

  /// Like a sender that repeats what was not taken, for some minutes.
  private void say(Course c, List<AlertReport> reports) {
    String body = c.trouble().kind().words() + " " + c.trouble().number() + " of " + reports.size();
    var message = new Command.Receive(House.integration(c.team()), body, List.copyOf(reports));
    stage.callers().insist(message, c.chance().branch("call"), 20, _ -> {});
  }

  private AlertReport firing(
      Course c, String condition, Severity severity, Optional<Instant> until) {
    var words =
        new Condition(
            condition + " of " + c.team().handle(),
            "somewhere",
            severity,
            Map.of("job", condition),
            Map.of());
    return new AlertReport.Firing(key(c, condition), condition, words, stage.worldTime(), until);
  }

  private static AlertReport ended(Course c, String condition) {
    return new AlertReport.Ended(key(c, condition));
  }

  private static AlertKey key(Course c, String condition) {
    return AlertKey.of(c.team().integration(), condition);
  }
}
