package watchbill.server.neutral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// A wrong line is answered by what is wrong with it, and the run goes on.
class RefusedLinesTest {
  private static final String GOOD =
      "{\"case\":{\"layers\":[{\"fixed\":[\"A\"]}]},\"at\":[\"2025-01-06T03:00:00Z\"]}";

  private static final String ROTATION =
      "{'layers':[{'rotation':{'unit':'day','every':1,'anchor':'2025-01-06T09:00',"
          + "'participants':[['A'],['B']]}}]}";
  private static final String SHIFTS =
      "{'layers':[{'occurrences':{'unit':'week','interval':1,'by_day':['MO'],"
          + "'anchor':'2025-01-06T09:00','duration':'PT8H','hold':1,'participants':[['A']]}}]}";
  private static final String WINDOW =
      "{'layers':[{'fixed':['A'],'restrict':[{'days':['MO'],'start':'09:00','end':'17:00'}]}]}";
  private static final String REPLACE =
      "{'layers':[],'overrides':[{'type':'replace','out':'A','in':'B',"
          + "'from':'2025-01-06T03:00:00Z','until':'2025-01-06T04:00:00Z'}]}";

  @Test
  void theRunGoesOn() {
    Batch batch = Batch.of(GOOD, "{\"case\":", "", GOOD, "[]", GOOD);
    assertThat(batch.good()).isFalse();
    assertThat(batch.answers())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("{\"on_call\":[[\"A\"]]}"),
            second -> assertThat(second).contains("\"case.json\"", "\"field\":\"line\""),
            third -> assertThat(third).isEqualTo("{\"on_call\":[[\"A\"]]}"),
            fourth -> assertThat(fourth).contains("\"case.json\""),
            fifth -> assertThat(fifth).isEqualTo("{\"on_call\":[[\"A\"]]}"));
    assertThat(Batch.of(GOOD, GOOD).good()).isTrue();
  }

  @Test
  void aLineTooLongIsPassedOver() {
    Batch batch = Batch.of("{\"x\":\"" + "x".repeat(9_000_000) + "\"}", GOOD);
    assertThat(batch.answers().getFirst()).contains("case.too-long").hasSizeLessThan(200);
    assertThat(batch.answers().getLast()).contains("on_call");
  }

  @Test
  void aTwiceWrittenFieldIsNotGuessedAt() {
    assertThat(Batch.of("{\"case\":{\"layers\":[],\"layers\":[]},\"at\":[]}").answers())
        .allSatisfy(answer -> assertThat(answer).contains("case.json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'unit':'day'        | 'unit':'year'       | layers[0].rotation.unit   | case.value",
        "'unit':'day'        | 'x':'day'           | layers[0].rotation.x | case.unknown-field",
        "'unit':'day',       |                     | layers[0].rotation.unit   | case.missing",
        "'every':1           | 'every':0           | layers[0].rotation.every  | case.value",
        "'every':1           | 'every':1.5         | layers[0].rotation.every  | case.value",
        "'every':1           | 'every':99999999999 | layers[0].rotation.every  | case.value",
        "2025-01-06T09:00    | 2025-01-06T25:00    | layers[0].rotation.anchor | case.value",
        "2025-01-06T09:00    | 2025-01-06T09:00Z   | layers[0].rotation.anchor | case.value",
        "['B']               | ['B','B'] | layers[0].rotation.participants[1][1] | case.value",
        "['B']               | 7         | layers[0].rotation.participants[1]    | case.value",
        "{'rotation'         | {'fixed':['A'],'rotation'          | layers[0]    | case.value",
        "{'rotation'         | {'priority':'high','rotation'  | layers[0].priority | case.value",
        "{'layers'           | {'time_zone':'Mars/Olympus','layers'     | time_zone | case.value",
        "{'layers'           | {'time_zone':7,'layers'                  | time_zone | case.value",
      })
  void ofARotation(String from, String to, String field, String code) {
    assertRefused(ROTATION.replace(from, to == null ? "" : to), field, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'MO'   | 'XX'    | layers[0].occurrences.by_day[0] | case.value",
        "'MO'   | 1       | layers[0].occurrences.by_day[0] | case.value",
        "week   | hour    | layers[0].occurrences.by_day    | case.value",
        "PT8H   | PT0H    | layers[0].occurrences.duration  | case.value",
        "PT8H   | -PT8H   | layers[0].occurrences.duration  | case.value",
        "PT8H   | P9999D  | layers[0].occurrences.duration  | case.value",
        "PT8H   | 8h      | layers[0].occurrences.duration  | case.value",
        "'hold':1     | 'hold':-1     | layers[0].occurrences.hold     | case.value",
        "'interval':1 | 'interval':{} | layers[0].occurrences.interval | case.value",
      })
  void ofSeparateShifts(String from, String to, String field, String code) {
    assertRefused(SHIFTS.replace(from, to), field, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "09:00         | 25:00                   | layers[0].restrict[0].start | case.value",
        "'17:00'       | null                    | layers[0].restrict[0].end | case.missing",
        "'days':['MO'] | 'month_days':[0] | layers[0].restrict[0].month_days[0] | case.value",
        "'days':['MO'] | 'month_days':[32] | layers[0].restrict[0].month_days[0] | case.value",
        "'days':['MO'] | 'date':'2025-02-30'     | layers[0].restrict[0].date | case.value",
        "'days':['MO'] | 'days':[],'date':'2025-02-20' | layers[0].restrict[0] | case.value",
        "'days'        | 'weekdays'   | layers[0].restrict[0].weekdays       | case.unknown-field",
        "['A'],        | ['A'],'from':'2025-01-07T00:00:00Z','until':'2025-01-06T00:00:00Z',"
            + " | layers[0].until | case.value",
      })
  void ofWindows(String from, String to, String field, String code) {
    assertRefused(WINDOW.replace(from, to), field, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "replace    | exchange       | overrides[0].type  | case.value",
        "'out':'A', |                | overrides[0].out   | case.missing",
        "'in':'B'   | 'in':[]        | overrides[0].in    | case.value",
        "'in':'B'   | 'inn':'B'      | overrides[0].inn   | case.unknown-field",
        "T04:00:00Z | T03:00:00Z     | overrides[0].until | case.value",
        "T04:00:00Z | T04:00         | overrides[0].until | case.value",
        "replace    | fixed_period','shifts':[{'people':'A','from':'x'}],'id':'"
            + " | overrides[0].shifts[0].from | case.value",
      })
  void ofOverrides(String from, String to, String field, String code) {
    assertRefused(REPLACE.replace(from, to == null ? "" : to), field, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'at':[]}                                               | case       | case.missing",
        "{'case':{},'at':[]}                                     | layers     | case.missing",
        "{'case':{'layers':[]}}                                  | at         | case.missing",
        "{'case':{'layers':[]},'at':['now']}                     | at[0]      | case.value",
        "{'case':{'layers':[]},'at':[],'variant':'elapsed-hours'} | variant    | case.value",
        "{'case':{'layers':[{}]},'at':[]}                        | layers[0]  | case.value",
        "{'case':{'layers':[7]},'at':[]}                         | layers[0]  | case.value",
      })
  void ofTheLine(String line, String field, String code) {
    assertAnswer(line, field, code);
  }

  private static void assertRefused(String neutral, String field, String code) {
    assertAnswer("{'case':" + neutral + ",'at':[]}", field, code);
  }

  private static void assertAnswer(String line, String field, String code) {
    String answer = Batch.of(line.replace('\'', '"')).answers().getFirst();
    JsonNode error = Batch.JSON.readTree(answer).path("error");
    assertThat(error.path("field").asString("")).as(answer).isEqualTo(field);
    assertThat(error.path("code").asString("")).as(answer).isEqualTo(code);
    assertThat(error.has("value")).isTrue();
    assertThat(error.path("allowed").asString("")).as(answer).isNotBlank();
  }
}
