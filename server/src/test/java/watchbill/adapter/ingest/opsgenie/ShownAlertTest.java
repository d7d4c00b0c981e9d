package watchbill.adapter.ingest.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.adapter.web.Scene;
import watchbill.alert.Alert;
import watchbill.alert.AlertStore;
import watchbill.testkit.Cast;

class ShownAlertTest {
  private final Scene scene = new Scene();

  @Test
  void tagsOfARuleAreSeenAndThePriorityStaysTheSenders() {
    Map<String, String> sent = Map.of("tags", "disk", Priority.LABEL, "P1");
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Disk is full", "db-1", sent));
    Alert alert =
        scene
            .transactions
            .read(stores -> stores.alerts().allOpen(AlertStore.Place.FIRST, 1))
            .getFirst()
            .labelled(Map.of("tags", "disk,storage", Priority.LABEL, "urgent"));
    var shown = new ShownAlert(1, alert, Optional.empty());
    assertThat(shown.tags()).containsExactly("disk", "storage");
    assertThat(shown.priority()).isEqualTo("P1");
  }
}
