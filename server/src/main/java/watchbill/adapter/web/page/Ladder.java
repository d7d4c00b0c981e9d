package watchbill.adapter.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Standing;
import watchbill.escalation.Escalation;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Target;
import watchbill.escalation.Wake;
import watchbill.notification.Notification;
import watchbill.rota.Role;
import watchbill.time.TimeWords;

/// The policy as steps that are done, running and to come, with times as they would be.
record Ladder(Standing standing, Clock clock) {

  List<PageView.Rung> rungs() {
    List<PageView.Rung> rungs = new ArrayList<>();
    EscalationPolicy policy = standing.page().policy();
    switch (standing.page().escalation()) {
      case Escalation.Waiting w -> {
        for (int i = 0; i < w.step(); i++) {
          rungs.add(done(i, policy.steps().get(i)));
        }
        EscalationPolicy.Step step = policy.steps().get(w.step());
        String until = "until " + clock.moment(w.nextAt());
        rungs.add(new PageView.Rung("next", toldOr(w.step(), step), until));
        toCome(rungs, policy, w.step() + 1, policy.repeat() + 1 - w.round(), w.nextAt());
      }
      case Escalation.Resting r -> toCome(rungs, policy, 0, policy.repeat(), r.until());
      case Escalation.Acknowledged a when a.until().isPresent() ->
          toCome(rungs, policy, a.step(), policy.repeat() + 1 - a.round(), a.until().get());
      case Escalation.Acknowledged a -> stopped(rungs, policy, a.round() > 1, a.step());
      case Escalation.Exhausted _ -> stopped(rungs, policy, true, policy.steps().size());
      case Escalation.Resolved _ -> stopped(rungs, policy, false, -1);
    }
    return rungs;
  }

  String heading() {
    return switch (standing.page().escalation()) {
      case Escalation.Waiting _ -> "If nobody answers";
      case Escalation.Resting _ -> "If nobody takes it until then";
      case Escalation.Acknowledged a when a.until().isPresent() -> "If it is still open then";
      case Escalation.Acknowledged _ -> "Nobody else is called";
      case Escalation.Exhausted _ -> "Nobody answered";
      case Escalation.Resolved _ -> "Over: nobody is called";
    };
  }

  /// What follows if nobody answers.
  ///
  /// @param from index of the first step that has not begun
  /// @param again how many more times the steps are run after this
  private void toCome(
      List<PageView.Rung> rungs, EscalationPolicy policy, int from, int again, Instant start) {
    Instant at = start;
    for (EscalationPolicy.Step step : policy.steps().subList(from, policy.steps().size())) {
      rungs.add(new PageView.Rung("", who(step.targets(), at), "at " + clock.moment(at)));
      at = at.plus(step.delay());
    }
    if (again > 0) {
      rungs.add(new PageView.Rung("", "All of it again", timesMore(again)));
      at = at.plus(wholePolicy(policy).multipliedBy(again));
    }
    rungs.add(fallback("", "at " + clock.moment(at), at));
  }

  /// Nothing follows any more.
  ///
  /// @param reached index of the last step that began
  private void stopped(
      List<PageView.Rung> rungs, EscalationPolicy policy, boolean allRan, int reached) {
    for (int i = 0; i < policy.steps().size(); i++) {
      EscalationPolicy.Step step = policy.steps().get(i);
      boolean ran = allRan || i <= reached || !toldBy(i).isEmpty();
      rungs.add(
          ran
              ? done(i, step)
              : new PageView.Rung("done", who(step.targets(), now()), "not needed"));
    }
    boolean fell = !told(new Wake.Rung.OfFallback().inWords()).isEmpty();
    rungs.add(fallback("done", fell ? "told" : "not needed", now()));
  }

  private PageView.Rung done(int index, EscalationPolicy.Step step) {
    return new PageView.Rung("done", toldOr(index, step), "waited " + TimeWords.of(step.delay()));
  }

  private PageView.Rung fallback(String look, String when, Instant at) {
    String who = who(standing.page().policy().fallback(), at);
    return new PageView.Rung(look, "Fallback: " + who, when);
  }

  /// Whoever was told in this step; before anybody was, whom it means.
  private String toldOr(int index, EscalationPolicy.Step step) {
    List<String> told = toldBy(index);
    return told.isEmpty() ? who(step.targets(), now()) : Names.list(told) + role(step.targets());
  }

  private List<String> toldBy(int index) {
    int steps = standing.page().policy().steps().size();
    return told(new Wake.Rung.OfStep(index + 1, steps).inWords());
  }

  private List<String> told(String rung) {
    return standing.told().stream()
        .filter(n -> n.rung().equals(rung))
        .map(Notification::person)
        .map(standing.names()::of)
        .distinct()
        .toList();
  }

  /// `Cho (lieutenant)`, `Everyone in Payments`, `Dev`.
  private String who(List<Target> targets, Instant at) {
    return targets.stream().map(t -> who(t, at)).collect(Collectors.joining(", "));
  }

  private String who(Target target, Instant at) {
    return switch (target) {
      case Target.ToTeam(var team) -> "Everyone in " + Names.title(team.handle());
      case Target.ToPerson(var person) -> standing.names().of(person);
      case Target.ToRota(var rota, var role) -> {
        List<String> people =
            standing.people(List.of(target), at).stream().map(r -> r.person().name()).toList();
        String name = people.isEmpty() ? "Nobody on duty in " + rota : Names.list(people);
        yield name + role(List.of(new Target.ToRota(rota, role)));
      }
    };
  }

  private static String role(List<Target> targets) {
    return targets.size() == 1 && targets.getFirst() instanceof Target.ToRota(_, Role role)
        ? " (" + role.word() + ")"
        : "";
  }

  private static Duration wholePolicy(EscalationPolicy policy) {
    return policy.steps().stream()
        .map(EscalationPolicy.Step::delay)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static String timesMore(int again) {
    return again == 1 ? "once more" : again + " times more";
  }

  private Instant now() {
    return standing.now();
  }
}
