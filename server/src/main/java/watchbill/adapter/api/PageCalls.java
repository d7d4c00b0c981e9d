package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import watchbill.adapter.http.Route;
import watchbill.alert.PageId;
import watchbill.catalog.ServiceId;
import watchbill.engine.Command;
import watchbill.engine.Judging;
import watchbill.engine.Reply;
import watchbill.engine.Stores;
import watchbill.escalation.Page;
import watchbill.kernel.Refusal;
import watchbill.noise.Judgement;

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
        means.post("/api/v1/pages/{id}/hand-over", change(PageCalls::handOver)),
        means.post("/api/v1/pages/{id}/snooze", PageCalls::snooze),
        means.post("/api/v1/pages/{id}/judgement", PageCalls::judge));
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

  private static void snooze(Call call) {
    Instant until = call.body().instant("until");
    change((page, by) -> new Command.Snooze(page, until, by, VIA)).answer(call);
  }

  private static void judge(Call call) {
    Asked asked = call.body();
    var judgement = new Judgement(asked.yes("actionable"), asked.yes("couldWait"));
    boolean forOther = call.caller().isAdministrator();
    String via = forOther ? VIA + ", entered by the administrator" : VIA;
    change((page, by) ->
            new Command.JudgePage(page, judgement, forOther ? asked(call, page, by) : by, via))
        .answer(call);
  }

  /// The administrator, who is woken for nothing, enters what whoever is asked said.
  private static String asked(Call call, PageId id, String otherwise) {
    return call.read(s ->
            s.pages().find(id).flatMap(p -> Judging.about(p, call.configuration(), s, call.now())))
        .map(q -> q.asked().handle())
        .orElse(otherwise);
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
        call.read(stores -> find(stores, call.part("id")).map(p -> whole(p, stores, call)));
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

  static Call.Work change(BiFunction<PageId, String, Command> command) {
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

  private static PageJson.Whole whole(Page page, Stores stores, Call call) {
    var notifications = stores.notifications().of(page.id(), TOLD_MAX);
    return new PageJson.Whole(
        PageJson.of(page, notifications),
        stores.alerts().of(page.id(), LIST_MAX).stream().map(PageJson.AlertJson::of).toList(),
        stores.audit().about(page.id().value(), TOLD_MAX).stream()
            .map(e -> PageJson.Entry.of(e.deed()))
            .toList(),
        notifications.stream().map(PageJson.NotificationJson::of).toList(),
        Judging.about(page, call.configuration(), stores, call.now()).map(q -> q.asked().handle()),
        stores.judgements().of(page.id()).map(PageJson.JudgementJson::of));
  }
}
