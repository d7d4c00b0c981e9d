package watchbill.adapter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.ServiceId;
import watchbill.engine.Command;

/// A message that was kept is the message that came.
class MessageTest {
  private static final Instant NOW = Instant.parse("2025-01-06T03:00:00Z");

  @Test
  void comesBackWithItsHead() {
    Message again = kept(Map.of("sentry-hook-resource", "issue", "x-empty", ""), bytes("{}"));

    assertThat(again.header("Sentry-Hook-Resource")).contains("issue");
    assertThat(again.header("x-empty")).contains("");
    assertThat(again.header("x-other")).isEmpty();
    assertThat(again.body()).isEqualTo(bytes("{}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\nlines: of a header",
        "carriage\rreturn",
        "both\r\nencoding: base64",
        "a: b: c",
        "nul\0here",
        ": ",
        "   ",
        "☕ café",
      })
  void noHeaderBreaksTheHead(String value) {
    Message again = kept(Map.of("x-odd", value, "x-other", "stays"), bytes("body"));

    assertThat(again.header("x-odd")).contains(value.replaceAll("\\p{Cntrl}+", " ").strip());
    assertThat(again.header("x-other")).contains("stays");
    assertThat(again.body()).isEqualTo(bytes("body"));
  }

  @Test
  void aSenderCannotSayThatItsTextIsBase64() {
    assertThat(kept(Map.of("encoding", "base64"), bytes("not that")).body())
        .isEqualTo(bytes("not that"));
  }

  @Test
  void aBodyThatIsNoTextIsKeptAllTheSame() {
    long seed = 7;
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] body = new byte[random.nextInt(200)];
      random.nextBytes(body);
      assertThat(kept(Map.of("a", "b"), body).body()).as("seed %d", seed).isEqualTo(body);
    }
  }

  @Test
  void theCharacterNoDatabaseKeepsIsNotHandedToIt() {
    Command.Receive command = command(Map.of(), bytes("a\0b"));

    assertThat(command.body()).doesNotContain("\0");
    assertThat(kept(Map.of(), bytes("a\0b")).body()).isEqualTo(bytes("a\0b"));
  }

  @Test
  void anEventOfBeforeHeadsWereKeptHasNone() {
    var event = new Event(new EventId("e"), new IntegrationId("old"), NOW, "", "{\"a\":1}");

    assertThat(Message.of(event).text()).contains("{\"a\":1}");
  }

  @Test
  void textIsKeptAsTextSoThatPeopleCanReadIt() {
    Command.Receive command = command(Map.of("b", "2", "a", "1"), bytes("café ☕"));

    assertThat(command.body()).isEqualTo("café ☕");
    assertThat(command.head()).isEqualTo("a: 1\nb: 2");
  }

  private static Message kept(Map<String, String> head, byte[] body) {
    Command.Receive command = command(head, body);
    return Message.of(
        new Event(
            new EventId("e"), command.integration().id(), NOW, command.head(), command.body()));
  }

  private static Command.Receive command(Map<String, String> head, byte[] body) {
    var from =
        new Integration(
            new IntegrationId("i"), IntegrationKind.JSON, "hash", new ServiceId("checkout"));
    return new Message(head, body).receive(from, List.of(), List.of());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
