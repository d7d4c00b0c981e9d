package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.engine.Rosters;
import watchbill.escalation.Roster;
import watchbill.rota.OnDuty;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.time.Span;

/// Calls about who is on duty.
final class DutyCalls {
  private static final Duration OVERRIDE_HORIZON = Duration.ofDays(60);

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
        means.get("/api/v1/on-duty", DutyCalls::onDuty));
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
}
