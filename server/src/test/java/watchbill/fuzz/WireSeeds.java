package watchbill.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import watchbill.adapter.ingest.Dialect;
import watchbill.catalog.IntegrationKind;

/// The seeds of the dialects, each at its address, and every other request that is answered.
final class WireSeeds {
  private static final Map<String, String> GENIE =
      Map.of("Authorization", "GenieKey " + FuzzHouse.key(IntegrationKind.OPSGENIE));
  private static final String ALERTMANAGER =
      "/am/" + FuzzHouse.key(IntegrationKind.ALERTMANAGER) + "/api/v2/";
  private static final String PING = "/ping/" + FuzzHouse.key(IntegrationKind.HEARTBEAT);

  private WireSeeds() {}

  static List<byte[]> all() {
    List<byte[]> all = new ArrayList<>();
    FuzzTargets.webhooks().forEach(dialect -> all.addAll(webhook(dialect)));
    all.addAll(at("POST /in/sns/" + FuzzHouse.key(IntegrationKind.SNS), "sns"));
    all.addAll(at("POST /in/otlp/" + FuzzHouse.key(IntegrationKind.OTLP), "otlp"));
    all.addAll(at("POST /v2/enqueue", "pagerduty"));
    all.addAll(at("POST " + ALERTMANAGER + "alerts", "alertmanager"));
    all.addAll(opsgenie());
    all.addAll(others());
    return all;
  }

  /// A few of each, the shortest; what is in them is for the target of that dialect to look at.
  private static List<byte[]> webhook(Dialect dialect) {
    String address = "POST /in/" + dialect.kind().word() + "/" + FuzzHouse.key(dialect.kind());
    return Seeds.cases(FuzzTargets.folder(dialect)).get().stream()
        .sorted((a, b) -> Integer.compare(a.length, b.length))
        .limit(10)
        .map(seed -> with(address, Map.of(), Written.read(seed)))
        .toList();
  }

  private static List<byte[]> at(String address, String target) {
    return FuzzTargets.named(target).seeds().get().stream()
        .limit(10)
        .map(seed -> with(address, Map.of(), Written.read(seed)))
        .toList();
  }

  private static List<byte[]> opsgenie() {
    return Seeds.opsgenie().stream()
        .map(Written::read)
        .map(written -> with(written.head().getOrDefault("request", ""), GENIE, written))
        .toList();
  }

  private static Stream<String> asked() {
    return Stream.of(
        "GET " + ALERTMANAGER + "alerts?filter=job%3D~%22a.*%22&active=true&receiver=x",
        "GET " + ALERTMANAGER + "alerts/groups?filter=a%3Db",
        "GET " + ALERTMANAGER + "silences?filter=a!%3D1",
        "GET " + ALERTMANAGER + "status",
        "GET " + ALERTMANAGER + "silence/s-1",
        "DELETE " + ALERTMANAGER + "silence/s-1",
        "GET /v2/alerts?query=status%3Aopen&sort=count&order=asc&limit=2&offset=1",
        "GET /v2/alerts/a?identifierType=alias",
        "GET /v2/alerts/requests/r-1",
        "GET " + PING,
        "HEAD " + PING + "/nightly/start",
        "GET " + PING + "/nightly/3");
  }

  private static List<byte[]> others() {
    List<byte[]> others = new ArrayList<>();
    asked().forEach(to -> others.add(Written.of(headed(to, GENIE), new byte[0])));
    others.add(
        Written.of(
            headed("POST " + ALERTMANAGER + "silences", Map.of()),
            bytes(
                """
                {"matchers":[{"name":"a","value":"b.*","isRegex":true,"isEqual":true}],
                 "startsAt":"2025-01-06T03:00:00Z","endsAt":"2025-01-06T05:00:00Z",
                 "createdBy":"ana","comment":"work"}\
                """)));
    others.add(Written.of(headed("POST " + PING + "/nightly/fail", Map.of()), bytes("disk full")));
    others.add(Written.of(headed("PUT /v2/heartbeats/probe/ping", GENIE), bytes("{}")));
    return others;
  }

  private static byte[] with(String to, Map<String, String> more, Written written) {
    Map<String, String> head = new TreeMap<>(written.head());
    head.remove("request");
    head.remove("given-alias");
    head.putAll(more);
    return Written.of(headed(to, head), written.body());
  }

  private static Map<String, String> headed(String to, Map<String, String> head) {
    Map<String, String> all = new TreeMap<>(head);
    all.put("to", to);
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
