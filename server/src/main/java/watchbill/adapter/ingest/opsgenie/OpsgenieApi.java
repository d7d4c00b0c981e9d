package watchbill.adapter.ingest.opsgenie;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.http.Body;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Senders;
import watchbill.adapter.ingest.Tally;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.kernel.IdSource;
import watchbill.kernel.Refusal;
import watchbill.time.TimeSource;

/// `/v2/alerts` and all below it.
public final class OpsgenieApi implements Routes {
  static final int BODY_MAX = 256 * 1024;

  private static final String SCHEME = "GenieKey ";

  private final Needs needs;
  private final Tally tally;

  /// What it works with.
  ///
  /// @param priorities of integrations that have their own
  public record Needs(
      Transactions transactions,
      FrontDoor door,
      Senders catalog,
      TimeSource time,
      IdSource ids,
      Map<IntegrationId, Priorities> priorities) {}

  public OpsgenieApi(Needs needs, Tally tally) {
    this.needs = needs;
    this.tally = tally;
  }

  @Override
  public List<Route> routes() {
    return Stream.of(Address.ROOT, Address.ROOT + "/*")
        .flatMap(path ->
            Stream.of(
                new Route(Method.GET, path, Permission.INTEGRATION_KEY, 0, this::read),
                change(Method.POST, path),
                change(Method.PUT, path),
                change(Method.PATCH, path),
                change(Method.DELETE, path)))
        .toList();
  }

  private Route change(Method method, String path) {
    return new Route(method, path, Permission.INTEGRATION_KEY, BODY_MAX, this::change);
  }

  private void read(ServerRequest request, ServerResponse response) {
    var answers = new Answers(response, needs.time(), needs.ids());
    Catalog catalog = needs.catalog().get();
    Optional<Integration> from = integration(request, answers);
    if (from.isEmpty()) {
      return;
    }
    Optional<Address> address = Address.parse(line(request));
    Optional<Refusal> notHere = address.flatMap(NotHere::objection);
    if (notHere.isPresent()) {
      answers.wrong(Status.NOT_FOUND_404, List.of(notHere.get()));
    } else if (address.isPresent()) {
      new Lookups(needs.transactions(), catalog, from.get(), answers).answer(address.get());
    } else {
      answers.says(Status.BAD_REQUEST_400, "The address is not one in UTF-8");
    }
  }

  private void change(ServerRequest request, ServerResponse response) {
    var answers = new Answers(response, needs.time(), needs.ids());
    Catalog catalog = needs.catalog().get();
    Optional<Integration> from = integration(request, answers);
    if (from.isEmpty()) {
      return;
    }
    var message = new Message(head(request), Body.bytes(request));
    var sender =
        new RequestReader.Sender(
            from.get(),
            catalog,
            needs.priorities().getOrDefault(from.get().id(), Priorities.USUAL));
    switch (RequestReader.read(message, sender, answers.began())) {
      case RequestReader.Read.Nowhere(var refusal) -> {
        tally.count(Tally.Outcome.REFUSED, 1);
        answers.wrong(Status.NOT_FOUND_404, List.of(refusal));
      }
      case RequestReader.Read.Wrong(var refusals, var isBroken) -> {
        tally.count(Tally.Outcome.REFUSED, 1);
        answers.wrong(isBroken ? Status.BAD_REQUEST_400 : Answers.UNPROCESSABLE, refusals);
      }
      case RequestReader.Read.Sound(var asked, var reports) -> {
        Command.Receive receive = message.receive(from.get(), reports, List.of());
        submit(new Command.AskOfAlert(receive, asked), answers);
      }
    }
  }

  private void submit(Command.AskOfAlert command, Answers answers) {
    switch (needs.door().submit(command)) {
      case Reply.Received received -> {
        tally.count(Tally.Outcome.KEPT, 1);
        answers.accepted(received.event().value());
      }
      case Reply.TryLater later -> {
        tally.count(Tally.Outcome.PUT_OFF, 1);
        answers.tryLater(later);
      }
      case Reply.Refused(Refusal refusal) -> {
        tally.count(Tally.Outcome.REFUSED, 1);
        answers.wrong(Answers.UNPROCESSABLE, List.of(refusal));
      }
      case Reply other -> throw new IllegalStateException("not an answer to a request: " + other);
    }
  }

  private Optional<Integration> integration(ServerRequest request, Answers answers) {
    String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
    Optional<Integration> found =
        header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? needs
                .catalog()
                .find(IntegrationKind.OPSGENIE, header.substring(SCHEME.length()).strip())
            : Optional.empty();
    if (found.isEmpty()) {
      tally.count(Tally.Outcome.UNKNOWN_KEY, 1);
      answers.unknownKey();
    }
    return found;
  }

  private Map<String, String> head(ServerRequest request) {
    Map<String, String> head = new HashMap<>();
    String line = line(request);
    head.put(RequestReader.REQUEST, line);
    if (Address.parse(line).filter(a -> a.path().isEmpty()).isPresent()) {
      head.put(RequestReader.GIVEN_ALIAS, needs.ids().next(needs.time().now()));
    }
    return head;
  }

  /// `POST /v2/alerts/a/close?identifierType=alias`, as it came.
  private static String line(ServerRequest request) {
    String query = request.query().rawValue();
    String line =
        request.prologue().method().text()
            + " "
            + request.path().absolute().rawPath()
            + (query.isEmpty() ? "" : "?" + query);
    return line.replaceAll("[\\p{Cntrl}]+", "");
  }
}
