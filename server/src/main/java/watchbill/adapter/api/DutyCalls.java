package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.engine.Rosters;
import watchbill.escalation.Roster;
import watchbill.rota.Change;
import watchbill.rota.OnDuty;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

/// Calls about who is on duty.
final class DutyCalls {
  private static final Duration OVERRIDE_HORIZON = Duration.ofDays(60);
  private static final Duration OVERRIDE_MAX = Duration.ofDays(92);
  private static final int HANDLE_MAX = 100;

  private DutyCalls() {}

  /// Who holds one role.
  ///
  /// @param person the first of `people`; absent when there is nobody
  /// @param because what put that person there, or why there is nobody
  record Duty(
      String rota,
      String role,
      Optional<String> person,
      Optional<String> name,
      List<WatcherJson> people,
      Optional<Instant> until,
      String because) {}

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/onduty", DutyCalls::onDuty),
        means.get("/api/v1/on-duty", DutyCalls::onDuty),
        means.post("/api/v1/rotas/{id}/overrides", DutyCalls::override));
  }

  private static void onDuty(Call call) {
    String asked = call.query("at", "");
    Instant at = asked.isEmpty() ? call.now() : Asked.instant("at", asked);
    Optional<Role> role = RotaCalls.role(call);
    Optional<RotaId> one =
        Optional.of(call.query("rota", "")).filter(r -> !r.isEmpty()).map(RotaId::new);
    if (one.isPresent() && !call.configuration().rotas().containsKey(one.get())) {
      Answers.refused(call.response(), RotaCalls.unknown(one.get()), "rota");
      return;
    }
    var window = new Span(at, at.plus(OVERRIDE_HORIZON));
    Roster roster = call.read(s -> Rosters.read(call.configuration(), s, window));
    List<Duty> duties =
        roster.rotas().keySet().stream()
            .filter(rota -> one.isEmpty() || one.get().equals(rota))
            .sorted(Comparator.comparing(RotaId::handle))
            .flatMap(
                rota -> roles(roster, rota, role, at).stream().map(r -> duty(roster, rota, r, at)))
            .toList();
    Answers.json(call.response(), Status.OK_200, Map.of("at", at, "duties", duties));
  }

  /// Those the rota has then, or the one that is asked for, if the rota has it.
  private static List<Role> roles(Roster roster, RotaId id, Optional<Role> asked, Instant at) {
    List<Role> roles =
        roster.rota(id).flatMap(r -> r.at(at).or(r::latest)).map(Rota::roles).orElseThrow();
    return asked.map(role -> roles.stream().filter(role::equals).toList()).orElse(roles);
  }

  private static Duty duty(Roster roster, RotaId rota, Role role, Instant at) {
    OnDuty duty = roster.onDuty(rota, role, at);
    List<WatcherJson> people =
        switch (duty) {
          case OnDuty.Somebody s -> WatcherJson.all(roster, s.watchers());
          case OnDuty.Nobody _ -> List.of();
        };
    String because =
        switch (duty) {
          case OnDuty.Somebody _ -> people.getFirst().because();
          case OnDuty.Nobody n -> n.gap().inWords();
        };
    Optional<WatcherJson> first = people.stream().findFirst();
    return new Duty(
        rota.handle(),
        role.word(),
        first.map(WatcherJson::person),
        first.flatMap(WatcherJson::name),
        people,
        duty.until(),
        because);
  }

  private static void override(Call call) {
    Asked asked = call.body();
    Role role = role(asked.text("role", HANDLE_MAX));
    var person = new PersonId(asked.text("person", HANDLE_MAX));
    Span span = span(asked.instant("from"), asked.instant("until"));
    var by = new PersonId(call.caller().who());
    var command =
        new Command.AddOverride(
            new RotaId(call.part("id")),
            role,
            span,
            new Change.TakeOver(Seat.of(person), 0),
            "",
            by);
    switch (call.submit(command)) {
      case Reply.Done _ ->
          Answers.json(call.response(), Status.CREATED_201, Map.of("said", person + " stands in"));
      case Reply.Refused(var refusal) -> Answers.refused(call.response(), refusal, "rota");
      case Reply.TryLater later -> Answers.later(call.response(), later);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  private static Role role(String word) {
    for (Role role : Role.OF_EVERY_ROTA) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw Asked.wrong("role", word, "primary or lieutenant");
  }

  private static Span span(Instant from, Instant until) {
    boolean inOrder = from.isBefore(until);
    if (!inOrder || Duration.between(from, until).compareTo(OVERRIDE_MAX) > 0) {
      throw Asked.wrong(
          "until",
          until.toString(),
          "an instant after from, at most " + OVERRIDE_MAX.toDays() + " d");
    }
    return new Span(from, until);
  }
}
