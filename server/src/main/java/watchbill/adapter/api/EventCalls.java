package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Reply;
import watchbill.engine.Rereader;
import watchbill.kernel.Refusal;

/// Calls about messages as they were received.
final class EventCalls {
  private static final int LIST_USUAL = 50;
  private static final int LIST_MAX = 200;

  private EventCalls() {}

  /// A message in a list.
  ///
  /// @param size of the body, in characters
  record EventJson(String id, String integration, Instant receivedAt, int size) {
    static EventJson of(Event e) {
      return new EventJson(
          e.id().value(), e.integration().handle(), e.receivedAt(), e.body().length());
    }
  }

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/events", EventCalls::list),
        means.get("/api/v1/events/{id}", EventCalls::one),
        means.post("/api/v1/events/{id}/replay", EventCalls::replay));
  }

  private static void list(Call call) {
    Optional<IntegrationId> of = given(call, "integration").map(IntegrationId::new);
    Optional<EventId> before = given(call, "before").map(EventId::new);
    int limit = limit(call);
    List<EventJson> events =
        call.read(stores -> stores.events().newest(of, before, limit)).stream()
            .map(EventJson::of)
            .toList();
    Answers.json(call.response(), Status.OK_200, Map.of("events", events));
  }

  private static void one(Call call) {
    find(call)
        .ifPresent(event ->
            Answers.json(
                call.response(),
                Status.OK_200,
                Map.of(
                    "id", event.id().value(),
                    "integration", event.integration().handle(),
                    "receivedAt", event.receivedAt(),
                    "head", event.head(),
                    "body", event.body())));
  }

  /// The same message once more, as if it came now.
  private static void replay(Call call) {
    Optional<Event> event = find(call);
    if (event.isEmpty()) {
      return;
    }
    switch (call.means().rereader().read(event.get(), call.now())) {
      case Rereader.Reread.NotReadable(var why, _) ->
          Answers.refused(
              call.response(),
              new Refusal("event.not-readable", "event", why, "a message a dialect can read"),
              "event");
      case Rereader.Reread.Again(var command, var wrong) -> {
        switch (call.submit(command)) {
          case Reply.Received received ->
              Answers.json(
                  call.response(),
                  Status.CREATED_201,
                  Map.of(
                      "id", received.event().value(),
                      "alerts", command.reports().size(),
                      "changes", command.changes().size(),
                      "refused", wrong.stream().map(Refusal::inWords).toList()));
          case Reply.Refused(var refusal) -> Answers.refused(call.response(), refusal, "event");
          case Reply.TryLater later -> Answers.later(call.response(), later);
          case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
        }
      }
    }
  }

  private static Optional<Event> find(Call call) {
    String id = call.part("id");
    Optional<Event> event = call.read(stores -> stores.events().find(new EventId(id)));
    if (event.isEmpty()) {
      Answers.refused(
          call.response(),
          new Refusal("event.unknown", "event", id, "the id of a message that is still kept"),
          "event");
    }
    return event;
  }

  private static Optional<String> given(Call call, String name) {
    return Optional.of(call.query(name, "")).filter(text -> !text.isBlank());
  }

  private static int limit(Call call) {
    String asked = call.query("limit", Integer.toString(LIST_USUAL));
    try {
      int limit = Integer.parseInt(asked);
      if (limit >= 1 && limit <= LIST_MAX) {
        return limit;
      }
    } catch (NumberFormatException _) {
      // It is refused below, like a number that is too large.
    }
    throw Asked.wrong("limit", asked, "a whole number from 1 to " + LIST_MAX);
  }
}
