package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.alert.EventId;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.PersonId;
import watchbill.engine.Aftermath;
import watchbill.engine.Explainer;
import watchbill.kernel.Refusal;

/// Calls that ask why.
final class ExplainCalls {
  private static final int MESSAGE_MAX = 200_000;
  private static final int CALL_MAX = 512 * 1024;
  private static final int HEAD_MAX = 8_000;
  private static final ZoneId UTC = ZoneId.of("UTC");

  private ExplainCalls() {}

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.post("/api/v1/explain", CALL_MAX, ExplainCalls::before),
        means.get("/api/v1/events/{id}/explain", ExplainCalls::after));
  }

  /// The way a message would take. The words of it name instants in UTC.
  private static void before(Call call) {
    Asked asked = call.body();
    Instant at = asked.has("at") ? asked.instant("at") : call.now();
    var question =
        new Explainer.Question(
            new IntegrationId(asked.text("integration", Call.HANDLE_MAX)),
            asked.textOrNothing("head", HEAD_MAX),
            asked.text("body", MESSAGE_MAX),
            at);
    switch (call.means().explainer().explain(question, call.now(), UTC)) {
      case Explainer.Said.Explained(var explanation) ->
          Answers.json(call.response(), Status.OK_200, explanation);
      case Explainer.Said.NotReadable(var why) -> Answers.refused(call.response(), why, "");
    }
  }

  /// What became of a message that came, and why somebody was, or was not, told.
  private static void after(Call call) {
    String id = call.part("id");
    Optional<PersonId> person =
        Optional.of(call.query("person", "")).filter(p -> !p.isBlank()).map(PersonId::new);
    if (person.filter(p -> call.configuration().catalog().person(p).isEmpty()).isPresent()) {
      throw Asked.wrong("person", person.get().handle(), "the handle of a person");
    }
    Optional<Aftermath> told = call.means().explainer().aftermath(new EventId(id), person, UTC);
    told.ifPresentOrElse(
        aftermath -> Answers.json(call.response(), Status.OK_200, aftermath),
        () ->
            Answers.refused(
                call.response(),
                new Refusal("event.unknown", "event", id, "the id of a message that is still kept"),
                "event"));
  }
}
