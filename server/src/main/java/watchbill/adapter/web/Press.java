package watchbill.adapter.web;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.function.Consumer;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;

/// A form of ours that somebody signed in has sent.
public record Press(
    Site site, ServerRequest request, ServerResponse response, Visit visit, Form form) {

  /// Reads the form, and hands it on if it came from a page of ours; else says that nothing was
  /// done.
  public static void of(
      Site site, ServerRequest request, ServerResponse response, Consumer<Press> work) {
    Visit visit = Visit.of(site, request);
    Form form = Form.read(request);
    if (site.forms().accepts(request, visit.signedIn(), form.value("form"))) {
      work.accept(new Press(site, request, response, visit, form));
    } else {
      Refusals.foreign(response, visit);
    }
  }

  /// Whoever sent it.
  public PersonId by() {
    return new PersonId(visit.reader().handle());
  }

  /// Asks the engine, and leads the browser on. A refusal is said on a page of its own.
  ///
  /// @param back where to, once it is done
  public void ask(Command command, String back) {
    ask(command, back, refusal -> Refusals.refused(response, visit, new Reply.Refused(refusal)));
  }

  /// The same, where a refusal belongs beside a field.
  public void ask(Command command, String back, Consumer<Refusal> refused) {
    switch (site.door().submit(command)) {
      case Reply.Done _, Reply.Made _ -> Html.seeOther(response, back);
      case Reply.Refused(var refusal) -> refused.accept(refusal);
      case Reply.TryLater later -> Refusals.later(response, visit, later);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  /// A part of the address.
  public String part(String name) {
    return request.path().pathParameters().get(name);
  }
}
