package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.json.JsonDialect;
import watchbill.alert.AlertReport;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.law.House;

/// A mapping from the file to the alert.
class MappingReaderTest {
  private static final Instant NOW = Instant.parse("2025-01-06T03:00:00Z");
  private static final String HOUSE =
      """
      people: { ana: { name: Ana Ruiz, notify: { now: [ push 0m ] } } }
      channels: { push: { demo: {} } }
      teams: { payments: { people: [ ana ] } }
      policies: { payments: { steps: [ { notify: [ ana ] } ], fallback: [ ana ] } }
      services: { checkout: { team: payments, policy: payments } }
      integrations:
      """;

  @TempDir Path folder;

  @Test
  void aMappingWithAllItCanSay() throws IOException {
    Settings settings =
        Written.file(
                folder,
                HOUSE
                    + """
                      shop:
                        kind: json
                        key: shop-0123456789abcdef
                        service: checkout
                        map:
                          items: $.alarms[*]
                          summary: "cel: item.title + ' is ' + (item.load > 90 ? 'hot' : 'warm')"
                          key: [ "@.uid", "@.id" ]
                          severity: "@.level"
                          severity-words: { critical: [ Red, 5 ] }
                          source: "{@.host} in {$.site}"
                          service: "@.component"
                          labels: { site: $.site, odd: "cel: item.gone" }
                          details: "@.more"
                          started-at: "@.since"
                          resolved-when:
                            - { path: "@.state", is: [ ok, 0 ] }
                            - "cel: has(item.over) && item.over"
                          change-when: "@.deploy"
                    """)
            .settings();

    var read =
        read(
            settings,
            "{\"site\":\"madrid\",\"alarms\":[{\"id\":7,\"title\":\"Core\",\"load\":95,\"level\":5,"
                + "\"host\":\"h1\",\"component\":\"web\",\"more\":{\"a\":{\"b\":1}},"
                + "\"since\":\"2025-01-06T02:00:00Z\"},{\"id\":8,\"title\":\"a\",\"over\":true},"
                + "{\"uid\":\"u\",\"title\":\"a\",\"state\":0},"
                + "{\"id\":9,\"title\":\"Release\",\"load\":1,\"deploy\":true}]}");

    var firing = (AlertReport.Firing) read.reports().getFirst();
    assertThat(firing.deduplicationKey()).isEqualTo("7");
    assertThat(firing.condition().summary()).isEqualTo("Core is hot");
    assertThat(firing.condition().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(firing.condition().source()).isEqualTo("h1 in madrid");
    assertThat(firing.condition().labels()).isEqualTo(Map.of("site", "madrid", "service", "web"));
    assertThat(firing.condition().details()).isEqualTo(Map.of("a.b", "1"));
    assertThat(firing.startsAt()).isEqualTo("2025-01-06T02:00:00Z");
    assertThat(read.reports().subList(1, 3)).allMatch(AlertReport.Ended.class::isInstance);
    assertThat(read.changes())
        .singleElement()
        .matches(change -> change.summary().equals("Release is warm"));
  }

  @Test
  void theTopicsOfAnIntegration() throws IOException {
    String topic = "arn:aws-cn:sns:cn-north-1:123456789012:alarms.fifo";
    Settings settings =
        Written.file(
                folder,
                HOUSE
                    + "  aws: { kind: sns, key: aws-0123456789abcdef, service: checkout, "
                    + "topics: [ '"
                    + topic
                    + "' ] }\n")
            .settings();
    assertThat(settings.integrations().topics())
        .isEqualTo(Map.of(new IntegrationId("aws"), Set.of(topic)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatTheGuidesShowIsAccepted(String example) throws IOException {
    String keys = example.replaceAll("\"\\$\\{[A-Z_]+}\"", "0123456789abcdef");
    String house = HOUSE.replace("integrations:\n", "");
    assertThat(Written.file(folder, house + keys).settings().integrations()).isNotNull();
  }

  static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    for (String guide : List.of("json", "sns", "cloudevents")) {
      Path page = House.root().resolve("docs/guides/integrations").resolve(guide + ".md");
      Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
          .matcher(Files.readString(page))
          .results()
          .forEach(found -> examples.add(found.group(1)));
    }
    assertThat(examples).hasSize(4);
    return examples;
  }

  private static Reading.Understood read(Settings settings, String body) {
    Integration from =
        settings.configuration().catalog().integration(new IntegrationId("shop")).orElseThrow();
    var message = new Message(Map.of(), body.getBytes(StandardCharsets.UTF_8));
    return (Reading.Understood)
        new JsonDialect(settings.integrations().mappings()).read(message, from, NOW);
  }
}
