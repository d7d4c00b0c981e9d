package watchbill.adapter.ingest.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Which alerts a query finds, in which order, and what of a query is refused.
class QueryTest {
  @AutoClose private final OpsgenieHouse house = new OpsgenieHouse();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                          | slow cpu disk",
        "status:open                                 | slow disk",
        "status : closed                             | cpu",
        "status:open AND status:closed               | ''",
        "NOT status:open                             | cpu",
        "tag:db                                      | slow disk",
        "tag:(db AND disk)                           | disk",
        "tag:(web OR disk)                           | cpu disk",
        "tags:d*                                     | slow disk",
        "priority:P1                                 | disk",
        "priority:p1 OR priority:P5                  | slow disk",
        "message:full                                | disk",
        "message:\"is full\"                         | disk",
        "message:disk*                               | disk",
        "message:*is*                                | slow cpu disk",
        "alias:DISK                                  | disk",
        "entity:db-01                                | disk",
        "source:node                                 | disk",
        "details.mount:/var                          | disk",
        "details.key:mount                           | disk",
        "details.value:/var                          | disk",
        "details.url:http://a:80/b                   | slow",
        "acknowledged:true                           | slow",
        "acknowledged:false status:open              | disk",
        "owner:ana                                   | slow",
        "count>1                                     | disk",
        "count <= 1                                  | slow cpu",
        "createdAt > 1736132460000                   | slow",
        "createdAt >= 1736132460000                  | slow cpu",
        "createdAt < 2025-01-06T03:01:00Z            | disk",
        "createdAt > 07-01-2025                      | ''",
        "createdAt > 05-01-2025 AND status:closed    | cpu",
        "updatedAt >= 2025-01-06T03:02:00Z           | slow cpu disk",
        "full                                        | disk",
        "NOT (tag:db OR tag:web)                     | ''",
        "(tag:db AND NOT priority:P1) OR alias:cpu   | slow cpu",
        "\"OR\" OR alias:cpu                         | cpu"
      })
  void aQueryFinds(String query, String expected) {
    three();
    assertThat(String.join(" ", aliases("query=" + encoded(query)))).isEqualTo(expected);
    JsonNode count = house.get("/v2/alerts/count?query=" + encoded(query));
    int words = expected.isEmpty() ? 0 : expected.split(" ", -1).length;
    assertThat(count.path("data").path("count").asInt()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "owningTeam:payments    | owningTeam",
        "status:maybe           | status:maybe",
        "count:many             | many",
        "createdAt > yesterday  | yesterday",
        "message > a            | message >",
        "acknowledged:perhaps   | perhaps",
        "(status:open           | as many ) as (",
        "status:open)           | as many ( as )",
        "status:                | a value",
        "status:open AND        | a term",
        "OR                     | a term",
        "message:\"half         | a quote at both ends",
        "tag:(a                 | a value in ( )",
        "tag:()                 | a value in ( )"
      })
  void whatIsNotSupportedIsRefusedWithTheTerm(String query, String words) {
    HttpResponse<String> answer = house.send("GET", "/v2/alerts?query=" + encoded(query), "");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(OpsgenieHouse.json(answer).path("message").asString()).contains(words);
  }

  @Test
  void aQueryBeyondReasonIsRefused() {
    for (String query : List.of("(".repeat(300), "NOT ".repeat(240) + "a", "a".repeat(1_001))) {
      HttpResponse<String> answer = house.send("GET", "/v2/alerts?query=" + encoded(query), "");
      assertThat(answer.statusCode()).isIn(200, 422);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', slow cpu disk",
    "order=asc, disk cpu slow",
    "limit=1, slow",
    "limit=1&offset=1, cpu",
    "offset=3, ''",
    "sort=alias&order=asc, cpu disk slow",
    "sort=count, disk slow cpu",
    "sort=tinyId&order=asc&limit=2, disk cpu",
  })
  void aListIsInTheOrderAskedFor(String query, String expected) {
    three();
    List<String> found = aliases(query);
    assertThat(found.getFirst().isEmpty() ? "" : found.getFirst())
        .isEqualTo(expected.split(" ", -1)[0]);
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "sort=colour, sort",
    "order=up, order",
    "limit=101, limit",
    "limit=-1, limit",
    "offset=20001, offset",
    "offset=x, offset",
    "searchIdentifier=a, searchIdentifier"
  })
  void whatAListCanNotBeIsRefused(String query, String field) {
    HttpResponse<String> answer = house.send("GET", "/v2/alerts?" + query, "");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(OpsgenieHouse.json(answer).path("errors").has(field)).isTrue();
  }

  @Test
  void allThatIsWrongIsSaidInOneAnswer() {
    String query = "limit=101&offset=x&order=up&sort=colour&query=" + encoded("count:many");
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> answer = house.send("GET", "/v2/alerts?" + query, "");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(OpsgenieHouse.json(answer).path("errors").propertyNames())
          .containsExactlyInAnyOrder("limit", "offset", "order", "sort", "query");
    }
  }

  @Test
  void theNextPartFollowsFromTheLast() {
    three();
    JsonNode first = house.get("/v2/alerts?limit=2&query=" + encoded("NOT alias:none"));
    assertThat(first.path("data").size()).isEqualTo(2);
    JsonNode next = house.get(first.path("paging").path("next").asString());
    assertThat(next.path("data").size()).isEqualTo(1);
    assertThat(next.path("paging").has("next")).isFalse();
  }

  private void three() {
    house.create(
        """
        {"message": "Disk is full", "alias": "disk", "priority": "P1", "entity": "db-01",
         "source": "node", "tags": ["db", "disk"], "details": {"mount": "/var"}}
        """);
    house.clock.turn(Duration.ofMinutes(1));
    house.create(
        "{\"message\":\"CPU is hot\",\"alias\":\"cpu\",\"tags\":[\"web\"],\"priority\":\"P2\"}");
    house.clock.turn(Duration.ofMinutes(1));
    house.does("close", "cpu", "");
    house.create(
        """
        {"message": "It is slow", "alias": "slow", "priority": "P5", "tags": ["db"],
         "details": {"url": "http://a:80/b"}}
        """);
    house.does("acknowledge", "slow", "{\"user\":\"ana\"}");
    house.create("{\"message\":\"again\",\"alias\":\"disk\"}");
  }

  private List<String> aliases(String query) {
    JsonNode data = house.get("/v2/alerts?" + query).path("data");
    List<String> found =
        StreamSupport.stream(data.spliterator(), false)
            .map(a -> a.path("alias").asString())
            .toList();
    return found.isEmpty() ? List.of("") : found;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
