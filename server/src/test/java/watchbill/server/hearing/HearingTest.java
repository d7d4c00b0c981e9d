package watchbill.server.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.Schedule;

/// Who spoke is told, once for all it said, and not lost when it can't be kept.
class HearingTest {
  private static final IntegrationId PROMETHEUS = new IntegrationId("prometheus");
  private static final IntegrationId GRAFANA = new IntegrationId("grafana");

  private final List<HeartbeatId> told = new ArrayList<>();
  private Reply answer = new Reply.Done();
  private final Hearing hearing =
      new Hearing(
          command -> {
            told.add(((Command.Beat) command).heartbeat());
            return answer;
          },
          List.of(plan(HeartbeatId.ofSource(PROMETHEUS)), plan(new HeartbeatId("grafana"))));

  @Test
  void whateverItSaysItIsToldOnce() {
    hearing.heard(PROMETHEUS);
    hearing.heard(PROMETHEUS);
    hearing.tell();
    hearing.tell();
    assertThat(told).containsExactly(HeartbeatId.ofSource(PROMETHEUS));
  }

  @Test
  void whoNeedNotBeHeardFromIsNotTold() {
    hearing.heard(GRAFANA);
    hearing.tell();
    assertThat(told).isEmpty();
  }

  @Test
  void whatCanNotBeKeptIsToldAgain() {
    answer = new Reply.TryLater(false, Duration.ofSeconds(5), "the store can't be written");
    hearing.heard(PROMETHEUS);
    hearing.tell();
    answer = new Reply.Done();
    hearing.tell();
    hearing.tell();
    assertThat(told).hasSize(2);
  }

  @Test
  void theEndTellsWhatWasHeardLast() throws InterruptedException {
    hearing.start();
    hearing.heard(PROMETHEUS);
    hearing.stop();
    assertThat(told).hasSize(1);
  }

  private static HeartbeatPlan plan(HeartbeatId id) {
    return new HeartbeatPlan(
        id,
        Optional.empty(),
        Optional.empty(),
        new ServiceId("checkout"),
        new Schedule.Every(Duration.ofMinutes(5)),
        Duration.ofMinutes(1),
        Severity.ERROR,
        "",
        true);
  }
}
