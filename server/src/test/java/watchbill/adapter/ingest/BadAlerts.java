package watchbill.adapter.ingest;

import static watchbill.adapter.ingest.BadRequest.oneByte;

import java.util.List;
import java.util.stream.Stream;

/// Batches that are wrong as Alertmanager alerts.
final class BadAlerts {
  private static final String START = "POST /am/" + IntakeHouse.PROMETHEUS_KEY + "/api/v2/alerts";

  private BadAlerts() {}

  static List<BadRequest> all() {
    return Stream.of(notAlerts(), labels(), fields()).flatMap(List::stream).toList();
  }

  private static List<BadRequest> notAlerts() {
    return List.of(
        batch("no body", "", "body"),
        batch("an object", "{\"labels\":{\"a\":\"1\"}}", "body", "a list of alerts"),
        batch("half a list", "[{\"labels\":{\"a\":\"1\"}}", "body"),
        batch("two lists", "[][]", "body"),
        batch("a number in the list", "[5]", "alerts[0]", "an object"),
        batch("null in the list", "[null]", "alerts[0]"),
        batch("a list in the list", "[[]]", "alerts[0]"),
        batch("no labels", "[{}]", "alerts[0].labels"));
  }

  private static List<BadRequest> labels() {
    return List.of(
        batch("labels null", "[{\"labels\":null}]", "alerts[0].labels"),
        batch("labels a list", "[{\"labels\":[]}]", "alerts[0].labels"),
        batch("labels all empty", "[{\"labels\":{\"a\":\"\"}}]", "alerts[0].labels"),
        batch("label a number", alert("\"labels\":{\"a\":5}"), "alerts[0].labels.a"),
        batch("label an object", alert("\"labels\":{\"a\":{\"b\":1}}"), "alerts[0].labels.a"),
        batch("label null", alert("\"labels\":{\"a\":null}"), "alerts[0].labels.a"),
        batch("label twice", alert("\"labels\":{\"a\":\"1\",\"a\":\"2\"}"), "alerts[0].labels.a"),
        batch("label without a name", alert("\"labels\":{\"\":\"1\"}"), "alerts[0].labels"),
        batch(
            "label too long",
            alert("\"labels\":{\"a\":\"" + "x".repeat(5000) + "\"}"),
            "alerts[0].labels.a",
            "4096"),
        batch(
            "too many labels", alert("\"labels\":" + manyLabels(200)), "alerts[0].labels", "128"));
  }

  private static List<BadRequest> fields() {
    return List.of(
        batch(
            "annotations a text",
            alert("\"labels\":{\"a\":\"1\"},\"annotations\":\"x\""),
            "alerts[0].annotations"),
        batch(
            "annotation a list",
            alert("\"labels\":{\"a\":\"1\"},\"annotations\":{\"summary\":[]}"),
            "alerts[0].annotations.summary"),
        batch(
            "start a number",
            alert("\"labels\":{\"a\":\"1\"},\"startsAt\":5"),
            "alerts[0].startsAt"),
        batch(
            "start no time",
            alert("\"labels\":{\"a\":\"1\"},\"startsAt\":\"now\""),
            "alerts[0].startsAt"),
        batch(
            "start on 30 February",
            alert("\"labels\":{\"a\":\"1\"},\"startsAt\":\"2025-02-30T00:00:00Z\""),
            "alerts[0].startsAt"),
        batch(
            "end no time",
            alert("\"labels\":{\"a\":\"1\"},\"endsAt\":\"2025-13-01T00:00:00Z\""),
            "alerts[0].endsAt"),
        batch("end an object", alert("\"labels\":{\"a\":\"1\"},\"endsAt\":{}"), "alerts[0].endsAt"),
        batch(
            "end before the start",
            alert(
                "\"labels\":{\"a\":\"1\"},\"startsAt\":\"2025-01-06T02:00:00Z\","
                    + "\"endsAt\":\"2025-01-06T01:00:00Z\""),
            "alerts[0].endsAt"),
        batch(
            "generator a number",
            alert("\"labels\":{\"a\":\"1\"},\"generatorURL\":5"),
            "alerts[0].generatorURL"),
        batch("no UTF-8", alert("\"labels\":{\"a\":\"" + oneByte(0xfe) + "\"}"), "body", "UTF-8"),
        batch("nested beyond reason", "[".repeat(100_000), "body", "32 levels"),
        batch("too many alerts", "[" + "{},".repeat(10_000) + "{}]", "body", "10000 alerts"));
  }

  private static BadRequest batch(String name, String body, String... words) {
    return BadRequest.of("alerts: " + name, START, body, 400, words);
  }

  private static String alert(String fields) {
    return "[{" + fields + "}]";
  }

  private static String manyLabels(int count) {
    var text = new StringBuilder("{");
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append("\"l").append(i).append("\":\"v\"");
    }
    return text.append('}').toString();
  }
}
