package watchbill.adapter.api;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.identity.SignedIn;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;
import watchbill.time.TimeSource;

/// One call by somebody signed in, on its way to an answer.
record Call(Means means, ServerRequest request, ServerResponse response, SignedIn caller) {

  /// What calls are answered from.
  record Means(
      Transactions transactions,
      FrontDoor door,
      TimeSource time,
      Supplier<Configuration> configuration,
      Identity identity,
      FormGuard forms) {

    Route get(String path, Work work) {
      return new Route(
          Method.GET, path, Permission.SIGNED_IN, 0, (req, res) -> call(req, res).run(work));
    }

    Route post(String path, Work work) {
      return new Route(
          Method.POST,
          path,
          Permission.SIGNED_IN,
          Asked.BODY_MAX,
          (req, res) -> call(req, res).change(work));
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

  Reply submit(Command command) {
    return means.door().submit(command);
  }
}
