package watchbill.server.neutral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every kind of override, over A and B who are always on duty.
class OverrideVocabularyTest {
  private static final String SPAN =
      "\"from\":\"2025-01-06T03:00:00Z\",\"until\":\"2025-01-06T04:00:00Z\"";

  private static String during(String... overrides) {
    return at("2025-01-06T03:30:00Z", List.of(overrides));
  }

  private static String at(String instant, List<String> overrides) {
    String listed =
        String.join(",", overrides.stream().map(o -> "{" + o + "," + SPAN + "}").toList());
    String neutral =
        "{\"layers\":[{\"fixed\":[\"A\",\"B\"]}],\"overrides\":["
            + listed.replace('\'', '"')
            + "]}";
    return Batch.onCall(neutral, instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type':'replace','out':'A','in':'C'                     | B+C",
        "'type':'replace','out':['A'],'in':['C']                 | B+C",
        "'type':'replace','out':['A','B'],'in':'C'               | C",
        "'type':'replace','out':'A','in':['C','D']               | B+C+D",
        "'type':'replace','out':'A','in':'B'                     | B",
        "'type':'replace','out':'X','in':'C'                     | A+B",
        "'type':'remove','out':'A'                               | B",
        "'type':'remove','person':'A'                            | B",
        "'type':'remove','people':['A','B']                      | -",
        "'type':'remove','out':'X'                               | A+B",
        "'type':'add','in':'C'                                   | A+B+C",
        "'type':'add','users':['C','D']                          | A+B+C+D",
        "'type':'add','in':'A'                                   | A+B",
        "'type':'swap','out':'A','in':'C'                        | B+C",
        "'type':'swap','out':'A','in':'C','taken':true           | B+C",
        "'type':'swap','out':'A','in':'C','taken':false          | A+B",
        "'type':'swap','out':'A','in':null                       | A+B",
        "'type':'swap','out':'A'                                 | A+B",
        "'type':'swap','out':'A','in':''                         | A+B",
        "'type':'takeover','people':['C']                        | C",
        "'type':'takeover','participants':[['D','C']]            | C+D",
        "'type':'takeover','in':'C','priority':7                 | C",
        "'type':'fixed_period','person':'C'                      | C",
        "'type':'fixed_period','shifts':[]                       | -",
      })
  void ofEachKind(String override, String expected) {
    assertThat(during(override)).isEqualTo(expected);
    assertThat(at("2025-01-06T02:59:59Z", List.of(override))).isEqualTo("A+B");
    assertThat(at("2025-01-06T04:00:00Z", List.of(override))).isEqualTo("A+B");
  }

  @Test
  void theHighestTakeoverWinsAndEqualOnesAreUnited() {
    String low = "'type':'takeover','people':'C'";
    String high = "'type':'takeover','people':'D','priority':2";
    String equal = "'type':'takeover','people':'E','priority':2";
    assertThat(during(high, low)).isEqualTo("D");
    assertThat(during(low, high, equal)).isEqualTo("D+E");
  }

  @Test
  void overridesDoNotSeeEachOther() {
    String one = "'type':'replace','out':'A','in':'C'";
    String two = "'type':'replace','out':'C','in':'D'";
    assertThat(during(one, two)).isEqualTo("B+C");
  }

  @Test
  void inAChainTheyDo() {
    String overrides =
        "[{'type':'replace','out':'A','in':'C'},{'type':'replace','out':'C','in':'D'}]";
    String line =
        "{'case':{'layers':[{'fixed':['A']}],'overrides':"
            + overrides
            + "},'at':['2025-01-06T03:30:00Z'],'variant':'override-chain'}";
    assertThat(Batch.of(line.replace('\'', '"')).answers())
        .containsExactly("{\"on_call\":[[\"D\"]]}");
  }

  @Test
  void aFixedPeriodIsTheWholeTruthWithItsHoles() {
    String period =
        "'type':'fixed_period','shifts':["
            + "{'from':'2025-01-06T03:00:00Z','until':'2025-01-06T03:20:00Z','people':['C']},"
            + "{'from':'2025-01-06T03:40:00Z','until':'2025-01-06T05:00:00Z','person':'D'}]";
    String over = "'type':'takeover','people':'E'";
    List<String> both = List.of(period, over);
    assertThat(at("2025-01-06T03:19:59Z", both)).isEqualTo("C");
    assertThat(at("2025-01-06T03:20:00Z", both)).isEqualTo("-");
    assertThat(at("2025-01-06T03:40:00Z", both)).isEqualTo("D");
    assertThat(at("2025-01-06T04:00:00Z", both)).isEqualTo("A+B");
  }

  @Test
  void overridesActThoughNoLayerHasAnybody() {
    String neutral = "{\"layers\":[],\"overrides\":[{\"type\":\"add\",\"in\":\"C\"," + SPAN + "}]}";
    assertThat(Batch.onCall(neutral, "2025-01-06T03:30:00Z")).isEqualTo("C");
  }
}
