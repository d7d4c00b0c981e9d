package watchbill.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.rota.OnDuty;

/// Turns what a step names into the people it means at one instant.
public final class Recipients {
  private Recipients() {}

  /// People, each once, and in words what named nobody who can be woken.
  public record Found(List<Recipient> people, List<String> gaps) {
    public boolean nobody() {
      return people.isEmpty();
    }

    public String gapsInWords() {
      return String.join("; ", gaps);
    }
  }

  /// Who the targets are at `at`.
  ///
  /// @param reachable whether there is any way to wake this person
  public static Found find(
      List<Target> targets, Roster roster, Predicate<Person> reachable, Instant at) {
    Map<PersonId, Recipient> people = new LinkedHashMap<>();
    List<String> gaps = new ArrayList<>();
    for (Target target : targets) {
      switch (target) {
        case Target.ToPerson(var id) ->
            add(people, gaps, roster, reachable, id, _ -> "named by the policy");
        case Target.ToTeam(var id) ->
            roster
                .team(id)
                .ifPresentOrElse(
                    team ->
                        team.people()
                            .forEach(
                                p -> add(people, gaps, roster, reachable, p, _ -> "in team " + id)),
                    () -> gaps.add("there is no team " + id));
        case Target.ToRota(var id, var role) -> {
          switch (roster.onDuty(id, role, at)) {
            case OnDuty.Somebody s ->
                s.watchers()
                    .forEach(w ->
                        add(
                            people,
                            gaps,
                            roster,
                            reachable,
                            w.person(),
                            p -> s.inWords(w, p.zone())));
            case OnDuty.Nobody n -> gaps.add(n.inWords());
          }
        }
      }
    }
    return new Found(List.copyOf(people.values()), List.copyOf(gaps));
  }

  private static void add(
      Map<PersonId, Recipient> people,
      List<String> gaps,
      Roster roster,
      Predicate<Person> reachable,
      PersonId id,
      Function<Person, String> why) {
    var person = roster.person(id);
    if (person.isEmpty()) {
      gaps.add("there is no person " + id);
    } else if (!reachable.test(person.get())) {
      gaps.add("there is no way to reach " + person.get().name());
    } else {
      people.putIfAbsent(id, new Recipient(person.get(), why.apply(person.get())));
    }
  }
}
