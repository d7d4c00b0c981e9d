package watchbill.adapter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Rereader;
import watchbill.kernel.Refusal;

/// A message that was kept is read again as it came.
class DialectsTest {
  private static final Instant NOW = IntakeHouse.NOW;
  private static final byte[] NOT_TEXT = {(byte) 0xff, 0, 'a'};

  private final Catalog catalog = IntakeHouse.catalog();
  private final Integration from =
      catalog.integrations().stream()
          .filter(i -> i.kind() == IntegrationKind.PAGERDUTY)
          .findFirst()
          .orElseThrow();

  @Test
  void bodyAndHeadComeBackAsTheyWere() {
    var message = new Message(Map.of("x-kind", "a: b"), "é \n{}".getBytes(StandardCharsets.UTF_8));
    Message again = Message.of(kept(message));
    assertThat(again.body()).isEqualTo(message.body());
    assertThat(again.header("X-Kind")).contains("a: b");
  }

  @Test
  void bytesThatAreNoTextComeBackToo() {
    var message = new Message(Map.of(), NOT_TEXT);
    Message again = Message.of(kept(message));
    assertThat(again.body()).isEqualTo(NOT_TEXT);
    assertThat(again.text()).isEmpty();
  }

  @Test
  void theFirstDialectOfItsKindThatUnderstandsItReadsIt() {
    Event event = kept(new Message(Map.of(), "down".getBytes(StandardCharsets.UTF_8)));
    var again = (Rereader.Reread.Again) dialects(new Deaf(), new Ends()).read(event, NOW);
    assertThat(again.command().reports())
        .containsExactly(new AlertReport.Ended(AlertKey.of(from.id(), "down")));
    assertThat(again.command().head()).contains("replay-of: event-1");
  }

  @Test
  void anEventThatWasHeardBeforeCountsAnewWhenItIsReadAgain() {
    Event event = kept(new Message(Map.of(), "named".getBytes(StandardCharsets.UTF_8)));
    var again = (Rereader.Reread.Again) dialects(new Ends()).read(event, NOW);
    assertThat(again.command().reports()).allMatch(report -> report.eventName().isEmpty());
  }

  @Test
  void itSaysWhyNobodyCanReadIt() {
    Event event = kept(new Message(Map.of(), "down".getBytes(StandardCharsets.UTF_8)));
    assertThat(dialects(new Deaf()).read(event, NOW))
        .isEqualTo(
            new Rereader.Reread.NotReadable(
                "body: 'x' is not accepted; use nothing",
                List.of(new Refusal("deaf", "body", "x", "nothing"))));
    assertThat(dialects().read(event, NOW).toString()).contains("kind pagerduty can't be read");
    var gone = new Event(new EventId("event-1"), new IntegrationId("gone"), NOW, "", "");
    assertThat(dialects().read(gone, NOW).toString()).contains("there is no integration gone");
  }

  private Dialects dialects(Dialect... dialects) {
    return new Dialects(List.of(dialects), () -> catalog);
  }

  private Event kept(Message message) {
    var command = message.receive(from, List.of(), List.of());
    return new Event(new EventId("event-1"), from.id(), NOW, command.head(), command.body());
  }

  /// Understands nothing.
  private static final class Deaf implements Dialect {
    @Override
    public IntegrationKind kind() {
      return IntegrationKind.PAGERDUTY;
    }

    @Override
    public Reading read(Message message, Integration from, Instant now) {
      return Reading.Refused.because(new Refusal("deaf", "body", "x", "nothing"));
    }
  }

  /// Takes each message for the end of an alert.
  private static final class Ends implements Dialect {
    @Override
    public IntegrationKind kind() {
      return IntegrationKind.PAGERDUTY;
    }

    @Override
    public Set<String> headers() {
      return Set.of("x-kind");
    }

    @Override
    public Reading read(Message message, Integration from, Instant now) {
      String key = message.text().orElseThrow();
      return Reading.Understood.alerts(
          List.of(new AlertReport.Ended(AlertKey.of(from.id(), key), Optional.of(key))));
    }
  }
}
