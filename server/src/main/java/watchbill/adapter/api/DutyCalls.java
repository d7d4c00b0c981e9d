package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.engine.Rosters;
import watchbill.escalation.Roster;
import watchbill.rota.Change;
import watchbill.rota.OnDuty;
import watchbill.rota.Role;
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
  /// @param person absent when nobody does
  /// @param because what put them there, or why there is nobody
  record Duty(
      String rota,
      String role,
      Optional<String> person,
      Optional<String> name,
      Optional<Instant> until,
      String because) {}

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/on-duty", DutyCalls::onDuty),
        means.post("/api/v1/rotas/{id}/overrides", DutyCalls::override));
  }

  private static void onDuty(Call call) {
    String asked = call.query("at", "");
    Instant at = asked.isEmpty() ? call.now() : Asked.instant("at", asked);
    var window = new Span(at, at.plus(OVERRIDE_HORIZON));
    Roster roster = call.read(s -> Rosters.read(call.configuration(), s, window));
    List<Duty> duties = new ArrayList<>();
    roster.rotas().keySet().stream()
        .sorted(Comparator.comparing(RotaId::handle))
        .forEach(rota -> {
          for (Role role : Role.OF_EVERY_ROTA) {
            duties.add(duty(roster, rota, role, at));
          }
        });
    Answers.json(call.response(), Status.OK_200, Map.of("at", at, "duties", duties));
  }

  private static Duty duty(Roster roster, RotaId rota, Role role, Instant at) {
    return switch (roster.onDuty(rota, role, at)) {
      case OnDuty.Somebody s ->
          new Duty(
              rota.handle(),
              role.word(),
              Optional.of(s.people().getFirst().handle()),
              roster.person(s.people().getFirst()).map(Person::name),
              s.until(),
              s.watchers().getFirst().because().inWords());
      case OnDuty.Nobody n ->
          new Duty(
              rota.handle(),
              role.word(),
              Optional.empty(),
              Optional.empty(),
              n.until(),
              n.gap().inWords());
    };
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
