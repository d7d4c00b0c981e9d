package watchbill.adapter.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.adapter.http.HttpServer;
import watchbill.calendar.CalendarEntry;
import watchbill.calendar.Feed;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.testkit.memory.MemoryTransactions;
import watchbill.time.Span;

/// A feed is for whoever knows its address, until it is revoked.
class FeedRoutesTest {
  private static final Instant NIGHT = Instant.parse("2025-01-06T03:00:00Z");

  private final FeedToken token = FeedToken.fresh();
  private final Transactions transactions = new MemoryTransactions();
  private final List<CalendarEntry> entries = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server =
      new HttpServer(
          List.of(
              new FeedRoutes(
                  transactions, _ -> new Reply.Shown("On duty: ana", entries), "example.org")),
          _ -> Optional.empty(),
          "127.0.0.1",
          0);

  @BeforeEach
  void start() {
    server.start();
    entries.add(entry(0));
    transactions.write(s -> {
      s.feeds().add(new Feed("1", new Feed.OfPerson("ana"), token.hash(), "ana", NIGHT));
      return true;
    });
  }

  @AfterEach
  void close() {
    client.shutdownNow();
    server.close();
  }

  @Test
  void isShownToWhoeverKnowsItsAddress() throws Exception {
    HttpResponse<String> answer = get(token.path());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/calendar; charset=utf-8");
    assertThat(answer.body()).contains("X-WR-CALNAME:On duty: ana", "UID:a@watchbill");
  }

  @Test
  void isNotSentAgainUntilItChanges() throws Exception {
    String tag = get(token.path()).headers().firstValue("ETag").orElseThrow();
    for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
      HttpResponse<String> again = get(token.path(), "If-None-Match", known);
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers().firstValue("ETag")).contains(tag);
    }
    entries.set(0, entry(1));
    HttpResponse<String> changed = get(token.path(), "If-None-Match", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("SEQUENCE:1");
  }

  @Test
  void anUnknownAddressAndARevokedOneAreAnsweredAlike() throws Exception {
    HttpResponse<String> unknown = get(FeedToken.fresh().path());
    transactions.write(s -> {
      s.feeds().revoke("1", "ana", NIGHT);
      return true;
    });
    HttpResponse<String> revoked = get(token.path());
    assertThat(revoked.statusCode()).isEqualTo(404);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(revoked.body()).isEqualTo(unknown.body()).doesNotContain(token.text());
    assertThat(get("/calendar/x.ics").body()).isEqualTo(unknown.body());
    assertThat(get(token.path().replace(".ics", "")).body()).isEqualTo(unknown.body());
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static CalendarEntry entry(int sequence) {
    var span = new Span(NIGHT, NIGHT.plus(Duration.ofDays(7)));
    return new CalendarEntry("a@watchbill", sequence, span, "On duty", "", NIGHT, List.of(), false);
  }
}
