package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.calendar.Feed;
import watchbill.engine.Command;
import watchbill.engine.Reply;

/// Calls about calendars that programs subscribe to. Each has their own; those of rotas and teams
/// are everybody's who is signed in.
final class FeedCalls {
  private static final String ALLOWED = "person, rota or team";

  private FeedCalls() {}

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/feeds", FeedCalls::list),
        means.post("/api/v1/feeds", FeedCalls::make),
        means.delete("/api/v1/feeds/{id}", FeedCalls::revoke));
  }

  /// The secret is not among it: it was shown once.
  private record FeedJson(String id, String kind, String of, String madeBy, Instant madeAt) {
    static FeedJson of(Feed feed) {
      Feed.Subject subject = feed.subject();
      return new FeedJson(
          feed.id(), subject.word(), subject.handle(), feed.madeBy(), feed.madeAt());
    }
  }

  private static void list(Call call) {
    Feed.Subject subject = subject(call.query("kind", "person"), call.query("of", ""));
    if (mayUse(call, subject)) {
      List<FeedJson> feeds =
          call.read(stores -> stores.feeds().of(subject).stream().map(FeedJson::of).toList());
      Answers.json(call.response(), Status.OK_200, Map.of("feeds", feeds));
    }
  }

  private static void make(Call call) {
    Asked asked = call.body();
    Feed.Subject subject = subject(asked.text("kind", 10), asked.text("of", 100));
    if (!mayUse(call, subject)) {
      return;
    }
    Api.NewAddress address = call.means().addresses().get();
    var command = new Command.MakeFeed(subject, address.tokenHash(), call.caller().who());
    switch (call.submit(command)) {
      case Reply.Made(var id) ->
          Answers.json(
              call.response(),
              Status.CREATED_201,
              Map.of("id", id, "address", address.address().reveal()));
      case Reply.Refused(var refusal) -> Answers.refused(call.response(), refusal, "");
      case Reply.TryLater later -> Answers.later(call.response(), later);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  private static void revoke(Call call) {
    String id = call.part("id");
    Optional<Feed> feed = call.read(stores -> stores.feeds().find(id));
    boolean may = feed.isEmpty() || mayUse(call, feed.get().subject());
    if (may) {
      call.ask(new Command.RevokeFeed(id, call.caller().who()), "the address is revoked", "feed");
    }
  }

  private static Feed.Subject subject(String kind, String handle) {
    return switch (kind) {
      case "person" -> new Feed.OfPerson(handle);
      case "rota" -> new Feed.OfRota(handle);
      case "team" -> new Feed.OfTeam(handle);
      default -> throw Asked.wrong("kind", kind, ALLOWED);
    };
  }

  private static boolean mayUse(Call call, Feed.Subject subject) {
    boolean others =
        subject instanceof Feed.OfPerson(var handle) && !handle.equals(call.caller().who());
    if (others && !call.caller().isAdministrator()) {
      Answers.forbidden(
          call.response(), "feed.private", "somebody's calendar is made by themselves");
      return false;
    }
    return true;
  }
}
