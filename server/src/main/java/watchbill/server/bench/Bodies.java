package watchbill.server.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Requests of the sizes and shapes that real senders make, each with new keys or the same again.
final class Bodies implements Load.Requests {
  private static final String KEY = "KKKKKKKKKK";
  private static final String LEASE = "2000-01-01T00:00:00.000Z";
  private static final int LEASE_MINUTES = 4;

  private final byte[] request;
  private final int[] keys;
  private final int[] leases;
  private final long keySpace;
  private final byte[][] ofConnections;
  private long nextKey;

  /// Makes requests after this pattern.
  ///
  /// @param keySpace how many different keys there are; after the last it begins again
  private Bodies(String pattern, int connections, long keySpace) {
    this.request = pattern.getBytes(StandardCharsets.UTF_8);
    this.keys = placesOf(pattern, KEY);
    this.leases = placesOf(pattern, LEASE);
    this.keySpace = keySpace;
    this.ofConnections = new byte[connections][];
    for (int i = 0; i < connections; i++) {
      ofConnections[i] = request.clone();
    }
  }

  /// `POST /v2/enqueue`, one event of about 700 bytes a request.
  static Bodies events(String routingKey, int connections, long keySpace) {
    String body =
        """
        {"routing_key":"%s","dedup_key":"checkout/disk/%s","event_action":"trigger",\
        "payload":{"summary":"Disk 95%% full on db-01.eu-west-1.example.org",\
        "timestamp":"2026-03-01T08:15:30.000Z","source":"db-01.eu-west-1.example.org",\
        "severity":"critical","component":"postgres","group":"prod-datapipe","class":"disk",\
        "custom_details":{"free_percentage":"5%%","load_avg":0.61,"mount":"/var/lib/postgresql",\
        "device":"/dev/nvme1n1p1","filesystem":"ext4","inodes_free":"81%%"}},\
        "links":[{"href":"https://runbooks.example.org/disk","text":"Runbook: disk is full"}],\
        "client":"Sample Monitoring Service","client_url":"https://monitoring.example.org/d/abc"}\
        """
            .formatted(routingKey, KEY);
    return new Bodies(post("/v2/enqueue", "", body), connections, keySpace);
  }

  /// `POST /api/v2/alerts`, so many alerts a request as Prometheus sends them.
  static Bodies alerts(String path, String key, int perRequest, int connections, long keySpace) {
    List<String> alerts = new ArrayList<>();
    for (int i = 0; i < perRequest; i++) {
      alerts.add(
          """
          {"annotations":{"description":"The disk of db-01 is nearly full","runbook_url":\
          "https://runbooks.example.org/disk","summary":"Disk 95%% full on db-01:9100"},\
          "endsAt":"%s","startsAt":"2026-11-21T01:42:54.568Z","generatorURL":\
          "http://prometheus.example.org/graph?g0.expr=disk_used_ratio+%%3E+0.9&g0.tab=1",\
          "labels":{"alertname":"DiskFull","cluster":"eu-1","device":"/dev/sda1","instance":\
          "db-%s:9100","job":"node","severity":"critical","team":"storage"}}\
          """
              .formatted(LEASE, KEY));
    }
    String body = "[" + String.join(",", alerts) + "]";
    return new Bodies(
        post(path, "Authorization: Bearer " + key + "\r\n", body), connections, keySpace);
  }

  /// The same from another key on, for a second sender that shall have keys of its own.
  Bodies from(long firstKey) {
    nextKey = firstKey;
    return this;
  }

  /// How many alerts one request carries.
  int perRequest() {
    return keys.length;
  }

  int bytes() {
    return request.length;
  }

  @Override
  public ByteBuffer next(int connection) {
    byte[] bytes = ofConnections[connection];
    for (int place : keys) {
      writeNumber(bytes, place, nextKey++ % keySpace);
    }
    if (leases.length > 0) {
      byte[] lease = lease();
      for (int place : leases) {
        System.arraycopy(lease, 0, bytes, place, lease.length);
      }
    }
    return ByteBuffer.wrap(bytes);
  }

  private static byte[] lease() {
    Instant until = Instant.now().plus(LEASE_MINUTES, ChronoUnit.MINUTES);
    String text = until.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void writeNumber(byte[] bytes, int place, long number) {
    long rest = number;
    for (int i = place + KEY.length() - 1; i >= place; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static String post(String path, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return String.format(
        Locale.ROOT,
        "POST %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Type: application/json\r\n"
            + "Content-Length: %d\r\n\r\n%s",
        path,
        headers,
        length,
        body);
  }

  private static int[] placesOf(String text, String mark) {
    List<Integer> places = new ArrayList<>();
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      places.add(at);
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }
}
