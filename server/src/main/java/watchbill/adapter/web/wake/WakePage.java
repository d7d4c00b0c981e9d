package watchbill.adapter.web.wake;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import watchbill.access.Pass;
import watchbill.access.Passes;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Form;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.JudgeForm;
import watchbill.adapter.web.Light;
import watchbill.adapter.web.Reader;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Standing;
import watchbill.alert.PageId;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Judging;
import watchbill.engine.Reply;
import watchbill.engine.Stores;
import watchbill.engine.WhatChanged;
import watchbill.escalation.Page;
import watchbill.time.TimeWords;

/// Answers `/w/{token}`.
public final class WakePage implements Routes {
  private static final String VIA = "wake link";

  private final Site site;
  private final WakeLinks links;

  public WakePage(Site site, WakeLinks links) {
    this.site = site;
    this.links = links;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/w/{token}", Permission.SIGNED_PASS, 0, this::show),
        new Route(Method.POST, "/w/{token}", Permission.SIGNED_PASS, Form.BODY_MAX, this::press));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Instant now = site.time().now();
    withPass(
        request,
        response,
        now,
        pass -> {
          Optional<WakeView> view = site.read(stores -> view(stores, pass, request, now));
          view.ifPresentOrElse(
              v -> Html.send(response, Status.OK_200, "wake", v), () -> gone(request, response));
        });
  }

  private void press(ServerRequest request, ServerResponse response) {
    withPass(request, response, site.time().now(), pass -> act(pass, request, response));
  }

  private void act(Pass pass, ServerRequest request, ServerResponse response) {
    if (site.forms().isForeign(request)) {
      again(
          request,
          response,
          Status.FORBIDDEN_403,
          "Another site asked for it. Press the button on our own page.");
      return;
    }
    Form form = Form.read(request);
    if (form.value("do").equals(JudgeForm.DEED) && JudgeForm.read(form).isEmpty()) {
      again(request, response, Html.UNPROCESSABLE, JudgeForm.BOTH);
      return;
    }
    command(form, pass)
        .ifPresentOrElse(
            command -> answer(request, response, site.door().submit(command)),
            () ->
                again(
                    request,
                    response,
                    Html.UNPROCESSABLE,
                    "The field 'do' is none of this page's buttons; use "
                        + String.join(", ", WakeViews.DEEDS)
                        + "."));
  }

  private void answer(ServerRequest request, ServerResponse response, Reply reply) {
    switch (reply) {
      case Reply.Paged _, Reply.Done _ -> Html.seeOther(response, request.path().path());
      case Reply.Refused(var refusal) when refusal.code().equals("page.unknown") ->
          gone(request, response);
      case Reply.Refused(var refusal) ->
          again(request, response, Html.UNPROCESSABLE, refusal.inWords());
      case Reply.TryLater later when !later.overloaded() ->
          Away.say(request, response, light(request));
      case Reply.TryLater later -> {
        response.header(
            HeaderNames.RETRY_AFTER, Long.toString(Math.max(1, later.after().toSeconds())));
        again(
            request,
            response,
            Status.SERVICE_UNAVAILABLE_503,
            later.why() + " Press again in " + TimeWords.of(later.after()) + ".");
      }
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  /// Not a dead end: the same link shows the buttons again.
  private void again(ServerRequest request, ServerResponse response, Status status, String why) {
    var said =
        new WakeNotice(
            light(request), "Nothing was saved", why, request.path().path(), "Back to the buttons");
    send(response, status, said);
  }

  private static Optional<Command> command(Form form, Pass pass) {
    var page = new PageId(pass.subject());
    return switch (form.value("do")) {
      case JudgeForm.DEED ->
          JudgeForm.read(form).map(j -> new Command.JudgePage(page, j, pass.holder(), VIA));
      case WakeViews.ACKNOWLEDGE -> Optional.of(new Command.Acknowledge(page, pass.holder(), VIA));
      case WakeViews.RESOLVE -> Optional.of(new Command.Resolve(page, pass.holder(), VIA));
      case WakeViews.HAND_OVER -> Optional.of(new Command.HandOver(page, pass.holder(), VIA));
      case WakeViews.CANNOT -> Optional.of(cannot(pass.holder()));
      default -> Optional.empty();
    };
  }

  /// Every page in their hands goes on to whoever stands in, this one too.
  private static Command cannot(String holder) {
    return new Command.StandDown(new PersonId(holder), holder, VIA);
  }

  private void withPass(
      ServerRequest request, ServerResponse response, Instant now, Consumer<Pass> work) {
    String token = request.path().pathParameters().get("token");
    switch (links.read(token, now)) {
      case Passes.Verdict.Valid(var pass) ->
          Away.orSay(request, response, light(request), () -> work.accept(pass));
      case Passes.Verdict.Expired(var pass) ->
          Away.orSay(
              request, response, light(request), () -> expired(request, response, pass, now));
      case Passes.Verdict.Forged _ ->
          send(
              response,
              Status.FORBIDDEN_403,
              new WakeNotice(
                  light(request),
                  "This is not a whole link",
                  "It was cut off or changed on its way. Copy all of it from your message, or open"
                      + " a newer message.",
                  "/",
                  "Sign in instead"));
    }
  }

  private void expired(ServerRequest request, ServerResponse response, Pass pass, Instant now) {
    Optional<Page> page = site.read(stores -> stores.pages().find(new PageId(pass.subject())));
    String about = page.map(p -> "page " + p.number()).orElse("a page");
    String ago = TimeWords.of(Duration.between(pass.expiresAt(), now));
    send(
        response,
        Status.GONE_410,
        new WakeNotice(
            light(request),
            "This link has expired",
            "It was for "
                + about
                + " and stopped working "
                + ago
                + " ago. If the page is still open, a newer message has a newer link; or sign in.",
            page.map(p -> "/pages/" + p.number()).orElse("/"),
            "Sign in and see it"));
  }

  private void gone(ServerRequest request, ServerResponse response) {
    send(
        response,
        Status.GONE_410,
        new WakeNotice(
            light(request),
            "This page is no longer kept",
            "The link is good, but what it was about is gone.",
            "/",
            "Sign in and see what is open"));
  }

  private static void send(ServerResponse response, Status status, WakeNotice notice) {
    Html.send(response, status, "wake-notice", notice);
  }

  /// Dark at night also when the link is no good: whoever holds it was just woken.
  private Light light(ServerRequest request) {
    var anybody = Reader.of("", site.configuration().get().catalog());
    return new Clock(site.time().now(), anybody.zone()).isNight() ? Light.DARK : Light.of(request);
  }

  private Optional<WakeView> view(Stores stores, Pass pass, ServerRequest request, Instant now) {
    Configuration configuration = site.configuration().get();
    return stores
        .pages()
        .find(new PageId(pass.subject()))
        .map(page -> {
          Standing standing = Standing.of(page, stores, configuration, now);
          Reader reader =
              standing
                  .roster()
                  .person(new PersonId(pass.holder()))
                  .map(Reader::of)
                  .orElseGet(() -> Reader.of(pass.holder(), configuration.catalog()));
          var views =
              new WakeViews(
                  standing, reader, new Clock(now, reader.zone()), configuration.catalog());
          var seen =
              new WakeViews.Seen(
                  stores.alerts().of(page.id(), WakeViews.ALERTS_READ),
                  WhatChanged.before(page, configuration.catalog(), stores, WakeViews.CHANGES_MAX),
                  Judging.about(page, configuration, stores, now));
          return views.of(seen, Light.of(request), request.path().path());
        });
  }
}
