package watchbill.server.client;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;

/// Asks one node.
public final class NodeClient implements AutoCloseable {
  private static final int FIRST_ERROR = 400;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Egress egress = new Egress();
  private final NodeAddress node;

  public NodeClient(NodeAddress node) {
    this.node = node;
  }

  /// What the node said.
  public sealed interface Said {
    record Yes(JsonNode body) implements Said {}

    /// It refused, or could not be asked; the words are for whoever typed the command.
    record No(String why) implements Said {}
  }

  public Said get(String path) {
    return ask("GET", path, "", this::parsed);
  }

  /// As above, for what is not JSON: the body of a yes is the whole text.
  public Said getText(String path) {
    return ask("GET", path, "", json.getNodeFactory()::stringNode);
  }

  public Said post(String path, Map<String, ?> body) {
    return ask("POST", path, json.writeValueAsString(body), this::parsed);
  }

  @Override
  public void close() {
    egress.close();
  }

  private JsonNode parsed(String text) {
    return text.isEmpty() ? json.createObjectNode() : json.readTree(text);
  }

  private Said ask(String method, String path, String body, Function<String, JsonNode> read) {
    var headers =
        Map.of(
            "Authorization",
            "Bearer " + node.token().reveal(),
            "Accept",
            "application/json",
            "Content-Type",
            "application/json");
    URI address = node.url().resolve(path);
    var request = new Request(method, address, Reach.AS_CONFIGURED, headers, body);
    return switch (egress.send(request)) {
      case Answer.Answered(var status, var text) when status < FIRST_ERROR ->
          new Said.Yes(read.apply(text));
      case Answer.Answered(var status, var text) -> new Said.No(problem(status, text));
      case Answer.Forbidden(var why) -> new Said.No(why);
      case Answer.NotSent(var why) ->
          new Said.No("no node answers at " + node.url() + " (" + why + "); is it running?");
      case Answer.Silence(var why) ->
          new Said.No("the node did not answer (" + why + "); whether it did it is not known");
    };
  }

  /// The sentence of a problem document (RFC 9457), or the bare status when there is none.
  private String problem(int status, String text) {
    try {
      JsonNode detail = json.readTree(text).path("detail");
      return detail.isString() ? detail.stringValue() : "status " + status;
    } catch (JacksonException e) {
      return "status " + status;
    }
  }
}
