package watchbill.adapter.web.duty;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Done;
import watchbill.adapter.web.Form;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Press;
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.calendar.Feed;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Reply;
import watchbill.engine.Rosters;

/// Answers `/me` and its buttons.
public final class MyDutyPage implements Routes {
  private static final String HERE = "/me";
  private static final String VIA = "web";

  private final Site site;
  private final Optional<NewFeeds> newFeeds;

  /// Makes the page.
  ///
  /// @param newFeeds how a calendar gets its address; empty where none is served
  public MyDutyPage(Site site, Optional<NewFeeds> newFeeds) {
    this.site = site;
    this.newFeeds = newFeeds;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, HERE, Permission.SIGNED_IN, 0, this::show),
        button("/me/stand-down", this::standDown),
        button("/me/take-back", this::takeBack),
        button("/me/test", this::test),
        button("/me/swaps/{id}/accept", p -> answer(p, true, Done.SWAP_ACCEPTED)),
        button("/me/swaps/{id}/decline", p -> answer(p, false, Done.SWAP_DECLINED)),
        button("/me/swaps/{id}/withdraw", this::withdrawSwap),
        button("/me/shifts/{id}/claim", this::claim),
        button("/me/shifts/{id}/withdraw", this::withdrawShift),
        button("/me/leave/{id}/withdraw", this::withdrawLeave),
        button("/me/feeds", this::makeFeed),
        button("/me/feeds/{id}/revoke", this::revokeFeed));
  }

  private Route button(String path, Consumer<Press> work) {
    return new Route(
        Method.POST,
        path,
        Permission.SIGNED_IN,
        Form.BODY_MAX,
        (request, response) -> Press.of(site, request, response, work));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Configuration configuration = site.configuration().get();
    Optional<Person> person = configuration.catalog().person(new PersonId(visit.reader().handle()));
    if (person.isEmpty()) {
      var notice =
          new Refusals.Notice(
              visit.frame("My duty"),
              "You have no duty",
              "You are signed in as " + visit.reader().name() + ", who is nobody of a rota.",
              "Sign in with a link made for yourself to see your own.");
      Html.send(response, Status.OK_200, Refusals.Notice.TEMPLATE, notice);
      return;
    }
    MyDutyView view =
        site.read(stores -> {
          var window = Watches.window(visit.now());
          var roster = Rosters.read(configuration, stores, window);
          return new MyDutyViews(visit, person.get(), stores, roster, newFeeds.isPresent())
              .of(Done.said(request));
        });
    Html.send(response, Status.OK_200, "me", view);
  }

  private void standDown(Press press) {
    String by = press.by().handle();
    press.ask(new Command.StandDown(press.by(), by, VIA), Done.STOOD_DOWN.at(HERE));
  }

  private void takeBack(Press press) {
    press.ask(new Command.TakeBack(press.by(), press.by().handle()), Done.TAKEN_BACK.at(HERE));
  }

  private void test(Press press) {
    press.ask(new Command.SendTest(press.by()), Done.TEST_SENT.at(HERE));
  }

  private void answer(Press press, boolean accept, Done done) {
    String why = press.form().value("why");
    press.ask(new Command.AnswerSwap(press.part("id"), accept, press.by(), why), done.at(HERE));
  }

  private void withdrawSwap(Press press) {
    press.ask(new Command.WithdrawSwap(press.part("id"), press.by()), Done.SWAP_WITHDRAWN.at(HERE));
  }

  private void claim(Press press) {
    press.ask(new Command.ClaimShift(press.part("id"), press.by()), Done.SHIFT_CLAIMED.at(HERE));
  }

  private void withdrawShift(Press press) {
    press.ask(
        new Command.WithdrawOpenShift(press.part("id"), press.by()), Done.SHIFT_WITHDRAWN.at(HERE));
  }

  private void withdrawLeave(Press press) {
    if (isTheirs(press)) {
      press.ask(
          new Command.WithdrawLeave(press.part("id"), press.by().handle()),
          Done.LEAVE_WITHDRAWN.at(HERE));
    } else {
      Refusals.missing(
          press.response(), press.visit(), "There is no such leave of yours", "See My duty.");
    }
  }

  private boolean isTheirs(Press press) {
    return site.read(stores -> stores.leaves().find(press.part("id")))
        .filter(kept -> kept.leave().person().equals(press.by()))
        .isPresent();
  }

  /// The address is on this answer and nowhere else; a reload of it makes another.
  private void makeFeed(Press press) {
    if (newFeeds.isEmpty()) {
      Refusals.missing(press.response(), press.visit(), "No calendars here", "See My duty.");
      return;
    }
    NewFeeds.NewFeed fresh = newFeeds.get().fresh();
    String me = press.by().handle();
    var command = new Command.MakeFeed(new Feed.OfPerson(me), fresh.tokenHash(), me);
    switch (site.door().submit(command)) {
      case Reply.Made _ -> {
        var view = new FeedMadeView(press.visit().frame("Calendar"), fresh.address().reveal());
        Html.send(press.response(), Status.OK_200, "feed-made", view);
      }
      case Reply.Refused refused -> Refusals.refused(press.response(), press.visit(), refused);
      case Reply.TryLater later -> Refusals.later(press.response(), press.visit(), later);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  private void revokeFeed(Press press) {
    var mine = new Feed.OfPerson(press.by().handle());
    boolean theirs =
        site.read(stores -> stores.feeds().find(press.part("id")))
            .filter(feed -> feed.subject().equals(mine))
            .isPresent();
    if (theirs) {
      press.ask(
          new Command.RevokeFeed(press.part("id"), press.by().handle()),
          Done.FEED_REVOKED.at(HERE));
    } else {
      Refusals.missing(
          press.response(), press.visit(), "There is no such calendar of yours", "See My duty.");
    }
  }
}
