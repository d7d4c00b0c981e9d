package watchbill.server.neutral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import watchbill.law.House;

/// Six rotas as other products answer them.
class SampleCasesTest {
  record Sample(String id, JsonNode json) {
    @Override
    public String toString() {
      return id;
    }
  }

  static List<Sample> samples() throws IOException {
    var file = House.root().resolve("server/src/test/resources/testdata/rotas/rotas-sample.json");
    JsonNode cases = Batch.JSON.readTree(Files.readString(file)).path("cases");
    List<Sample> samples = stream(cases).map(c -> new Sample(c.path("id").asString(), c)).toList();
    assertThat(samples).hasSize(6);
    return samples;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void areAnsweredAsExpectedOrByOneNamedAlternativeThroughout(Sample sample) {
    JsonNode checks = sample.json.path("checks");
    var line = Batch.JSON.createObjectNode();
    line.set("case", sample.json);
    line.set("at", Batch.JSON.valueToTree(stream(checks).map(c -> c.path("at")).toList()));
    line.putNull("variant");
    Batch batch = Batch.of(Batch.JSON.writeValueAsString(line));
    JsonNode answers = Batch.JSON.readTree(batch.answers().getFirst()).path("on_call");
    assertThat(answers.size()).isEqualTo(checks.size()).isPositive();

    Set<String> semantics = new TreeSet<>(Set.of(""));
    stream(checks).forEach(check -> semantics.addAll(check.path("alt").propertyNames()));
    List<String> wrong = new ArrayList<>();
    for (String name : semantics) {
      wrong.addAll(differences(checks, answers, name));
    }
    assertThat(semantics.stream().anyMatch(n -> differences(checks, answers, n).isEmpty()))
        .as(wrong.toString())
        .isTrue();
  }

  private static List<String> differences(JsonNode checks, JsonNode answers, String semantics) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      JsonNode check = checks.get(i);
      JsonNode alternative = check.path("alt").path(semantics);
      JsonNode expected = alternative.isMissingNode() ? check.path("on_call") : alternative;
      if (!Set.copyOf(Batch.list(answers.get(i))).equals(Set.copyOf(Batch.list(expected)))) {
        differences.add(semantics + " " + check.path("at") + ": " + answers.get(i));
      }
    }
    return differences;
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
