package watchbill.adapter.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.json.JsonDialect;
import watchbill.alert.AlertReport;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;

/// A mapping that uses all a mapping can say.
class MappedTest implements DialectContract {
  private static final Mapping MAPPING =
      new Mapping(
          JsonPath.parse("$.alarms[*]"),
          new Mapping.Texts(
              value("{@.title} on {@.host}"),
              Optional.of(value("@.id")),
              Optional.of(value("@.level")),
              Optional.of(new Value.First(List.of(value("@.host"), value("$.sender")))),
              Optional.of(value("@.component")),
              Optional.of(value("@.since"))),
          Map.of("purple", Severity.CRITICAL),
          new Mapping.Named(
              Map.of("site", value("$.site"), "kind", value("alarm")), Optional.empty()),
          new Mapping.Named(
              Map.of("raw", value("@.raw"), "link", value("https://x.example.org/{@.id}")),
              Optional.empty()),
          List.of(new When(value("@.state"), List.of("ok", "0"))),
          List.of(new When(value("@.deploy"), List.of("true"))));

  @Override
  public Dialect dialect() {
    return new JsonDialect(Map.of(new IntegrationId("way-in"), MAPPING));
  }

  @Test
  void moreThanAThousandItemsAreSaidAndNotRead() {
    String body = "{\"alarms\":[" + "{\"id\":\"a\",\"title\":\"t\"},".repeat(1000) + "{}]}";
    var message = new Message(Map.of(), body.getBytes(StandardCharsets.UTF_8));
    var read = (Reading.Understood) dialect().read(message, from(), NOW);
    assertThat(read.reports()).hasSize(1000);
    assertThat(read.wrong()).singleElement().matches(r -> r.inWords().contains("1001 items"));
  }

  @Test
  void theServiceOfAnAlertIsTheOneItsItemNames() {
    String body =
        """
        {"alarms":[{"title":"a","component":" ledger "},{"title":"b"},
        {"title":"c","component":""}]}\
        """;
    var message = new Message(Map.of(), body.getBytes(StandardCharsets.UTF_8));
    var read = (Reading.Understood) dialect().read(message, from(), NOW);
    assertThat(read.reports())
        .extracting(report -> ((AlertReport.Firing) report).service())
        .containsExactly(Optional.of(new ServiceId("ledger")), Optional.empty(), Optional.empty());
  }

  private static Value value(String text) {
    return Values.parse(text).orElseThrow();
  }
}
