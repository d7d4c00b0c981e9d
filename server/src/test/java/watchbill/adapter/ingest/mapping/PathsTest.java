package watchbill.adapter.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Paths and texts with holes, over one small message.
class PathsTest {
  private static final String MESSAGE =
      "{\"a\":{\"b\":[1,2,{\"c d\":\"x\",\"e'f\":true,\"_g\":null}]},\"é\":\"é\",\"t\":\" \","
          + "\"items\":[{\"n\":1},{\"n\":2}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$.a.b[0] | 1",
        "$.a.b[-2] | 2",
        "$['a'][\"b\"][2]['c d'] | x",
        "$.a.b[2]['e\\'f'] | true",
        "$.é | é",
        "@.n | 2",
        "@ | {\"n\":2}",
        "$.items | [{\"n\":1},{\"n\":2}]",
        "always this | always this",
        "{$.a.b[0]} of {@.n} | 1 of 2",
        "{$.gone} of {@.n} | of 2",
        "braces { } stay | braces { } stay",
      })
  void leadToWhatIsThere(String value, String expected) {
    assertThat(text(value).map(String::strip)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.gone",
        "$.a.b[9]",
        "$.a.b[-9]",
        "$.a.b.c",
        "$.a.b[2]._g",
        "$.t",
        "{$.gone}{@.x}"
      })
  void leadToNothingWhereNothingIs(String value) {
    assertThat(text(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$a",
        "$.",
        "$..a",
        "$.a-b",
        "$.1a",
        "$[",
        "$[]",
        "$['a'",
        "$['a",
        "$['a\\n']",
        "$['a\\",
        "$[01]",
        "$[1:2]",
        "$[?@.a]",
        "$.*",
        "$.a[*]",
        "$ .a",
        "{$.a",
        "{$.a-b}",
        "{$.a[*]}",
        " ",
        "cel: true",
      })
  void whatIsNoneIsNone(String value) {
    assertThat(Values.parse(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"$.items[*] | 2", "$.items[*].n | 2", "$.a.b[*] | 3"})
  void itemsAreAllThatIsThere(String path, int count) {
    assertThat(JsonPath.parse(path).orElseThrow().items(whole()).orElseThrow()).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$.gone[*]", "$.a[*]", "$.items[*].gone"})
  void aListThatIsNotThereIsNone(String path) {
    assertThat(JsonPath.parse(path).orElseThrow().items(whole())).isEmpty();
  }

  private static Optional<String> text(String value) {
    JsonNode whole = whole();
    return Values.parse(value).orElseThrow().text(new Scope(whole, whole.path("items").path(1)));
  }

  private static JsonNode whole() {
    return ((Trees.Tree.Sound) Trees.read(MESSAGE.getBytes(StandardCharsets.UTF_8))).node();
  }
}
