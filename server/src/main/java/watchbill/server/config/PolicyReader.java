package watchbill.server.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.EscalationPolicy.Step;
import watchbill.escalation.Target;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Shape;

/// Reads `policies`.
final class PolicyReader {
  private static final int STEPS = 20;
  private static final int TARGETS = 20;
  private static final String TARGET_WORDS =
      "a person, person NAME, team NAME, or rota NAME ROLE, like rota payments primary";
  private static final Shape<List<String>> TARGET =
      Shape.of(TARGET_WORDS, text -> Optional.of(List.of(text.strip().split("\\s+", -1))));

  private final Handles people;
  private final Handles teams;
  private final Handles rotas;
  private final List<Rota> readRotas;

  /// Takes those of `rotas` that could be read, too, to warn of steps that wake nobody.
  PolicyReader(Handles people, Handles teams, Handles rotas, List<Rota> readRotas) {
    this.people = people;
    this.teams = teams;
    this.rotas = rotas;
    this.readRotas = List.copyOf(readRotas);
  }

  Optional<EscalationPolicy> read(String handle, Field field) {
    return field
        .fields("steps", "repeat", "fallback", "acknowledgement-timeout")
        .flatMap(policy -> {
          List<Step> steps = steps(policy);
          int repeat = policy.optional("repeat", Shapes.REPEAT).orElse(0);
          List<Target> fallback = targets(policy, "fallback");
          Optional<Duration> timeout =
              policy.optional("acknowledgement-timeout", Shapes.ACKNOWLEDGEMENT_TIMEOUT);
          warnOfGaps(policy, fallback);
          boolean whole = !steps.isEmpty() && !fallback.isEmpty();
          return whole
              ? Optional.of(new EscalationPolicy(handle, steps, repeat, fallback, timeout))
              : Optional.empty();
        });
  }

  private List<Step> steps(Fields policy) {
    List<Step> steps = new ArrayList<>();
    policy
        .required("steps", "a list of 1 to " + STEPS + " steps")
        .map(f -> f.items(1, STEPS, "steps"))
        .orElse(List.of())
        .forEach(item -> item.fields("notify", "wait").map(this::step).ifPresent(steps::add));
    return steps;
  }

  private Step step(Fields step) {
    return new Step(
        targets(step, "notify"), step.optional("wait", Shapes.WAIT).orElse(Step.DEFAULT_WAIT));
  }

  private List<Target> targets(Fields fields, String key) {
    return fields
        .required(key, "a list of 1 to " + TARGETS + " targets, like [ rota payments primary ]")
        .map(f -> f.items(1, TARGETS, "targets, like [ rota payments primary ]"))
        .orElse(List.of())
        .stream()
        .flatMap(item -> item.as(TARGET).flatMap(words -> target(item, words)).stream())
        .toList();
  }

  private Optional<Target> target(Field item, List<String> words) {
    String kind = words.size() == 1 ? "person" : words.getFirst();
    String handle = words.get(Math.min(1, words.size() - 1));
    if (kind.equals("rota") && words.size() == 3) {
      return rotas
          .named(item, handle, "")
          .flatMap(rota ->
              role(item, new RotaId(rota), words.get(2))
                  .map(role -> toRota(item, new RotaId(rota), role)));
    }
    if (kind.equals("team") && words.size() == 2) {
      return teams.named(item, handle, "").map(team -> new Target.ToTeam(new TeamId(team)));
    }
    if (kind.equals("person") && words.size() <= 2) {
      return people
          .named(item, handle, otherKind(handle))
          .map(person -> new Target.ToPerson(new PersonId(person)));
    }
    return refuse(item);
  }

  private Target toRota(Field item, RotaId id, Role role) {
    readRotas.stream()
        .filter(
            rota -> rota.id().equals(id) && role.equals(Role.LIEUTENANT) && hasNoLieutenant(rota))
        .forEach(rota -> item.warn("rota " + rota.id() + " has no lieutenant: this wakes nobody"));
    return new Target.ToRota(id, role);
  }

  /// It says so, or has one face only, whom nobody follows.
  private static boolean hasNoLieutenant(Rota rota) {
    if (!rota.layersOf(Role.LIEUTENANT).isEmpty()) {
      return false;
    }
    return switch (rota.lieutenant()) {
      case Lieutenant.None _ -> true;
      case Lieutenant.Named _ -> false;
      case Lieutenant.OfRota _ -> false;
      case Lieutenant.Next _ -> rota.people().size() < 2;
    };
  }

  private static void warnOfGaps(Fields policy, List<Target> fallback) {
    boolean onlyRotas =
        !fallback.isEmpty() && fallback.stream().allMatch(Target.ToRota.class::isInstance);
    if (onlyRotas) {
      policy
          .field("fallback")
          .ifPresent(f -> f.warn("names rotas alone: in a gap of theirs nobody is woken"));
    }
  }

  /// One that the rota has. Of a rota that could not be read nobody knows which it has.
  private Optional<Role> role(Field item, RotaId id, String word) {
    if (!Role.isWord(word)) {
      return refuse(item).map(_ -> Role.PRIMARY);
    }
    var role = new Role(word);
    Optional<Rota> rota = readRotas.stream().filter(r -> r.id().equals(id)).findFirst();
    if (rota.isEmpty() || rota.get().roles().contains(role)) {
      return Optional.of(role);
    }
    String roles = rota.get().roles().stream().map(Role::word).collect(Collectors.joining(", "));
    item.refuse(
        Mistake.Kind.REFERENCE,
        item.shown(false) + " names a role that rota " + id + " does not have; use " + roles,
        "a rotation of the rota has it by role: " + word);
    return Optional.empty();
  }

  /// A name alone is a person's; often a team or a rota is meant.
  private String otherKind(String handle) {
    if (rotas.has(handle)) {
      return "there is a rota of that name: write 'rota " + handle + " primary'";
    }
    return teams.has(handle) ? "there is a team of that name: write 'team " + handle + "'" : "";
  }

  private static Optional<Target> refuse(Field item) {
    item.refuse(
        Mistake.Kind.VALUE, item.shown(false) + " is not accepted; use " + TARGET_WORDS, "");
    return Optional.empty();
  }
}
