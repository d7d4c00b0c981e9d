package watchbill.adapter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.engine.Command;

/// Whatever comes over the wire, the sender is told what is wrong, and whoever writes well is
/// heard.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestsTest {
  private final IntakeHouse house = new IntakeHouse();
  private final AtomicInteger good = new AtomicInteger();

  @AfterAll
  void close() {
    house.close();
  }

  static Stream<BadRequest> table() {
    return Stream.of(BadHttp.all(), BadEvents.all(), BadAlerts.all()).flatMap(List::stream);
  }

  @Test
  void theTableIsLong() {
    assertThat(table().map(BadRequest::name)).hasSizeGreaterThan(100).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("table")
  void isToldWhatIsWrongAndSpoilsNothing(BadRequest request) throws IOException {
    RawSocket.Answer answer = RawSocket.exchange(house.port(), request.wire());

    assertThat(answer.status()).as(answer.text()).isEqualTo(request.status());
    assertThat(answer.text()).contains(request.words());
    acceptsAGoodEvent();
    hasAllThatWasAcceptedBefore();
  }

  private void acceptsAGoodEvent() {
    String event =
        "{\"routing_key\":\""
            + IntakeHouse.PAGERDUTY_KEY
            + "\",\"event_action\":\"resolve\",\"dedup_key\":\"good-"
            + good.incrementAndGet()
            + "\"}";
    assertThat(house.enqueue(event).statusCode()).isEqualTo(202);
  }

  private void hasAllThatWasAcceptedBefore() {
    List<String> bodies = house.door.received().stream().map(Command.Receive::body).toList();
    assertThat(bodies).hasSize(good.get());
    assertThat(IntStream.rangeClosed(1, good.get()))
        .allMatch(i -> bodies.get(i - 1).contains("\"good-" + i + "\""));
  }
}
