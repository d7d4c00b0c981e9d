package watchbill.adapter.api;

import io.helidon.http.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import watchbill.adapter.http.Route;
import watchbill.alert.PageId;
import watchbill.catalog.ServiceId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.engine.Stores;
import watchbill.escalation.Page;
import watchbill.kernel.Refusal;

/// Calls about pages.
final class PageCalls {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final String VIA = "api";
  private static final int LIST_MAX = 100;
  private static final int TOLD_MAX = 500;
  private static final int SUMMARY_MAX = 1024;
  private static final int HANDLE_MAX = 100;

  private PageCalls() {}

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/pages", PageCalls::list),
        means.get("/api/v1/pages/{id}", PageCalls::one),
        means.post("/api/v1/pages", PageCalls::raise),
        means.post("/api/v1/pages/{id}/acknowledge", change(PageCalls::acknowledge)),
        means.post("/api/v1/pages/{id}/resolve", change(PageCalls::resolve)),
        means.post("/api/v1/pages/{id}/hand-over", change(PageCalls::handOver)));
  }

  private static Command acknowledge(PageId page, String by) {
    return new Command.Acknowledge(page, by, VIA);
  }

  private static Command resolve(PageId page, String by) {
    return new Command.Resolve(page, by, VIA);
  }

  private static Command handOver(PageId page, String by) {
    return new Command.HandOver(page, by, VIA);
  }

  private static void list(Call call) {
    String state = call.query("state", "open");
    List<PageJson> pages =
        call.read(stores -> {
          List<Page> found =
              switch (state) {
                case "open" -> stores.pages().open(LIST_MAX);
                case "resolved" -> stores.pages().resolved(LIST_MAX);
                default -> throw Asked.wrong("state", state, "open or resolved");
              };
          return found.stream().map(p -> json(p, stores)).toList();
        });
    Answers.json(call.response(), Status.OK_200, Map.of("pages", pages));
  }

  private static void one(Call call) {
    Optional<PageJson.Whole> page =
        call.read(stores -> find(stores, call.part("id")).map(p -> whole(p, stores)));
    page.ifPresentOrElse(p -> Answers.json(call.response(), Status.OK_200, p), () -> missing(call));
  }

  private static void raise(Call call) {
    Asked asked = call.body();
    var service = new ServiceId(asked.text("service", HANDLE_MAX));
    String summary = asked.text("summary", SUMMARY_MAX);
    answer(
        call,
        Status.CREATED_201,
        call.submit(new Command.RaisePage(service, summary, call.caller().who())));
  }

  private static Call.Work change(BiFunction<PageId, String, Command> command) {
    return call ->
        call.read(stores -> find(stores, call.part("id")))
            .ifPresentOrElse(
                page ->
                    answer(
                        call,
                        Status.OK_200,
                        call.submit(command.apply(page.id(), call.caller().who()))),
                () -> missing(call));
  }

  private static void answer(Call call, Status status, Reply reply) {
    switch (reply) {
      case Reply.Paged paged ->
          Answers.json(
              call.response(),
              status,
              Map.of("id", paged.page().value(), "number", paged.number(), "said", paged.said()));
      case Reply.Refused(var refusal) -> Answers.refused(call.response(), refusal, "page");
      case Reply.TryLater later -> Answers.later(call.response(), later);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  private static void missing(Call call) {
    var refusal =
        new Refusal("page.unknown", "page", call.part("id"), "the number or id of a page");
    Answers.refused(call.response(), refusal, "page");
  }

  private static Optional<Page> find(Stores stores, String id) {
    // An id of nothing but digits is longer than any number.
    return NUMBER.matcher(id).matches()
        ? stores.pages().findByNumber(Long.parseLong(id))
        : stores.pages().find(new PageId(id));
  }

  private static PageJson json(Page page, Stores stores) {
    return PageJson.of(page, stores.notifications().of(page.id(), TOLD_MAX));
  }

  private static PageJson.Whole whole(Page page, Stores stores) {
    var notifications = stores.notifications().of(page.id(), TOLD_MAX);
    return new PageJson.Whole(
        PageJson.of(page, notifications),
        stores.alerts().of(page.id(), LIST_MAX).stream().map(PageJson.AlertJson::of).toList(),
        stores.audit().about(page.id().value(), TOLD_MAX).stream()
            .map(e -> PageJson.Entry.of(e.deed()))
            .toList(),
        notifications.stream().map(PageJson.NotificationJson::of).toList());
  }
}
