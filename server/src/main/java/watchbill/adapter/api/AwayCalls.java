package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.calendar.Leave;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.kernel.Refusal;
import watchbill.time.Span;

/// Calls about when people can't stand watch: leave, and "I can't".
final class AwayCalls {
  private static final Duration AHEAD = Duration.ofDays(731);
  private static final int LIST_MAX = 500;
  private static final int NOTE_MAX = 200;
  private static final String VIA = "api";
  private static final String UNKNOWN = "leave.unknown";

  private AwayCalls() {}

  /// Leave as the API gives it.
  ///
  /// @param source a person's handle, `calendar` or `ledger`
  record LeaveJson(
      String id, String person, Instant from, Instant until, String note, String source) {
    static LeaveJson of(Leave l) {
      return new LeaveJson(
          l.id(), l.person().handle(), l.span().from(), l.span().until(), l.note(), l.source());
    }
  }

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/leave", AwayCalls::list),
        means.post("/api/v1/leave", AwayCalls::enter),
        means.delete("/api/v1/leave/{id}", AwayCalls::withdraw),
        means.post("/api/v1/stand-down", AwayCalls::standDown),
        means.post("/api/v1/take-back", AwayCalls::takeBack));
  }

  /// Leave that is not over: one person's, or everybody's.
  private static void list(Call call) {
    String person = call.query("person", "");
    var ahead = new Span(call.now(), call.now().plus(AHEAD));
    List<LeaveJson> leave =
        call.read(stores -> {
          List<Leave> found =
              person.isEmpty()
                  ? stores.leaves().touching(ahead)
                  : stores.leaves().of(new PersonId(person), call.now());
          return found.stream().limit(LIST_MAX).map(LeaveJson::of).toList();
        });
    Answers.json(call.response(), Status.OK_200, Map.of("leave", leave));
  }

  private static void enter(Call call) {
    Asked asked = call.body();
    PersonId person = call.actor(asked, "person");
    Instant from = asked.instant("from");
    Instant until = asked.instant("until");
    String note = asked.textOrNothing("note", NOTE_MAX);
    call.ask(
        new Command.EnterLeave(person, from, until, note, call.caller().who()),
        person + " is away",
        "");
  }

  /// One's own; that of others is as unknown as none.
  private static void withdraw(Call call) {
    String id = call.part("id");
    Optional<PersonId> whose =
        call.read(stores -> stores.leaves().find(id)).map(kept -> kept.leave().person());
    boolean own = whose.filter(p -> p.handle().equals(call.caller().who())).isPresent();
    if (own || call.caller().isAdministrator()) {
      call.ask(new Command.WithdrawLeave(id, call.caller().who()), "withdrawn", "leave");
    } else {
      var refusal = new Refusal(UNKNOWN, "leave", id, "the id of a leave of yours");
      Answers.refused(call.response(), refusal, "leave");
    }
  }

  private static void standDown(Call call) {
    Asked asked = call.bodyOrNothing();
    PersonId person = call.actor(asked, "person");
    Optional<Instant> until =
        asked.has("until") ? Optional.of(asked.instant("until")) : Optional.empty();
    call.ask(
        new Command.StandDown(person, until, call.caller().who(), VIA),
        person + " is off duty; the lieutenant has it",
        "");
  }

  private static void takeBack(Call call) {
    PersonId person = call.actor(call.bodyOrNothing(), "person");
    call.ask(new Command.TakeBack(person, call.caller().who()), person + " is on duty again", "");
  }
}
