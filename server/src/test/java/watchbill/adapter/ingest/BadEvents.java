package watchbill.adapter.ingest;

import static watchbill.adapter.ingest.BadRequest.oneByte;

import java.util.List;
import java.util.stream.Stream;

/// Events that are wrong as PagerDuty events.
final class BadEvents {
  private static final String KEY = "\"routing_key\":\"" + IntakeHouse.PAGERDUTY_KEY + "\"";
  private static final String TRIGGER = KEY + ",\"event_action\":\"trigger\",\"payload\":";

  private BadEvents() {}

  static List<BadRequest> all() {
    return Stream.of(
            notEvents(),
            beyondReason(),
            keysAndActions(),
            payloads(),
            links(),
            changes(),
            oldEvents())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BadRequest> notEvents() {
    return List.of(
        event("no body", "", "body"),
        event("no JSON", "routing_key=abc", "body", "line 1"),
        event("half an object", "{" + KEY, "body"),
        event("a list", "[]", "body", "an object"),
        event("a text", "\"trigger\"", "body", "an object"),
        event("null", "null", "body"),
        event("two events", resolve("k") + resolve("k"), "body", "one event"),
        event("empty object", "{}", "routing_key", "event_action"),
        event("comments", "{/* */" + KEY + "}", "body"),
        event("single quotes", "{'routing_key':'a'}", "body"),
        event("comma too many", "{" + KEY + ",}", "body"),
        event("raw line break in a text", "{\"routing_key\":\"a\nb\"}", "body"),
        event("raw nul in a text", "{\"routing_key\":\"a\u0000b\"}", "body"),
        event("nul as the body", "\u0000", "body"),
        event("no UTF-8", "{\"routing_key\":\"" + oneByte(0xff) + "\"}", "body", "UTF-8"),
        event("overlong UTF-8", "{\"a\":\"" + oneByte(0xc0) + oneByte(0x80) + "\"}", "UTF-8"),
        event("UTF-8 cut off", "{\"a\":\"" + oneByte(0xe2) + oneByte(0x98) + "\"}", "UTF-8"),
        event(
            "surrogate in UTF-8",
            "{\"a\":\"" + oneByte(0xed) + oneByte(0xa0) + oneByte(0xbd) + "\"}",
            "UTF-8"),
        event("UTF-16", oneByte(0xff) + oneByte(0xfe) + "{" + oneByte(0), "UTF-8"));
  }

  private static List<BadRequest> beyondReason() {
    return List.of(
        event("nested beyond reason", "{\"a\":" + "[".repeat(100_000), "body", "32 levels"),
        event(
            "details nested beyond reason",
            "{" + TRIGGER + "{\"custom_details\":" + "{\"a\":".repeat(40) + "1" + "}".repeat(42),
            "body",
            "32 levels"),
        event(
            "number beyond reason",
            "{" + TRIGGER + "{\"custom_details\":" + "9".repeat(5000) + "}}",
            "body"),
        event(
            "exponent beyond reason", "{" + KEY + ",\"event_action\":1e999999999}", "event_action"),
        event("name beyond reason", "{\"" + "a".repeat(3000) + "\":1}", "body"),
        event(
            "routing key twice",
            "{" + KEY + "," + KEY + ",\"event_action\":\"trigger\"}",
            "routing_key"),
        event(
            "severity twice",
            "{"
                + TRIGGER
                + "{\"summary\":\"a\",\"source\":\"b\","
                + "\"severity\":\"info\",\"severity\":\"critical\"}}",
            "payload.severity"),
        event(
            "detail twice",
            "{" + TRIGGER + payload(",\"custom_details\":{\"a\":1,\"a\":2}") + "}",
            "payload.custom_details"));
  }

  private static List<BadRequest> keysAndActions() {
    return List.of(
        event("routing key a number", "{\"routing_key\":5}", "routing_key"),
        event("routing key an object", "{\"routing_key\":{}}", "routing_key"),
        event("routing key empty", "{\"routing_key\":\"\"}", "routing_key"),
        event(
            "routing key unknown",
            resolve("k").replace(IntakeHouse.PAGERDUTY_KEY, "other"),
            "routing_key"),
        event(
            "routing key beyond reason",
            resolve("k").replace(IntakeHouse.PAGERDUTY_KEY, "a".repeat(10_000)),
            "routing_key"),
        event(
            "action unknown",
            "{" + KEY + ",\"event_action\":\"explode\"}",
            "event_action",
            "trigger, acknowledge or resolve"),
        event(
            "action and payload wrong",
            "{" + KEY + ",\"event_action\":\"explode\",\"payload\":{}}",
            "event_action",
            "payload.summary"),
        event("action a list", "{" + KEY + ",\"event_action\":[\"trigger\"]}", "event_action"),
        event("resolve without a key", "{" + KEY + ",\"event_action\":\"resolve\"}", "dedup_key"),
        event(
            "acknowledge without a key",
            "{" + KEY + ",\"event_action\":\"acknowledge\"}",
            "dedup_key"),
        event("key too long", resolve("k".repeat(256)), "dedup_key", "255"),
        event("key a number", resolve("k").replace("\"k\"", "7"), "dedup_key"));
  }

  private static List<BadRequest> payloads() {
    return List.of(
        event("no payload", "{" + KEY + ",\"event_action\":\"trigger\"}", "payload"),
        event("payload null", "{" + TRIGGER + "null}", "payload"),
        event("payload a text", "{" + TRIGGER + "\"down\"}", "payload"),
        event("payload a list", "{" + TRIGGER + "[]}", "payload"),
        event(
            "payload empty",
            "{" + TRIGGER + "{}}",
            "payload.summary",
            "payload.source",
            "payload.severity"),
        event("summary blank", "{" + TRIGGER + "{\"summary\":\"  \"}}", "payload.summary"),
        event("summary a number", "{" + TRIGGER + "{\"summary\":5}}", "payload.summary"),
        event(
            "summary too long",
            "{" + TRIGGER + "{\"summary\":\"" + "a".repeat(1025) + "\"}}",
            "payload.summary",
            "1024"),
        event("source a truth value", "{" + TRIGGER + "{\"source\":true}}", "payload.source"),
        event(
            "source too long",
            "{" + TRIGGER + "{\"source\":\"" + "a".repeat(1025) + "\"}}",
            "payload.source",
            "1024"),
        event(
            "severity unknown",
            "{" + TRIGGER + "{\"severity\":\"fatal\"}}",
            "payload.severity",
            "critical, error, warning or info"),
        event(
            "severity in capitals",
            "{" + TRIGGER + "{\"severity\":\"CRITICAL\"}}",
            "payload.severity"),
        event("severity a number", "{" + TRIGGER + "{\"severity\":1}}", "payload.severity"),
        event(
            "timestamp a number",
            "{" + TRIGGER + payload(",\"timestamp\":1736132400") + "}",
            "payload.timestamp"),
        event(
            "component an object",
            "{" + TRIGGER + payload(",\"component\":{}") + "}",
            "payload.component"),
        event("group a list", "{" + TRIGGER + payload(",\"group\":[1]") + "}", "payload.group"),
        event(
            "class an object",
            "{" + TRIGGER + payload(",\"class\":{\"a\":{}}") + "}",
            "payload.class"));
  }

  private static List<BadRequest> links() {
    return List.of(
        event("links an object", "{" + KEY + ",\"links\":{}}", "links"),
        event("link a text", "{" + KEY + ",\"links\":[\"https://example.test\"]}", "links[0]"),
        event("link to a list", "{" + KEY + ",\"links\":[{\"href\":[]}]}", "links[0].href"),
        event("images a text", "{" + KEY + ",\"images\":\"a.png\"}", "images"),
        event("image a number", "{" + KEY + ",\"images\":[{},5]}", "images[1]"),
        event("client a list", "{" + KEY + ",\"client\":[]}", "client"),
        event("client address an object", "{" + KEY + ",\"client_url\":{}}", "client_url"));
  }

  private static List<BadRequest> changes() {
    return List.of(
        change("no payload", "{" + KEY + "}", "payload"),
        change("no summary", "{" + KEY + ",\"payload\":{}}", "payload.summary"),
        change("no key", "{\"payload\":{\"summary\":\"a\"}}", "routing_key"),
        change("a list", "[]", "body"),
        change(
            "summary too long",
            "{" + KEY + ",\"payload\":{\"summary\":\"" + "a".repeat(1025) + "\"}}",
            "payload.summary",
            "1024"),
        change(
            "source a number",
            "{" + KEY + ",\"payload\":{\"summary\":\"a\",\"source\":5}}",
            "payload.source"),
        change("links a text", "{" + KEY + ",\"links\":\"a\"}", "links"));
  }

  private static List<BadRequest> oldEvents() {
    String key = "{\"service_key\":\"" + IntakeHouse.PAGERDUTY_KEY + "\"";
    return List.of(
        old("nothing", "{}", "service_key", "event_type"),
        old("no JSON", "service_key=a", "body", "line 1"),
        old("no key", "{\"event_type\":\"trigger\",\"description\":\"a\"}", "service_key"),
        old("type unknown", key + ",\"event_type\":\"explode\"}", "event_type"),
        old("no description", key + ",\"event_type\":\"trigger\"}", "description"),
        old("resolve without a key", key + ",\"event_type\":\"resolve\"}", "incident_key"),
        old(
            "key too long",
            key + ",\"event_type\":\"resolve\",\"incident_key\":\"" + "k".repeat(256) + "\"}",
            "incident_key",
            "255"),
        old("contexts a text", key + ",\"contexts\":\"a\"}", "contexts"),
        old("context a number", key + ",\"contexts\":[5]}", "contexts[0]"),
        old("type twice", key + ",\"event_type\":\"trigger\",\"event_type\":\"a\"}", "event_type"),
        old("details twice", key + ",\"details\":{\"a\":1,\"a\":2}}", "details"));
  }

  private static BadRequest change(String name, String body, String... words) {
    return BadRequest.of("change: " + name, "POST /v2/change/enqueue", body, 400, words);
  }

  private static BadRequest old(String name, String body, String... words) {
    String call = "POST /generic/2010-04-15/create_event.json";
    return BadRequest.of("old event: " + name, call, body, 400, words);
  }

  private static BadRequest event(String name, String body, String... words) {
    return BadRequest.of("event: " + name, "POST /v2/enqueue", body, 400, words);
  }

  private static String resolve(String key) {
    return "{" + KEY + ",\"event_action\":\"resolve\",\"dedup_key\":\"" + key + "\"}";
  }

  private static String payload(String more) {
    return "{\"summary\":\"a\",\"source\":\"b\",\"severity\":\"info\"" + more + "}";
  }
}
