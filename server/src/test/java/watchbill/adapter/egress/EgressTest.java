package watchbill.adapter.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {
  private final HttpPeer peer = new HttpPeer();
  private final Egress egress = Loopback.impatient(Duration.ofMillis(400));

  @AfterEach
  void close() {
    peer.close();
    egress.close();
  }

  @Test
  void whatIsSentArrivesAndTheAnswerComesBack() {
    peer.answers(202, "thank you");
    var headers = Map.of("Content-Type", "text/plain");
    var request =
        Request.post(peer.uri("/a/b?c=d%20e"), Reach.AS_CONFIGURED, headers, "checkout ist träge");

    assertThat(egress.send(request)).isEqualTo(new Answer.Answered(202, "thank you"));

    HttpPeer.Asked asked = peer.asked().getFirst();
    assertThat(asked.requestLine()).isEqualTo("POST /a/b?c=d%20e HTTP/1.1");
    assertThat(asked.body()).isEqualTo("checkout ist träge");
    assertThat(asked.headers())
        .containsEntry("host", peer.uri("/").getAuthority())
        .containsEntry("content-type", "text/plain");
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() {
    peer.answersRaw(
        "HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
            .formatted(peer.uri("/elsewhere")));
    assertThat(ask(peer.uri("/"))).isEqualTo(new Answer.Answered(302, ""));
    assertThat(peer.asked()).hasSize(1);
  }

  @Test
  void nobodyListensSoNothingWasSent() {
    URI deserted = URI.create("http://127.0.0.1:" + Peer.deserted() + "/");
    assertThat(ask(deserted)).isInstanceOf(Answer.NotSent.class);
  }

  @Test
  void aHostThatNobodyKnowsWasSentNothing() {
    Names nobody =
        host -> {
          throw new UnknownHostException(host);
        };
    try (var lost = new Egress(nobody, Loopback.tls(), Duration.ofSeconds(1))) {
      assertThat(lost.send(get(URI.create("https://nowhere.example/"), Reach.PUBLIC)))
          .isEqualTo(new Answer.NotSent("nobody knows the host nowhere.example"));
    }
  }

  @Test
  void aLookUpThatHangsIsGivenUp() {
    Names slow =
        _ -> {
          hang();
          return List.of();
        };
    try (var stuck = new Egress(slow, Loopback.tls(), Duration.ofMillis(100))) {
      assertThat(stuck.send(get(URI.create("https://slow.example/"), Reach.PUBLIC)))
          .isEqualTo(new Answer.NotSent("looking up slow.example took too long"));
    }
  }

  @Test
  void aPeerThatTakesTheRequestAndHangsMayHaveActed() {
    peer.hangs();
    assertThat(ask(peer.uri("/"))).isEqualTo(new Answer.Silence("no answer in time"));
    assertThat(peer.asked()).hasSize(1);
  }

  @Test
  void aPeerThatTakesTheRequestAndHangsUpMayHaveActed() {
    peer.hangsUp();
    assertThat(ask(peer.uri("/"))).isInstanceOf(Answer.Silence.class);
  }

  @Test
  void aPeerThatAnswersAByteAtATimeIsCutInTime() {
    try (var drip =
        new Peer(line -> {
          while (true) {
            line.say("H");
            line.hear();
          }
        })) {
      assertThat(ask(URI.create("http://127.0.0.1:" + drip.port() + "/")))
          .isInstanceOf(Answer.Silence.class);
    }
  }

  @Test
  void aPeerThatNeverShakesHandsWasSentNothing() {
    try (var deaf = new Peer(Peer.Line::hang)) {
      assertThat(ask(URI.create("https://localhost:" + deaf.port() + "/")))
          .isInstanceOf(Answer.NotSent.class);
    }
  }

  @Test
  void overTlsThePeerProvesWhoItIs() {
    try (var secure =
            new Peer(line -> {
              line.secure();
              line.hear();
              line.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
            });
        var patient = Loopback.impatient(Duration.ofSeconds(20))) {
      URI here = URI.create("https://localhost:" + secure.port() + "/");
      assertThat(patient.send(get(here, Reach.AS_CONFIGURED)))
          .isEqualTo(new Answer.Answered(200, "hi"));
    }
  }

  @Test
  void aCertificateForAnotherHostIsRefusedBeforeAnythingIsSent() {
    Names lie = _ -> List.of(InetAddress.getLoopbackAddress());
    try (var secure = new Peer(Peer.Line::secure);
        var fooled = new Egress(lie, Loopback.tls(), Duration.ofSeconds(2))) {
      URI elsewhere = URI.create("https://bank.example:" + secure.port() + "/");
      assertThat(fooled.send(get(elsewhere, Reach.AS_CONFIGURED)))
          .isInstanceOfSatisfying(
              Answer.Forbidden.class,
              it -> assertThat(it.why()).contains("certificate of bank.example"));
    }
  }

  @Test
  void aCertificateNobodyVouchesForIsRefused() {
    try (var secure = new Peer(Peer.Line::secure);
        var strict = new Egress()) {
      URI selfSigned = URI.create("https://localhost:" + secure.port() + "/");
      assertThat(strict.send(get(selfSigned, Reach.AS_CONFIGURED)))
          .isInstanceOf(Answer.Forbidden.class);
    }
  }

  @Test
  void theAddressThatWasCheckedIsTheOneConnectedTo() {
    var lookUps = new AtomicInteger();
    Names rebinding =
        _ ->
            lookUps.incrementAndGet() == 1
                ? List.of(
                    InetAddress.ofLiteral("169.254.169.254"), InetAddress.ofLiteral("127.0.0.1"))
                : List.of(InetAddress.ofLiteral("169.254.169.254"));
    try (var once = new Egress(rebinding, Loopback.tls(), Duration.ofSeconds(1))) {
      URI address = URI.create("http://rebinding.example:" + peer.uri("/").getPort() + "/");
      assertThat(once.send(get(address, Reach.AS_CONFIGURED)))
          .isEqualTo(new Answer.Answered(200, ""));
      assertThat(lookUps).hasValue(1);
      assertThat(once.send(get(address, Reach.AS_CONFIGURED)))
          .isEqualTo(
              new Answer.Forbidden("rebinding.example is at 169.254.169.254: it is link-local"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "//127.0.0.1/",
        "https:127.0.0.1",
        "https://ana:secret@127.0.0.1/",
        "https://127.0.0.1:70000/",
        "https:///nowhere"
      })
  void onlyPlainWebAddressesAreAsked(String address) {
    assertThat(ask(URI.create(address))).isInstanceOf(Answer.Forbidden.class);
  }

  @Test
  void aLineBreakInAHeaderIsAFaultOfOurs() {
    var split = Map.of("X-Page", "1\r\nX-Other: 2");
    assertThatThrownBy(() -> Request.post(peer.uri("/"), Reach.AS_CONFIGURED, split, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void chunksAreJoined() {
    String chunks = "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
    peer.answersRaw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
    assertThat(ask(peer.uri("/"))).isEqualTo(new Answer.Answered(200, "abcde"));
  }

  @Test
  void anInterimAnswerIsPassedOver() {
    peer.answersRaw("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\nyes");
    assertThat(ask(peer.uri("/"))).isEqualTo(new Answer.Answered(200, "yes"));
  }

  @Test
  void aBodyThatBreaksOffLeavesTheStatusKnown() {
    peer.answersRaw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    assertThat(ask(peer.uri("/"))).isEqualTo(new Answer.Answered(200, "half"));
  }

  @Test
  void aBodyWithoutEndIsCut() {
    peer.answersRaw("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(200_000));
    assertThat(ask(peer.uri("/")))
        .isInstanceOfSatisfying(Answer.Answered.class, it -> assertThat(it.body()).hasSize(65_536));
  }

  @Test
  void aBodyIsCutWhereItsAskerSays() {
    for (int max : List.of(100, 150_000)) {
      peer.answersRaw("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(200_000));
      assertThat(egress.send(get(peer.uri("/"), Reach.AS_CONFIGURED), max))
          .isEqualTo(new Answer.Answered(200, "x".repeat(max)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 two hundred\r\n\r\n", "\r\n\r\n"})
  void whatIsNotHttpIsNoAnswer(String noise) {
    peer.answersRaw(noise);
    assertThat(ask(peer.uri("/"))).isInstanceOf(Answer.Silence.class);
  }

  @Test
  void aHeadWithoutEndIsCut() {
    peer.answersRaw("HTTP/1.1 200 OK\r\nX: " + "x".repeat(40_000));
    assertThat(ask(peer.uri("/")))
        .isEqualTo(new Answer.Silence("the head of its answer has no end"));
  }

  private Answer ask(URI address) {
    return egress.send(get(address, Reach.AS_CONFIGURED));
  }

  private static Request get(URI address, Reach reach) {
    return new Request("GET", address, reach, Map.of(), "");
  }

  private static void hang() throws UnknownHostException {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new UnknownHostException("stopped");
    }
  }
}
