package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.alert.AlertReport;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;
import watchbill.engine.Explanation;
import watchbill.escalation.Page;

/// A sender may name the service that its alert is about.
class NamedServiceTest {
  private static final ServiceId DATABASE = new ServiceId("database");

  private final ExplainHouse house = new ExplainHouse();

  @BeforeEach
  void declareIt() {
    house.declared.service(DATABASE);
    house.adopt();
  }

  @Test
  void anAlertIsOfTheServiceItsSenderNames() {
    house.receive(List.of(naming(DATABASE)));
    assertThat(page().service()).isEqualTo(DATABASE);
    assertThat(said(naming(DATABASE, "another")))
        .contains("the message names service " + DATABASE)
        .contains("it goes to " + DATABASE + ", by the message");
  }

  @Test
  void aServiceThatIsNotThereCostsNoAlertAndIsSaid() {
    house.receive(List.of(naming(new ServiceId("nothing"))));
    assertThat(page().service()).isEqualTo(Cast.CHECKOUT);
    assertThat(said(naming(new ServiceId("nothing"), "another")))
        .contains(
            "the message names service nothing, and there is none: checkout is the integration's");
  }

  @Test
  void whatTheSenderNamedIsKeptWithItsMessage() {
    house.receive(List.of(naming(new ServiceId("nothing"))));
    String outcome =
        house
            .clockwork
            .transactions()
            .read(s -> s.events().newest(none(), none(), 1).getFirst().outcome());
    assertThat(outcome).contains("the message names service nothing, and there is none");
  }

  @Test
  void rulesHaveTheLastWord() {
    house.routing.rule(
        "back", f -> f.place().service().equals(DATABASE), RoutingDesk.service(Cast.CHECKOUT));
    house.receive(List.of(naming(DATABASE)));
    assertThat(page().service()).isEqualTo(Cast.CHECKOUT);
  }

  private AlertReport naming(ServiceId service) {
    return naming(service, "it is slow");
  }

  private AlertReport naming(ServiceId service, String summary) {
    return house.firing(summary, Severity.CRITICAL, Map.of()).of(service);
  }

  private List<String> said(AlertReport report) {
    Explanation explained = house.explain(List.of(report), house.clock.now());
    return explained.ways().getFirst().turns().stream()
        .map(t -> t.because().isEmpty() ? t.said() : t.said() + ", " + t.because())
        .toList();
  }

  private Page page() {
    return house.clockwork.transactions().read(s -> s.pages().open(10)).getFirst();
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
