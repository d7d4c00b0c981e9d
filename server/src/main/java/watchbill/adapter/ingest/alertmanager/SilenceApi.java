package watchbill.adapter.ingest.alertmanager;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import watchbill.adapter.http.Body;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.alert.SilenceId;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.kernel.Refusal;
import watchbill.silence.Matcher;
import watchbill.silence.MatcherText;
import watchbill.silence.Silence;
import watchbill.time.TimeSource;

/// `/api/v2/silences` and `/api/v2/silence/{id}`: silences over the alerts of one integration.
///
/// A client has the key of its integration and may mute what came by it, and nothing else: each
/// silence it makes says so in one more matcher, which it is not shown.
public final class SilenceApi implements Routes {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Duration ENDED_SHOWN = Duration.ofDays(5);
  private static final int ENDED_MAX = 1_000;

  private final Entrance entrance;
  private final FrontDoor door;
  private final Transactions transactions;
  private final TimeSource time;

  public SilenceApi(
      FrontDoor door, Supplier<Catalog> catalog, Transactions transactions, TimeSource time) {
    this.entrance = new Entrance(catalog::get);
    this.door = door;
    this.transactions = transactions;
    this.time = time;
  }

  @Override
  public List<Route> routes() {
    int bodyMax = SilenceReader.BODY_MAX;
    return Stream.of(
            Entrance.routes(Method.GET, "/silences", 0, with(this::list)),
            Entrance.routes(Method.POST, "/silences", bodyMax, with(this::post)),
            Entrance.routes(Method.GET, "/silence/{id}", 0, with(this::one)),
            Entrance.routes(Method.DELETE, "/silence/{id}", 0, with(this::expire)))
        .flatMap(List::stream)
        .toList();
  }

  /// One request by a client that was let in.
  private record Asked(Integration by, ServerRequest request, ServerResponse response) {
    Matcher scope() {
      return Matcher.is("watchbill_integration", by.id().handle());
    }
  }

  private Handler with(Consumer<Asked> work) {
    return (request, response) ->
        entrance
            .integration(request, response)
            .ifPresent(by -> work.accept(new Asked(by, request, response)));
  }

  /// Those that mute or will, those that end first before; then those that ended of late.
  private void list(Asked asked) {
    List<Matcher> wanted = new ArrayList<>();
    for (String text : asked.request.query().all("filter", List::of)) {
      Optional<Matcher> matcher = MatcherText.parse(text);
      if (matcher.isEmpty()) {
        Answers.refused(MatcherText.refusal("filter", text).inWords(), asked.response);
        return;
      }
      wanted.add(matcher.get());
    }
    Instant now = time.now();
    List<Silence> silences =
        transactions.read(stores -> {
          List<Silence> all = new ArrayList<>(stores.silences().live(now));
          all.sort(
              Comparator.comparing((Silence s) -> s.state(now) != Silence.State.ACTIVE)
                  .thenComparing(Silence::endsAt));
          all.addAll(stores.silences().ended(now.minus(ENDED_SHOWN), now, ENDED_MAX));
          return all;
        });
    write(
        asked.response,
        json -> {
          json.writeStartArray();
          silences.stream()
              .filter(silence -> isOf(silence, asked))
              .filter(silence -> silence.matchers().containsAll(wanted))
              .forEach(silence -> write(json, silence, asked.scope(), now));
          json.writeEndArray();
        });
  }

  private void one(Asked asked) {
    find(asked)
        .ifPresentOrElse(
            silence ->
                write(asked.response, json -> write(json, silence, asked.scope(), time.now())),
            () -> missing(asked));
  }

  private void post(Asked asked) {
    switch (SilenceReader.read(Body.bytes(asked.request), asked.scope(), time.now())) {
      case SilenceReader.Read.Wrong(var refusal) ->
          Answers.refused(refusal.inWords(), asked.response);
      case SilenceReader.Read.Sound(var id, var draft) -> {
        String by = asked.by.id().handle();
        if (id.isEmpty()) {
          answer(door.submit(new Command.CreateSilence(draft, by)), asked);
        } else if (find(new SilenceId(id.get()), asked).isEmpty()) {
          missing(asked);
        } else {
          var update = new Command.UpdateSilence(new SilenceId(id.get()), draft, by);
          answer(door.submit(update), asked);
        }
      }
    }
  }

  private void expire(Asked asked) {
    Optional<Silence> silence = find(asked);
    if (silence.isEmpty()) {
      missing(asked);
      return;
    }
    var expire = new Command.ExpireSilence(silence.get().id(), asked.by.id().handle());
    answer(door.submit(expire), asked);
  }

  private static void answer(Reply reply, Asked asked) {
    switch (reply) {
      case Reply.Made(var id) ->
          write(
              asked.response,
              json -> {
                json.writeStartObject();
                json.writeStringProperty("silenceID", id);
                json.writeEndObject();
              });
      case Reply.Done _ -> asked.response.status(Status.OK_200).send();
      case Reply.Refused(var refusal) -> Answers.refused(refusal.inWords(), asked.response);
      case Reply.TryLater later -> Answers.tryLater(later, asked.response);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  private Optional<Silence> find(Asked asked) {
    return find(new SilenceId(asked.request.path().pathParameters().get("id")), asked);
  }

  private Optional<Silence> find(SilenceId id, Asked asked) {
    return transactions
        .read(stores -> stores.silences().find(id))
        .filter(silence -> isOf(silence, asked));
  }

  private static boolean isOf(Silence silence, Asked asked) {
    return silence.matchers().contains(asked.scope());
  }

  private static void missing(Asked asked) {
    var refusal =
        new Refusal("silence.unknown", "silence", "no such id", "the id of a silence made here");
    Answers.missing(refusal.inWords(), asked.response);
  }

  private static void write(ServerResponse response, Consumer<JsonGenerator> body) {
    var out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      body.accept(json);
    }
    Answers.json(out.toByteArray(), response);
  }

  private static void write(JsonGenerator json, Silence silence, Matcher hidden, Instant now) {
    json.writeStartObject();
    json.writeStringProperty("id", silence.id().value());
    json.writeObjectPropertyStart("status");
    json.writeStringProperty("state", silence.state(now).word());
    json.writeEndObject();
    json.writeStringProperty("updatedAt", AlertWriter.time(silence.updatedAt()));
    json.writeStringProperty("comment", silence.comment());
    json.writeStringProperty("createdBy", silence.createdBy());
    json.writeStringProperty("endsAt", AlertWriter.time(silence.endsAt()));
    json.writeArrayPropertyStart("matchers");
    for (Matcher matcher : silence.matchers()) {
      if (!matcher.equals(hidden)) {
        write(json, matcher);
      }
    }
    json.writeEndArray();
    json.writeStringProperty("startsAt", AlertWriter.time(silence.startsAt()));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Matcher matcher) {
    json.writeStartObject();
    json.writeBooleanProperty("isEqual", matcher.isEqual());
    json.writeBooleanProperty("isRegex", matcher.isRegex());
    json.writeStringProperty("name", matcher.name());
    json.writeStringProperty("value", matcher.value());
    json.writeEndObject();
  }
}
