package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.api.ApiHouse.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.adapter.web.Scene;
import watchbill.route.RoutePlan;
import watchbill.route.Rule;
import watchbill.testkit.Cast;
import watchbill.testkit.RoutingDesk;

class AddedLabelsApiTest {
  private static final Rule OWNER =
      new Rule("owner", Optional.empty(), RoutingDesk.labelled("owner", "pay"), false);

  @AutoClose
  private final ApiHouse house = new ApiHouse(Scene.ruled(RoutePlan.NONE.with(List.of(OWNER))));

  @Test
  void anAlertHasTheLabelsOfItsSourceAndOfRules() {
    house.scene.report(
        Cast.CHECKOUT,
        "k",
        Scene.critical("Checkout fails", "lb-1", Map.of("owner", "?", "a", "b")));
    assertThat(json(house.get("ben", "/api/v1/pages/1")).path("alerts").path(0).path("labels"))
        .hasToString("{\"a\":\"b\",\"owner\":\"pay\"}");
  }
}
