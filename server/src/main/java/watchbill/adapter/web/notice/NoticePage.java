package watchbill.adapter.web.notice;

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
import watchbill.adapter.web.Light;
import watchbill.adapter.web.Reader;
import watchbill.adapter.web.Site;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.engine.Stores;
import watchbill.notification.NoticeId;
import watchbill.time.TimeWords;

/// Answers `/n/{token}`.
public final class NoticePage implements Routes {
  private static final String VIA = "notice link";
  private static final String ANSWER = "answer";
  private static final NoticeView.Go SIGN_IN = new NoticeView.Go("/", "Sign in instead");

  private final Site site;
  private final NoticeLinks links;

  public NoticePage(Site site, NoticeLinks links) {
    this.site = site;
    this.links = links;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/n/{token}", Permission.SIGNED_PASS, 0, this::show),
        new Route(Method.POST, "/n/{token}", Permission.SIGNED_PASS, Form.BODY_MAX, this::press));
  }

  private void show(ServerRequest request, ServerResponse response) {
    withPass(
        request,
        response,
        pass ->
            site.read(stores -> view(stores, pass, request))
                .ifPresentOrElse(
                    view -> send(response, Status.OK_200, view), () -> gone(request, response)));
  }

  private void press(ServerRequest request, ServerResponse response) {
    withPass(request, response, pass -> answer(pass, request, response));
  }

  private void answer(Pass pass, ServerRequest request, ServerResponse response) {
    if (site.forms().isForeign(request)) {
      String why = "Another site asked for it. Press the button on our own page.";
      again(request, response, Status.FORBIDDEN_403, why);
      return;
    }
    if (!Form.read(request).value("do").equals(ANSWER)) {
      String why = "The field 'do' is none of this page's buttons; use " + ANSWER + ".";
      again(request, response, Html.UNPROCESSABLE, why);
      return;
    }
    var command = new Command.AnswerNotice(new NoticeId(pass.subject()), pass.holder(), VIA);
    switch (site.door().submit(command)) {
      case Reply.Done _ -> Html.seeOther(response, request.path().path());
      case Reply.Refused(var refusal) when refusal.code().equals("notice.unknown") ->
          gone(request, response);
      // The page itself says since when it is too late.
      case Reply.Refused(var refusal) when refusal.code().equals("notice.lapsed") ->
          Html.seeOther(response, request.path().path());
      case Reply.Refused(var refusal) ->
          again(request, response, Html.UNPROCESSABLE, refusal.inWords());
      case Reply.TryLater later -> later(request, response, later);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  private void later(ServerRequest request, ServerResponse response, Reply.TryLater later) {
    long seconds = Math.max(1, later.after().toSeconds());
    response.header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
    String why = later.why() + " Press again in " + TimeWords.of(later.after()) + ".";
    again(request, response, Status.SERVICE_UNAVAILABLE_503, why);
  }

  private Optional<NoticeView> view(Stores stores, Pass pass, ServerRequest request) {
    var id = new NoticeId(pass.subject());
    Reader reader = Reader.of(pass.holder(), site.configuration().get().catalog());
    var clock = new Clock(site.time().now(), reader.zone());
    return stores
        .notices()
        .find(id)
        .map(notice -> new NoticeViews(notice, stores.notices().endOf(id), reader, clock))
        .map(views -> views.of(Light.of(request), request.path().path()));
  }

  private void withPass(ServerRequest request, ServerResponse response, Consumer<Pass> work) {
    Instant now = site.time().now();
    switch (links.read(request.path().pathParameters().get("token"), now)) {
      case Passes.Verdict.Valid(var pass) -> work.accept(pass);
      case Passes.Verdict.Expired(var pass) -> {
        String ago = TimeWords.of(Duration.between(pass.expiresAt(), now));
        String why = "It stopped working " + ago + " ago, and nobody waits for its answer.";
        send(response, Status.GONE_410, trouble(request, "This link has expired", why, SIGN_IN));
      }
      case Passes.Verdict.Forged _ -> {
        String why = "It was cut off or changed on its way. Copy all of it from your message.";
        var view = trouble(request, "This is not a whole link", why, SIGN_IN);
        send(response, Status.FORBIDDEN_403, view);
      }
    }
  }

  /// Not a dead end: the same link shows the button again.
  private void again(ServerRequest request, ServerResponse response, Status status, String why) {
    var back = new NoticeView.Go(request.path().path(), "Back to the button");
    send(response, status, trouble(request, "Nothing was saved", why, back));
  }

  private void gone(ServerRequest request, ServerResponse response) {
    String why = "The link is good, but what it was about is gone.";
    var view = trouble(request, "This notice is no longer kept", why, SIGN_IN);
    send(response, Status.GONE_410, view);
  }

  /// Dark at night also when the link is no good: whoever holds it may have been woken.
  private NoticeView trouble(ServerRequest request, String title, String why, NoticeView.Go go) {
    var anybody = Reader.of("", site.configuration().get().catalog());
    boolean night = new Clock(site.time().now(), anybody.zone()).isNight();
    return NoticeView.trouble(night ? Light.DARK : Light.of(request), title, why, go);
  }

  private static void send(ServerResponse response, Status status, NoticeView view) {
    Html.send(response, status, "answer", view);
  }
}
