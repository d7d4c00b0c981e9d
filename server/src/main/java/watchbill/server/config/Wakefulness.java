package watchbill.server.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Team;
import watchbill.catalog.Urgency;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Target;
import watchbill.rota.Rota;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Place;

/// Whoever can be woken must have said how.
final class Wakefulness {
  private final Map<PersonId, String> woken = new LinkedHashMap<>();

  Wakefulness(List<EscalationPolicy> policies, List<Team> teams, List<Rota> rotas) {
    for (Rota rota : rotas) {
      rota.people().forEach(p -> woken.putIfAbsent(p, "rota " + rota.id()));
    }
    for (EscalationPolicy policy : policies) {
      Stream<Target> targets =
          Stream.concat(
              policy.steps().stream().flatMap(s -> s.targets().stream()),
              policy.fallback().stream());
      targets.forEach(target -> add(target, policy, teams));
    }
  }

  /// Notes everybody who can be woken and has no rules for it.
  void check(List<Person> people, Handles declared) {
    for (Person person : people) {
      String by = woken.get(person.id());
      if (by != null && !person.rules().containsKey(Urgency.NOW)) {
        declared.field(person.id().handle()).ifPresent(field -> refuse(field, by));
      }
    }
  }

  private void add(Target target, EscalationPolicy policy, List<Team> teams) {
    String by = "policy " + policy.handle();
    switch (target) {
      case Target.ToPerson(var person) -> woken.putIfAbsent(person, by);
      case Target.ToTeam(var id) ->
          teams.stream()
              .filter(t -> t.id().equals(id))
              .flatMap(t -> t.people().stream())
              .forEach(p -> woken.putIfAbsent(p, by + " (team " + id + ")"));
      case Target.ToRota _ -> {
        // Everybody in a rota is there already.
      }
    }
  }

  private static void refuse(Field person, String by) {
    Place place = person.value().place();
    person
        .reading()
        .note(
            new Mistake(
                Mistake.Kind.MISSING,
                place,
                person.path() + ".notify.now",
                "is missing; use rules, like [ push 0m, sms 2m, call 5m ]",
                by + " can wake this person, so it must say how"));
  }
}
