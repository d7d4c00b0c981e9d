package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.rota.RotaId;
import watchbill.rota.request.Between;
import watchbill.rota.request.Swap;

/// Calls about swaps. Each of the two speaks for themselves; the administrator for anybody.
final class SwapCalls {
  private static final Duration LOOKS_BACK = Duration.ofDays(92);
  private static final int LIST_MAX = 100;
  private static final int WORDS_MAX = 200;

  /// The field for a span of the other's duty.
  private static final String BACK = "inReturn";

  private SwapCalls() {}

  /// A swap as the API gives it.
  record SwapJson(
      String id,
      String state,
      String rota,
      String role,
      String asker,
      Instant from,
      Instant until,
      String other,
      Optional<SpanJson> inReturn,
      String note,
      Instant askedAt,
      Instant expiresAt) {
    static SwapJson of(Swap s) {
      return new SwapJson(
          s.id(),
          s.state().word(),
          s.rota().handle(),
          s.role().word(),
          s.asker().handle(),
          s.span().from(),
          s.span().until(),
          s.other().handle(),
          s.inReturn().map(r -> new SpanJson(r.from(), r.until())),
          s.note(),
          s.askedAt(),
          s.expiresAt());
    }
  }

  record SpanJson(Instant from, Instant until) {}

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/swaps", SwapCalls::list),
        means.post("/api/v1/swaps", SwapCalls::ask),
        means.post("/api/v1/swaps/{id}/accept", call -> answer(call, true)),
        means.post("/api/v1/swaps/{id}/decline", call -> answer(call, false)),
        means.delete("/api/v1/swaps/{id}", SwapCalls::withdraw));
  }

  /// Those of one person, or all that wait for an answer.
  private static void list(Call call) {
    String person = call.query("person", "");
    List<SwapJson> swaps =
        call.read(stores -> {
          List<Swap> found =
              person.isEmpty()
                  ? stores.swaps().open()
                  : stores.swaps().of(new PersonId(person), call.now().minus(LOOKS_BACK));
          return found.stream().limit(LIST_MAX).map(SwapJson::of).toList();
        });
    Answers.json(call.response(), Status.OK_200, Map.of("swaps", swaps));
  }

  private static void ask(Call call) {
    Asked asked = call.body();
    String rota = asked.text("rota", Call.HANDLE_MAX);
    Optional<Between> inReturn =
        asked.has(BACK) ? Optional.of(Spans.between(asked.part(BACK))) : Optional.empty();
    var other = new PersonId(asked.text("other", Call.HANDLE_MAX));
    var command =
        new Command.AskSwap(
            new RotaId(rota),
            Spans.role(call, rota, asked),
            call.actor(asked, "asker"),
            Spans.between(asked),
            other,
            inReturn,
            asked.textOrNothing("note", WORDS_MAX));
    call.ask(command, other + " is asked", "", field -> field.replace("in-return", BACK));
  }

  private static void answer(Call call, boolean accept) {
    Asked asked = call.bodyOrNothing();
    String why = asked.textOrNothing("why", WORDS_MAX);
    PersonId by = call.actor(asked, "by");
    call.ask(
        new Command.AnswerSwap(call.part("id"), accept, by, why),
        accept ? "accepted" : "declined",
        "swap");
  }

  private static void withdraw(Call call) {
    var by = new PersonId(call.caller().who());
    call.ask(new Command.WithdrawSwap(call.part("id"), by), "withdrawn", "swap");
  }
}
