package watchbill.adapter.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import watchbill.testkit.Cast;
import watchbill.testkit.contract.ChannelContract;

class WebhookChannelTest implements ChannelContract {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Secret SECRET = Secret.of("a secret that both sides know");

  private final HttpPeer receiver = new HttpPeer();
  private final Egress egress = Loopback.impatient(Duration.ofSeconds(1));

  @AfterEach
  void close() {
    receiver.close();
    egress.close();
  }

  @Override
  public Channel channel() {
    return channel(true);
  }

  @Override
  public Counterpart counterpart() {
    return new Receiver();
  }

  @Test
  void aRequestLooksLikeThis() throws IOException {
    assertThat(channel().send(night(false), receiver.uri("/ana?k=1").toString()))
        .isEqualTo(new Outcome.Accepted("", false));
    HttpPeer.Asked asked = receiver.asked().getFirst();
    assertThat(asked.requestLine()).isEqualTo("POST /ana?k=1 HTTP/1.1");
    assertThat(asked.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("idempotency-key", "01JGX3S0000000000000000001");
    assertThat(JSON.readTree(asked.body())).isEqualTo(JSON.readTree(golden("night.json")));
  }

  @Test
  void aNoticeLooksLikeThis() throws IOException {
    channel().send(wakeTest(), receiver.uri("/").toString());
    assertThat(sent(0)).isEqualTo(JSON.readTree(golden("wake-test.json")));
  }

  @Test
  void theSignatureIsWhatAnyToolComputes() {
    // printf '1736132400.{"page":1}' | openssl dgst -sha256 -hmac 'a secret that both sides know'
    assertThat(Signature.of("{\"page\":1}", SECRET, Cast.NIGHT))
        .isEqualTo(
            "t=1736132400,v1=2dc369ea673ac18cc39270cdfdaeec0bce3208df6144a694265843f0a6fd6c63");
  }

  @Test
  void theSignatureCoversTheBodyAsSent() {
    channel().send(night(false), receiver.uri("/").toString());
    HttpPeer.Asked asked = receiver.asked().getFirst();
    assertThat(asked.headers())
        .containsEntry("watchbill-signature", Signature.of(asked.body(), SECRET, Cast.NIGHT));
  }

  @Test
  void aRepeatCarriesTheSameKey() {
    channel().send(night(false), receiver.uri("/").toString());
    channel().send(night(true), receiver.uri("/").toString());
    assertThat(receiver.asked())
        .extracting(it -> it.headers().get("idempotency-key"))
        .containsOnly("01JGX3S0000000000000000001");
    assertThat(sent(1).get("possible_duplicate").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "200, Accepted",
    "204, Accepted",
    "302, Refused",
    "400, Refused",
    "401, Refused",
    "403, Refused",
    "404, Refused",
    "410, Refused",
    "408, Unavailable",
    "429, Unavailable",
    "500, Unavailable",
    "502, Unavailable",
    "503, Unavailable",
    "504, NoAnswer",
  })
  void theStatusDecides(int status, String outcome) {
    receiver.answersRaw("HTTP/1.1 " + status + " As Told\r\nContent-Length: 0\r\n\r\n");
    assertThat(channel().send(night(false), receiver.uri("/").toString()))
        .extracting(it -> it.getClass().getSimpleName())
        .isEqualTo(outcome);
  }

  @Test
  void aPersonCannotHaveUsAskOurOwnMachines() {
    assertThat(channel(false).send(night(false), receiver.uri("/").toString()))
        .isEqualTo(
            new Outcome.Refused(
                "127.0.0.1 is at 127.0.0.1: it is private; the operator may allow that with"
                    + " allow-private"));
    assertThat(receiver.asked()).isEmpty();
  }

  @Test
  void evenWithThatAllowedWhatPassesAWireIsEncrypted() {
    assertThat(channel(true).send(night(false), "http://10.0.0.1/"))
        .isEqualTo(
            new Outcome.Refused(
                "10.0.0.1 is at 10.0.0.1: it is not this machine, so the scheme must be https"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ana", "https://a b/", "ftp://example.org/", "https://x\r\nHost: y/"})
  void whatIsNoAddressIsRefusedUnsent(String address) {
    assertThat(channel().send(night(false), address)).isInstanceOf(Outcome.Refused.class);
    assertThat(receiver.asked()).isEmpty();
  }

  private WebhookChannel channel(boolean allowPrivate) {
    return new WebhookChannel(new WebhookSettings(SECRET, allowPrivate), egress, () -> Cast.NIGHT);
  }

  private JsonNode sent(int number) {
    return JSON.readTree(receiver.asked().get(number).body());
  }

  private static Message night(boolean possibleDuplicate) {
    return new Message(
        new NotificationId("01JGX3S0000000000000000001"),
        new Message.Topic.OfPage(4217),
        Urgency.NOW,
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
    try (InputStream file = WebhookChannelTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private final class Receiver implements Counterpart {
    @Override
    public String address() {
      return receiver.uri("/ana").toString();
    }

    @Override
    public List<String> seen() {
      return receiver.asked().stream().map(a -> asRead(JSON.readTree(a.body()))).toList();
    }

    @Override
    public void refuse() {
      receiver.answers(410, "gone");
    }

    @Override
    public void postpone() {
      receiver.answers(503, "not now");
    }

    @Override
    public void disappear() {
      receiver.close();
    }

    @Override
    public void fallSilent() {
      receiver.hangs();
    }

    private static String asRead(JsonNode body) {
      var text = new StringBuilder(body.get("text").asString());
      body.get("facts")
          .forEach(f ->
              text.append('\n')
                  .append(f.get("label").asString())
                  .append(": ")
                  .append(f.get("words").asString()));
      JsonNode action = body.path("action");
      text.append('\n').append(action.path("label").asString(""));
      return text.append('\n').append(action.path("url").asString("")).toString();
    }
  }
}
