package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.rota.RotaId;
import watchbill.rota.request.OpenShift;

/// Calls about shifts that wait for somebody.
final class OpenShiftCalls {
  private static final int LIST_MAX = 100;
  private static final int WORDS_MAX = 200;

  private OpenShiftCalls() {}

  /// An open shift as the API gives it.
  ///
  /// @param holder in whose place; absent when nobody is on duty then
  record OpenShiftJson(
      String id,
      String state,
      String rota,
      String role,
      Instant from,
      Instant until,
      Optional<String> holder,
      String reason,
      String openedBy,
      Instant openedAt) {
    static OpenShiftJson of(OpenShift s) {
      return new OpenShiftJson(
          s.id(),
          s.state().word(),
          s.rota().handle(),
          s.role().word(),
          s.span().from(),
          s.span().until(),
          s.holder().map(PersonId::handle),
          s.reason(),
          s.openedBy().handle(),
          s.openedAt());
    }
  }

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/open-shifts", OpenShiftCalls::list),
        means.post("/api/v1/open-shifts", OpenShiftCalls::open),
        means.post("/api/v1/open-shifts/{id}/claim", OpenShiftCalls::claim),
        means.delete("/api/v1/open-shifts/{id}", OpenShiftCalls::withdraw));
  }

  private static void list(Call call) {
    List<OpenShiftJson> open =
        call.read(stores ->
            stores.openShifts().open().stream().limit(LIST_MAX).map(OpenShiftJson::of).toList());
    Answers.json(call.response(), Status.OK_200, Map.of("openShifts", open));
  }

  private static void open(Call call) {
    Asked asked = call.body();
    String rota = asked.text("rota", Call.HANDLE_MAX);
    var command =
        new Command.OpenShiftUp(
            new RotaId(rota),
            Spans.role(call, rota, asked),
            Spans.between(asked),
            asked.textOrNothing("reason", WORDS_MAX),
            call.actor(asked, "by"));
    call.ask(command, "open", "");
  }

  private static void claim(Call call) {
    PersonId by = call.actor(call.bodyOrNothing(), "by");
    call.ask(new Command.ClaimShift(call.part("id"), by), by + " has it", "shift");
  }

  private static void withdraw(Call call) {
    var by = new PersonId(call.caller().who());
    call.ask(new Command.WithdrawOpenShift(call.part("id"), by), "withdrawn", "shift");
  }
}
