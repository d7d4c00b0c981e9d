package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import watchbill.adapter.http.Route;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.RotaOverride;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

/// Calls about what differs from a rota's plan.
final class OverrideCalls {
  private static final Duration LISTED_AHEAD = Duration.ofDays(60);
  private static final Duration LISTED_MAX = Duration.ofDays(400);
  private static final String KINDS = "take-over, replace, add, remove or fixed-period";
  private static final int PEOPLE_MAX = 20;
  private static final int STINTS_MAX = 100;
  private static final int PRIORITY_MAX = 100;
  private static final int REASON_MAX = 200;

  private OverrideCalls() {}

  /// An override as the API gives it.
  record OverrideJson(
      String id,
      String rota,
      String role,
      Instant from,
      Instant until,
      String kind,
      List<String> people,
      String said,
      String reason,
      String madeBy,
      Instant madeAt) {
    static OverrideJson of(RotaOverride o) {
      return new OverrideJson(
          o.id(),
          o.rota().handle(),
          o.role().word(),
          o.span().from(),
          o.span().until(),
          kindOf(o.change()),
          o.change().people().stream().map(PersonId::handle).toList(),
          o.change().inWords(),
          o.reason(),
          o.madeBy().handle(),
          o.madeAt());
    }
  }

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/rotas/{id}/overrides", OverrideCalls::list),
        means.post("/api/v1/rotas/{id}/overrides", OverrideCalls::enter),
        means.delete("/api/v1/overrides/{id}", OverrideCalls::withdraw));
  }

  private static String kindOf(Change change) {
    return switch (change) {
      case Change.TakeOver _ -> "take-over";
      case Change.Replace _ -> "replace";
      case Change.Add _ -> "add";
      case Change.Remove _ -> "remove";
      case Change.FixedPeriod _ -> "fixed-period";
    };
  }

  private static void list(Call call) {
    if (!Spans.isKnown(call, call.part("id"))) {
      return;
    }
    Span window = Spans.asked(call, LISTED_AHEAD, LISTED_MAX);
    List<OverrideJson> overrides =
        call.read(stores ->
            stores.overrides().touching(window).stream()
                .filter(o -> o.rota().handle().equals(call.part("id")))
                .map(OverrideJson::of)
                .toList());
    Answers.json(call.response(), Status.OK_200, Map.of("overrides", overrides));
  }

  private static void enter(Call call) {
    Asked asked = call.body();
    Role role = Spans.role(call, call.part("id"), asked);
    Change change = change(asked);
    Span span = Spans.read(asked);
    String reason = asked.textOrNothing("reason", REASON_MAX);
    var by = new PersonId(call.caller().who());
    call.ask(
        new Command.AddOverride(new RotaId(call.part("id")), role, span, change, reason, by),
        change.inWords(),
        "rota");
  }

  private static Change change(Asked asked) {
    String kind = asked.textOrNothing("kind", Call.HANDLE_MAX);
    return switch (kind) {
      case "", "take-over" -> new Change.TakeOver(seat(asked), priority(asked));
      case "replace" -> new Change.Replace(person(asked, "out"), person(asked, "person"));
      case "add" -> new Change.Add(person(asked, "person"));
      case "remove" -> new Change.Remove(person(asked, "person"));
      case "fixed-period" ->
          new Change.FixedPeriod(
              asked.parts("shifts", STINTS_MAX).stream()
                  .map(s -> new Change.Stint(Spans.read(s), seat(s)))
                  .toList());
      default -> throw Asked.wrong("kind", kind, KINDS);
    };
  }

  private static int priority(Asked asked) {
    return asked.has("priority") ? asked.number("priority", 0, PRIORITY_MAX) : 0;
  }

  private static Seat seat(Asked asked) {
    if (!asked.has("people")) {
      return Seat.of(person(asked, "person"));
    }
    List<String> people = asked.texts("people", PEOPLE_MAX, Call.HANDLE_MAX);
    if (new HashSet<>(people).size() < people.size()) {
      throw Asked.wrong("people", people.toString(), "each person once");
    }
    return new Seat(people.stream().map(PersonId::new).toList());
  }

  private static PersonId person(Asked asked, String field) {
    return new PersonId(asked.text(field, Call.HANDLE_MAX));
  }

  private static void withdraw(Call call) {
    call.ask(
        new Command.WithdrawOverride(call.part("id"), call.caller().who()),
        "withdrawn",
        "override");
  }
}
