package watchbill.adapter.web.page;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Form;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.JudgeForm;
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Standing;
import watchbill.adapter.web.Visit;
import watchbill.alert.PageId;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Reply;
import watchbill.engine.Stores;
import watchbill.escalation.Page;
import watchbill.kernel.Refusal;

/// Answers `/pages/{id}` and its buttons. The id is the page's number, or its whole id.
public final class OnePage implements Routes {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final String VIA = "web";
  private static final String HALF = "yes or no, for both questions";

  private final Site site;

  public OnePage(Site site) {
    this.site = site;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/pages/{id}", Permission.SIGNED_IN, 0, this::show),
        button("acknowledge", (page, by) -> new Command.Acknowledge(page, by, VIA)),
        button("resolve", (page, by) -> new Command.Resolve(page, by, VIA)),
        button("hand-over", (page, by) -> new Command.HandOver(page, by, VIA)),
        button("unacknowledge", (page, by) -> new Command.Unacknowledge(page, by, VIA)),
        button("escalate", (page, by) -> new Command.EscalateNow(page, by, VIA)),
        button("assign", OnePage::assign),
        button("snooze", OnePage::snooze),
        button("note", OnePage::note),
        button(JudgeForm.DEED, OnePage::judge));
  }

  /// What a button asks for.
  private interface Deed {
    /// Empty when the form lacks an answer.
    Optional<Command> of(PageId page, Visit visit, Form form);
  }

  /// A choice that no button offers is one hour: whoever sent it wants it to be quiet, and is told
  /// until when.
  private static Optional<Command> snooze(PageId page, Visit visit, Form form) {
    SnoozeChoice choice =
        SnoozeChoice.of(form.value("for")).orElseGet(() -> SnoozeChoice.all().getFirst());
    return Optional.of(
        new Command.Snooze(page, choice.until(visit.clock()), visit.reader().handle(), VIA));
  }

  private static Optional<Command> assign(PageId page, Visit visit, Form form) {
    var person = new PersonId(form.value("person"));
    return Optional.of(new Command.Assign(page, person, visit.reader().handle(), VIA));
  }

  private static Optional<Command> judge(PageId page, Visit visit, Form form) {
    return JudgeForm.read(form)
        .map(j -> new Command.JudgePage(page, j, visit.reader().handle(), VIA));
  }

  private static Optional<Command> note(PageId page, Visit visit, Form form) {
    return Optional.of(new Command.AddNote(page, form.value("note"), visit.reader().handle(), VIA));
  }

  private Route button(String verb, BiFunction<PageId, String, Command> command) {
    return button(
        verb, (page, visit, _) -> Optional.of(command.apply(page, visit.reader().handle())));
  }

  private Route button(String verb, Deed deed) {
    return new Route(
        Method.POST,
        "/pages/{id}/" + verb,
        Permission.SIGNED_IN,
        Form.BODY_MAX,
        (request, response) -> press(request, response, deed));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Configuration configuration = site.configuration().get();
    Optional<PageView> view =
        site.read(stores ->
            find(stores, id(request))
                .map(p -> Standing.of(p, stores, configuration, visit.now()))
                .map(s -> new PageViews(visit, configuration).of(s, stores)));
    view.ifPresentOrElse(
        v -> Html.send(response, Status.OK_200, "page", v), () -> missing(response, visit));
  }

  private void press(ServerRequest request, ServerResponse response, Deed deed) {
    Visit visit = Visit.of(site, request);
    Form form = Form.read(request);
    if (!site.forms().accepts(request, visit.signedIn(), form.value("form"))) {
      Refusals.foreign(response, visit);
      return;
    }
    Optional<Page> page = site.read(stores -> find(stores, id(request)));
    if (page.isEmpty()) {
      missing(response, visit);
      return;
    }
    Optional<Command> command = deed.of(page.get().id(), visit, form);
    if (command.isEmpty()) {
      var both = new Refusal("judgement.half", "actionable", form.value("actionable"), HALF);
      Refusals.refused(response, visit, new Reply.Refused(both));
      return;
    }
    switch (site.door().submit(command.get())) {
      case Reply.Paged paged -> Html.seeOther(response, "/pages/" + paged.number());
      case Reply.Refused refused -> Refusals.refused(response, visit, refused);
      case Reply.TryLater later -> Refusals.later(response, visit, later);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  private static void missing(ServerResponse response, Visit visit) {
    Refusals.missing(
        response, visit, "There is no such page", "All open pages are listed under Pages.");
  }

  private static String id(ServerRequest request) {
    return request.path().pathParameters().get("id");
  }

  private static Optional<Page> find(Stores stores, String id) {
    // An id of nothing but digits is longer than any number.
    return NUMBER.matcher(id).matches()
        ? stores.pages().findByNumber(Long.parseLong(id))
        : stores.pages().find(new PageId(id));
  }
}
