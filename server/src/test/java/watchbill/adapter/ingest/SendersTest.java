package watchbill.adapter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.adapter.http.HttpServer;
import watchbill.adapter.ingest.alertmanager.AlertmanagerApi;
import watchbill.adapter.ingest.alertmanager.RouteTrees;
import watchbill.catalog.Catalog;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;

/// Whoever brings a good key has spoken, whatever became of what it said.
class SendersTest {
  @AutoClose private final IntakeHouse client = new IntakeHouse();
  private final List<IntegrationId> heard = new ArrayList<>();
  private final Senders senders =
      new Senders() {
        @Override
        public Catalog get() {
          return IntakeHouse.catalog();
        }

        @Override
        public void heard(IntegrationId from) {
          heard.add(from);
        }
      };

  @Test
  void aKeyOfAnotherKindIsNobodys() {
    assertThat(senders.find(IntegrationKind.GRAFANA, IntakeHouse.PROMETHEUS_KEY)).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void whatIsRefusedWasHeardToo() {
    var api =
        new AlertmanagerApi(
            client.door, senders, () -> IntakeHouse.NOW, (_, _) -> {}, RouteTrees.NONE, "0.1.0");
    try (var server = new HttpServer(List.of(api), _ -> Optional.empty(), "127.0.0.1", 0)) {
      server.start();
      String root = "http://127.0.0.1:" + server.port() + "/am/";
      String wrong = "[{\"labels\":";
      assertThat(client.sendTo(root + "no-such-key/api/v2/alerts", wrong)).isEqualTo(401);
      assertThat(heard).isEmpty();
      String address = root + IntakeHouse.PROMETHEUS_KEY + "/api/v2/alerts";
      assertThat(client.sendTo(address, wrong)).isEqualTo(400);
      assertThat(heard).containsExactly(new IntegrationId("prometheus"));
    }
  }
}
