package watchbill.adapter.channel.ntfy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.HttpPeer;
import watchbill.adapter.egress.Loopback;
import watchbill.catalog.Urgency;
import watchbill.kernel.Secret;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.NotificationId;
import watchbill.notification.Outcome;
import watchbill.testkit.contract.ChannelContract;

class NtfyChannelTest implements ChannelContract {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpPeer server = new HttpPeer();
  private final Egress egress = Loopback.impatient(Duration.ofSeconds(1));

  @AfterEach
  void close() {
    server.close();
    egress.close();
  }

  @Override
  public Channel channel() {
    return channel(Optional.of(Secret.of("tk_open_sesame")));
  }

  @Override
  public Counterpart counterpart() {
    return new Phone();
  }

  @Test
  void aRequestLooksLikeThis() throws IOException {
    server.answers(200, "{\"id\":\"sPs71M8A2T\",\"time\":1736132400,\"event\":\"message\"}");
    Outcome outcome = channel().send(night(Urgency.NOW, false), "ana-4f9c");

    assertThat(outcome).isEqualTo(new Outcome.Accepted("sPs71M8A2T", false));
    HttpPeer.Asked asked = server.asked().getFirst();
    assertThat(asked.requestLine()).isEqualTo("POST / HTTP/1.1");
    assertThat(asked.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("authorization", "Bearer tk_open_sesame");
    assertThat(JSON.readTree(asked.body())).isEqualTo(JSON.readTree(golden("night.json")));
  }

  @Test
  void aNoticeLooksLikeThis() throws IOException {
    channel().send(wakeTest(), "ana-4f9c");
    assertThat(sent(0)).isEqualTo(JSON.readTree(golden("wake-test.json")));
  }

  @Test
  void whatCanWaitDoesNotRingThrough() {
    channel().send(night(Urgency.WORKING_HOURS, false), "ana-4f9c");
    assertThat(sent(0).get("priority").asInt()).isEqualTo(3);
  }

  @Test
  void aRepeatReplacesTheFirst() {
    channel().send(night(Urgency.NOW, false), "ana-4f9c");
    channel().send(night(Urgency.NOW, true), "ana-4f9c");
    assertThat(sent(1).get("sequence_id")).isEqualTo(sent(0).get("sequence_id"));
  }

  @Test
  void nothingAcknowledgesByItself() {
    channel().send(night(Urgency.NOW, false), "ana-4f9c");
    assertThat(sent(0).get("actions")).hasSize(1);
    assertThat(sent(0).get("actions").get(0).get("action").asString()).isEqualTo("view");
  }

  @Test
  void withoutATokenNoneIsSent() {
    channel(Optional.empty()).send(night(Urgency.NOW, false), "ana-4f9c");
    assertThat(server.asked().getFirst().headers()).doesNotContainKey("authorization");
  }

  @ParameterizedTest
  @CsvSource({
    "200, Accepted",
    "301, Refused",
    "400, Refused",
    "401, Refused",
    "403, Refused",
    "404, Refused",
    "413, Refused",
    "429, Unavailable",
    "500, Unavailable",
    "503, Unavailable",
    "507, Unavailable",
    "504, NoAnswer",
  })
  void theStatusDecides(int status, String outcome) {
    server.answers(status, "{\"error\":\"as told\"}");
    assertThat(channel().send(night(Urgency.NOW, false), "ana"))
        .extracting(it -> it.getClass().getSimpleName())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../admin", "ana\r\nX: y", "ñ", "x/y", "ana?auth=1"})
  void whatIsNoTopicIsRefusedUnsent(String topic) {
    assertThat(channel().send(night(Urgency.NOW, false), topic))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aLongMessageStaysAMessage() {
    var facts = List.of(new Message.Fact("Why you", "漢".repeat(9_000)));
    var message =
        new Message(
            new NotificationId("01JGX3S0000000000000000001"),
            new Message.Topic.OfPage(1),
            Urgency.NOW,
            "\uD83D\uDD25".repeat(10_000),
            Collections.nCopies(30, facts.getFirst()),
            Optional.of(
                Message.Action.acknowledge(URI.create("https://watchbill.example.org/w/a"))),
            false);
    channel().send(message, "ana");
    String text = sent(0).get("message").asString();
    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3_501);
    assertThat(text).endsWith("漢…");
  }

  private NtfyChannel channel(Optional<Secret> token) {
    return new NtfyChannel(new NtfySettings(server.uri("/"), token), egress);
  }

  private JsonNode sent(int number) {
    return JSON.readTree(server.asked().get(number).body());
  }

  private static Message night(Urgency urgency, boolean possibleDuplicate) {
    return new Message(
        new NotificationId("01JGX3S0000000000000000001"),
        new Message.Topic.OfPage(4217),
        urgency,
        "checkout is down: 74 % of payments fail",
        List.of(
            new Message.Fact("Since", "04:00 CET (03:00 UTC)"),
            new Message.Fact("Service", "checkout"),
            new Message.Fact("Why you", "primary of rota payments, step 1 of 2"),
            new Message.Fact("If you do nothing", "Ben is told at 04:05 (step 2 of 2)")),
        Optional.of(
            Message.Action.acknowledge(URI.create("https://watchbill.example.org/w/a-Token_1"))),
        possibleDuplicate);
  }

  private static Message wakeTest() {
    var link = URI.create("https://watchbill.example.org/n/a-Token_2");
    return new Message(
        new NotificationId("01JGX3S0000000000000000002"),
        new Message.Topic.OfNotice(
            new NoticeId("01JGX3S0000000000000000003"), Notice.Kind.WAKE_TEST),
        Urgency.NOW,
        "Can you be woken?",
        List.of(
            new Message.Fact("Why you", "your duty begins at 09:00"),
            new Message.Fact("If you do nothing", "Ben stands in from 09:10")),
        Optional.of(new Message.Action("I am awake", link)),
        false);
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = NtfyChannelTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private final class Phone implements Counterpart {
    @Override
    public String address() {
      return "ana-4f9c";
    }

    @Override
    public List<String> seen() {
      return server.asked().stream()
          .map(a -> JSON.readTree(a.body()))
          .map(m ->
              m.get("title").asString()
                  + "\n"
                  + m.get("message").asString()
                  + "\n"
                  + m.path("actions").path(0).path("label").asString("")
                  + m.path("click").asString(""))
          .toList();
    }

    @Override
    public void refuse() {
      server.answers(403, "{\"code\":40301,\"http\":403,\"error\":\"forbidden\"}");
    }

    @Override
    public void postpone() {
      server.answers(429, "{\"code\":42901,\"http\":429,\"error\":\"limit reached\"}");
    }

    @Override
    public void disappear() {
      server.close();
    }

    @Override
    public void fallSilent() {
      server.hangs();
    }
  }
}
