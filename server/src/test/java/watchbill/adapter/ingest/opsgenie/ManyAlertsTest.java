package watchbill.adapter.ingest.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.adapter.store.sqlite.SqliteTransactions;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertState;
import watchbill.alert.Condition;
import watchbill.alert.EventId;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.testkit.Cast;

/// 100,000 open alerts on disk: a list is there at once, and what would take long is refused.
@Tag("slow")
class ManyAlertsTest {
  private static final int MANY = 100_000;
  private static final Duration AT_ONCE = Duration.ofMillis(200);

  @TempDir private Path folder;

  @Test
  void theFirstPageOfManyIsThereAtOnce() {
    try (SqliteTransactions transactions = SqliteTransactions.open(folder)) {
      fill(transactions);
      try (var house = new OpsgenieHouse(transactions)) {
        assertThat(median(house, "/v2/alerts?limit=100")).isLessThan(AT_ONCE);
        assertThat(median(house, "/v2/alerts?limit=100&query=status%3Aopen")).isLessThan(AT_ONCE);
        assertThat(median(house, "/v2/alerts?limit=100&order=asc&offset=300")).isLessThan(AT_ONCE);
        assertThat(median(house, "/v2/alerts/count?query=status%3Aopen")).isLessThan(AT_ONCE);
        assertThat(
                house
                    .get("/v2/alerts/count?query=status%3Aopen")
                    .path("data")
                    .path("count")
                    .asInt())
            .isEqualTo(MANY);
        refused(house, "/v2/alerts?query=" + encoded("message:nothing"));
        refused(house, "/v2/alerts?sort=count");
        String recent =
            encoded("message:nothing AND createdAt > " + Cast.NIGHT.plusSeconds(MANY - 50));
        assertThat(house.get("/v2/alerts?query=" + recent).path("data").size()).isZero();
      }
    }
  }

  private static void refused(OpsgenieHouse house, String path) {
    HttpResponse<String> answer = house.send("GET", path, "");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("narrow it");
  }

  private static Duration median(OpsgenieHouse house, String path) {
    long[] nanos = new long[9];
    for (int i = 0; i < nanos.length; i++) {
      long began = System.nanoTime();
      house.get(path);
      nanos[i] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    Duration median = Duration.ofNanos(nanos[nanos.length / 2]);
    System.out.println(path + ": " + median.toMillis() + " ms");
    return median;
  }

  private static void fill(SqliteTransactions transactions) {
    for (int from = 0; from < MANY; from += 10_000) {
      List<Alert> alerts = new ArrayList<>();
      for (int i = from; i < from + 10_000; i++) {
        alerts.add(alert(i));
      }
      transactions.write(stores -> {
        stores.alerts().open(alerts);
        alerts.forEach(stores.numbered()::give);
        return true;
      });
    }
  }

  private static Alert alert(int number) {
    String alias = "alias " + number;
    var condition =
        new Condition(
            "Disk " + number + " is full",
            "node",
            Severity.CRITICAL,
            Map.of("priority", "P1", "tags", "db,disk"),
            Map.of("description", "No space is left on device " + number));
    var event = new EventId("%026d".formatted(number));
    return new Alert(
        new AlertId("%026d".formatted(number)),
        AlertKey.of(OpsgenieHouse.FROM.id(), alias),
        OpsgenieHouse.FROM.id(),
        Cast.CHECKOUT,
        alias,
        condition,
        new AlertState.Open(),
        Optional.of(new PageId("a page")),
        Optional.empty(),
        Cast.NIGHT,
        Cast.NIGHT.plusSeconds(number),
        Cast.NIGHT.plusSeconds(number),
        Optional.empty(),
        1,
        event,
        event);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
