package watchbill.server.neutral;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a run over some lines answered.
record Batch(List<String> answers, boolean good) {
  static final JsonMapper JSON = JsonMapper.builder().build();

  static Batch of(String... lines) {
    var out = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    try {
      boolean good = new NeutralBatch().run(in, out);
      return new Batch(out.toString(StandardCharsets.UTF_8).lines().toList(), good);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `A`, `A+B` or `-` for each instant.
  static String onCall(String neutral, String... at) {
    String instants = JSON.writeValueAsString(List.of(at));
    String line = "{\"case\": " + neutral.replace("\n", " ") + ", \"at\": " + instants + "}";
    JsonNode answer = JSON.readTree(of(line).answers().getFirst());
    if (answer.has("error")) {
      return answer.toString();
    }
    return String.join(
        " ",
        StreamSupport.stream(answer.path("on_call").spliterator(), false)
            .map(Batch::names)
            .toList());
  }

  static List<String> list(JsonNode names) {
    return StreamSupport.stream(names.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static String names(JsonNode group) {
    return group.isEmpty() ? "-" : String.join("+", list(group));
  }
}
