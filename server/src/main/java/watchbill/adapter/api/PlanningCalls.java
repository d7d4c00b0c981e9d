package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Planning;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaChanges;
import watchbill.rota.RotaId;
import watchbill.rota.RotaVersion;
import watchbill.time.Span;

/// Calls about a rota's weeks to come, and about its past.
final class PlanningCalls {
  private static final int WEEKS_MAX = 26;
  private static final int VERSIONS = 200;
  private static final String ROTA = "a rota";

  private PlanningCalls() {}

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/rotas/{id}/suggestion", PlanningCalls::suggest),
        means.post("/api/v1/rotas/{id}/suggestion", PlanningCalls::accept),
        means.get("/api/v1/rotas/{id}/history", PlanningCalls::history));
  }

  /// @param shown names this suggestion, so that what is accepted is what was looked at
  private record Suggestion(
      String rota, String zone, String role, String shown, List<Turn> turns) {}

  private record Turn(
      Instant from,
      Instant until,
      Optional<String> person,
      Optional<String> name,
      String because,
      List<Stretch> duty) {}

  private record Stretch(Instant from, Instant until) {}

  private record Version(Instant from, Instant madeAt, String madeBy, List<String> changes) {}

  private static void suggest(Call call) {
    RotaId rota = rota(call);
    Role role = role(call.query("role", Role.PRIMARY.word()));
    List<Planning.Proposal> proposals = proposals(call, rota, role, call.query("weeks", "8"));
    List<Turn> turns = proposals.stream().map(p -> turn(p, call)).toList();
    var suggestion =
        new Suggestion(rota.handle(), zone(call, rota), role.word(), name(proposals), turns);
    Answers.json(call.response(), Status.OK_200, suggestion);
  }

  private static void accept(Call call) {
    RotaId rota = rota(call);
    if (!isManager(call, rota)) {
      Answers.forbidden(
          call.response(), "suggestion.not-manager", "a suggestion is accepted by a manager");
      return;
    }
    Asked asked = call.body();
    Role role = role(asked.text("role", 40));
    List<Planning.Proposal> proposals = proposals(call, rota, role, asked.text("weeks", 3));
    String shown = asked.text("shown", 64);
    if (!shown.equals(name(proposals))) {
      var refusal =
          new Refusal("suggestion.changed", "shown", shown, "what is suggested now: look again");
      Answers.refused(call.response(), refusal, "");
      return;
    }
    List<Command.Assignment> slots = new ArrayList<>();
    proposals.forEach(p ->
        p.person()
            .ifPresent(person ->
                p.duty().forEach(span -> slots.add(new Command.Assignment(span, person)))));
    var by = new PersonId(call.caller().who());
    switch (call.submit(new Command.AcceptSuggestion(rota, role, slots, by))) {
      case Reply.Done _ ->
          Answers.json(
              call.response(), Status.CREATED_201, Map.of("said", slots.size() + " entered"));
      case Reply.Refused(var refusal) -> Answers.refused(call.response(), refusal, "");
      case Reply.TryLater later -> Answers.later(call.response(), later);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  private static void history(Call call) {
    RotaId rota = rota(call);
    List<RotaVersion> made = call.read(stores -> stores.rotas().made(rota, VERSIONS));
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      RotaVersion version = made.get(i);
      List<String> changes =
          i + 1 < made.size()
              ? RotaChanges.between(made.get(i + 1).rota(), version.rota())
              : List.of("first known");
      versions.add(new Version(version.from(), version.madeAt(), version.madeBy(), changes));
    }
    Answers.json(
        call.response(),
        Status.OK_200,
        Map.of("rota", rota.handle(), "zone", zone(call, rota), "versions", versions));
  }

  private static List<Planning.Proposal> proposals(
      Call call, RotaId rota, Role role, String weeks) {
    Duration ahead = Duration.ofDays(7L * weeks(weeks));
    return call.read(stores ->
        new Planning(call.configuration(), stores, call.now()).suggest(rota, role, ahead));
  }

  private static Turn turn(Planning.Proposal proposal, Call call) {
    return new Turn(
        proposal.duty().getFirst().from(),
        proposal.duty().getLast().until(),
        proposal.person().map(PersonId::handle),
        proposal.person().flatMap(call.configuration().catalog()::person).map(Person::name),
        proposal.because(),
        proposal.duty().stream().map(PlanningCalls::stretch).toList());
  }

  private static Stretch stretch(Span span) {
    return new Stretch(span.from(), span.until());
  }

  /// Who has what; why does not matter.
  private static String name(List<Planning.Proposal> proposals) {
    var text = new StringBuilder();
    proposals.forEach(p -> text.append(p.person()).append(p.duty()).append('\n'));
    return HexFormat.of().formatHex(Digests.sha256(text.toString()), 0, 8);
  }

  /// Of the rota's team; of one without a team, whoever manages all its people.
  private static boolean isManager(Call call, RotaId id) {
    var caller = new PersonId(call.caller().who());
    Rota rota = Objects.requireNonNull(call.configuration().rotas().get(id));
    return call.caller().isAdministrator()
        || call.configuration().catalog().teams().stream()
            .filter(team ->
                rota.team().map(team.id()::equals).orElse(team.people().containsAll(rota.people())))
            .anyMatch(team -> team.manager().filter(caller::equals).isPresent());
  }

  private static RotaId rota(Call call) {
    var rota = new RotaId(call.part("id"));
    if (!call.configuration().rotas().containsKey(rota)) {
      throw Asked.wrong("rota", rota.handle(), "the handle of " + ROTA);
    }
    return rota;
  }

  private static String zone(Call call, RotaId rota) {
    return Objects.requireNonNull(call.configuration().rotas().get(rota)).zone().getId();
  }

  private static Role role(String word) {
    if (!Role.isWord(word)) {
      throw Asked.wrong("role", word, "primary, lieutenant or a role of its layers");
    }
    return new Role(word);
  }

  private static int weeks(String text) {
    if (text.matches("[0-9]{1,2}")) {
      int weeks = Integer.parseInt(text);
      if (weeks >= 1 && weeks <= WEEKS_MAX) {
        return weeks;
      }
    }
    throw Asked.wrong("weeks", text, "1 to " + WEEKS_MAX);
  }
}
