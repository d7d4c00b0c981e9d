package watchbill.adapter.api;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.identity.SignedIn;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Explainer;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Rereader;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;
import watchbill.kernel.Refusal;
import watchbill.time.TimeSource;

/// One call by somebody signed in, on its way to an answer.
record Call(Means means, ServerRequest request, ServerResponse response, SignedIn caller) {
  static final int HANDLE_MAX = 100;

  /// What calls are answered from.
  record Means(
      Transactions transactions,
      FrontDoor door,
      TimeSource time,
      Supplier<Configuration> configuration,
      Supplier<Api.NewAddress> addresses,
      Rereader rereader,
      RulesReader rules,
      Explainer explainer,
      Identity identity,
      FormGuard forms) {

    Route get(String path, Work work) {
      return new Route(
          Method.GET, path, Permission.SIGNED_IN, 0, (req, res) -> call(req, res).run(work));
    }

    Route post(String path, Work work) {
      return post(path, Asked.BODY_MAX, work);
    }

    /// A call that may bring more than others.
    Route post(String path, int bodyMax, Work work) {
      return new Route(
          Method.POST,
          path,
          Permission.SIGNED_IN,
          bodyMax,
          (req, res) -> call(req, res).change(work));
    }

    Route delete(String path, Work work) {
      return new Route(
          Method.DELETE, path, Permission.SIGNED_IN, 0, (req, res) -> call(req, res).change(work));
    }

    private Call call(ServerRequest request, ServerResponse response) {
      return new Call(this, request, response, identity.signedIn(request).orElseThrow());
    }
  }

  /// What one route does.
  @FunctionalInterface
  interface Work {
    void answer(Call call);
  }

  private void change(Work work) {
    if (means.forms().acceptsCall(request, caller)) {
      run(work);
    } else {
      Answers.forbidden(
          response,
          "request.cross-site",
          "a cookie alone may not change anything; send a bearer token");
    }
  }

  private void run(Work work) {
    try {
      work.answer(this);
    } catch (Asked.Wrong wrong) {
      Answers.wrong(response, wrong.refusal());
    }
  }

  Instant now() {
    return means.time().now();
  }

  Configuration configuration() {
    return means.configuration().get();
  }

  <R> R read(Function<Stores, R> work) {
    return means.transactions().read(work);
  }

  /// A part of the address.
  String part(String name) {
    return request.path().pathParameters().get(name);
  }

  String query(String name, String otherwise) {
    return request.query().first(name).orElse(otherwise);
  }

  Asked body() {
    return Asked.parse(request.content().hasEntity() ? request.content().as(String.class) : "");
  }

  /// Like [#body()], where a call needs none.
  Asked bodyOrNothing() {
    String text = request.content().hasEntity() ? request.content().as(String.class) : "";
    return Asked.parse(text.isBlank() ? "{}" : text);
  }

  /// Somebody for whom this is asked: whoever calls, or, by the administrator, whoever the field
  /// names.
  PersonId actor(Asked asked, String field) {
    String named = asked.textOrNothing(field, HANDLE_MAX);
    if (!named.isEmpty() && !named.equals(caller.who()) && !caller.isAdministrator()) {
      throw Asked.wrong(field, named, "your own handle: only the administrator acts for others");
    }
    return new PersonId(named.isEmpty() ? caller.who() : named);
  }

  /// Submits it, and answers what became of it.
  ///
  /// @param said what was done, in words
  /// @param address the field that stands in the call's address
  void ask(Command command, String said, String address) {
    ask(command, said, address, UnaryOperator.identity());
  }

  /// The same, where the call spells a field in its own way.
  void ask(Command command, String said, String address, UnaryOperator<String> spelt) {
    switch (submit(command)) {
      case Reply.Made(var id) ->
          Answers.json(response, Status.CREATED_201, Map.of("id", id, "said", said));
      case Reply.Done _ -> Answers.json(response, Status.OK_200, Map.of("said", said));
      case Reply.Refused(Refusal(var code, var field, var seen, var allowed)) ->
          Answers.refused(response, new Refusal(code, spelt.apply(field), seen, allowed), address);
      case Reply.TryLater later -> Answers.later(response, later);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  Reply submit(Command command) {
    return means.door().submit(command);
  }
}
