package watchbill.adapter.ingest.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import watchbill.adapter.http.HttpServer;
import watchbill.adapter.ingest.Keys;
import watchbill.adapter.ingest.RecordingDoor;
import watchbill.alert.AlertReport;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.ServiceId;

/// Whatever is delivered as if by SNS, on its way past the signature.
class SnsRoutesTest {
  private static final String KEY = "sns-key-00000000001";
  private static final IntegrationId AWS = new IntegrationId("aws");
  private static final String ALARM =
      "{\"AlarmName\":\"checkout-errors\",\"NewStateValue\":\"ALARM\"}";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final RecordingDoor door = new RecordingDoor();
  private final Amazon amazon = new Amazon();
  private Instant now = Instant.parse("2025-01-06T03:00:00Z");
  private HttpServer server;

  @BeforeEach
  void start() {
    serve(amazon.trust());
  }

  private void serve(Trust trust) {
    serve(trust, Set.of());
  }

  private void serve(Trust trust, Set<IntegrationId> raw) {
    var dialect = new SnsDialect(Map.of(AWS, Set.of(Amazon.TOPIC)), raw);
    var needs =
        new SnsRoutes.Needs(door, SnsRoutesTest::catalog, () -> now, (_, _) -> {}, amazon, trust);
    server =
        new HttpServer(
            List.of(new SnsRoutes(needs, dialect)), _ -> Optional.empty(), "127.0.0.1", 0);
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void aSignedMessageIsTaken(String version) {
    ObjectNode node = Amazon.notification("Disk full", "db-01 is full \u0007 é ☕\nreally\t\"so\"");
    node.put("SignatureVersion", version);
    HttpResponse<String> answer = post(amazon.signed(node, "signer"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var firing = (AlertReport.Firing) door.onlyReport();
    assertThat(firing.condition().summary()).isEqualTo("Disk full");
    assertThat(door.last().head()).isEqualTo("signature: good, version " + version);
  }

  @Test
  void theCertificateIsFetchedOnceWhileItIsGood() {
    post(amazon.signed(Amazon.notification("a", "b"), "signer"));
    post(amazon.signed(Amazon.notification("c", "d"), "signer"));
    assertThat(amazon.asked).containsExactly(URI.create(Amazon.CERTIFICATE));
    assertThat(door.received()).hasSize(2);
    now = Instant.parse("2044-01-06T03:00:00Z");
    ObjectNode later = Amazon.notification("e", "f").put("Timestamp", now.toString());
    assertRefused(post(amazon.signed(later, "signer")), "SigningCertURL", "not valid at this time");
    assertThat(amazon.asked).hasSize(2);
  }

  @Test
  void aSubscriptionIsKeptThenConfirmed() {
    String body = amazon.signed(Amazon.confirmation("SubscriptionConfirmation"), "signer");
    assertThat(post(body).statusCode()).isEqualTo(202);
    assertThat(amazon.asked)
        .containsExactly(URI.create(Amazon.CERTIFICATE), URI.create(Amazon.CONFIRM));
    assertThat(door.last().body()).isEqualTo(body);
    assertThat(door.last().reports()).isEmpty();
  }

  @Test
  void aSubscriptionThatCannotBeConfirmedIsAskedForAgain() {
    amazon.answers(Amazon.CONFIRM, new Fetch.Fetched.Failed("it answered 500"));
    HttpResponse<String> answer =
        post(amazon.signed(Amazon.confirmation("SubscriptionConfirmation"), "signer"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("it answered 500");
  }

  @Test
  void nothingIsConfirmedThatCouldNotBeKept() {
    door.sayTryLater(true, Duration.ofSeconds(1));
    String body = amazon.signed(Amazon.confirmation("SubscriptionConfirmation"), "signer");
    assertThat(post(body).statusCode()).isEqualTo(429);
    assertThat(amazon.asked).containsExactly(URI.create(Amazon.CERTIFICATE));
  }

  @Test
  void theEndOfASubscriptionIsKeptAndNotUndone() {
    String body = amazon.signed(Amazon.confirmation("UnsubscribeConfirmation"), "signer");
    assertThat(post(body).statusCode()).isEqualTo(202);
    assertThat(amazon.asked).containsExactly(URI.create(Amazon.CERTIFICATE));
    assertThat(door.received()).hasSize(1);
  }

  static Stream<Arguments> forgeries() {
    return Stream.of(
        forgery("another message", n -> n.put("Message", "x"), "Signature"),
        forgery("another subject", n -> n.put("Subject", "x"), "Signature"),
        forgery("no subject", n -> n.remove("Subject"), "Signature"),
        forgery("another time", n -> n.put("Timestamp", "2025-01-06T03:00:00Z"), "Signature"),
        forgery("another type", n -> n.put("Type", "UnsubscribeConfirmation"), "SubscribeURL"),
        forgery("no signature", n -> n.put("Signature", ""), "Signature"),
        forgery("half a signature", n -> n.put("Signature", "AAAA"), "Signature"),
        forgery("no Base64", n -> n.put("Signature", "§"), "Signature"),
        forgery("the wrong algorithm", n -> n.put("SignatureVersion", "2"), "Signature"),
        forgery("no algorithm", n -> n.put("SignatureVersion", "3"), "SignatureVersion"),
        forgery(
            "another's topic",
            n -> n.put("TopicArn", "arn:aws:sns:eu-west-1:999999999999:alarms"),
            "TopicArn"),
        forgery("an old one", n -> n.put("Timestamp", "2025-01-06T02:00:00Z"), "Timestamp"),
        forgery("a time that is none", n -> n.put("Timestamp", "now"), "Timestamp"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void whatWasChangedAfterItWasSignedIsRefused(
      String name, Consumer<ObjectNode> change, String field) {
    String body = amazon.signed(Amazon.notification("Disk full", "db-01"), "signer");
    var node = (ObjectNode) JsonMapper.shared().readTree(body);
    change.accept(node);
    assertRefused(post(node.toString()), field, "");
    assertThat(door.received()).as(name).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com.evil.example/a.pem",
        "https://evil.example/sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com@evil.example/a.pem",
        "https://x@sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com:8443/a.pem",
        "https://sns.eu-west-1.evil.amazonaws.com/a.pem",
        "https://s3.amazonaws.com/bucket/a.pem",
        "https://sns.eu-west-1.amazonaws.com/?Action=Publish#a.pem",
        "https://sns.eu-west-1.amazonaws.com/a.txt",
        "https://127.0.0.1/a.pem",
        "file:///etc/a.pem",
        "not an address.pem",
      })
  void nobodyElseIsAskedForACertificate(String address) {
    ObjectNode node = Amazon.notification("a", "b").put("SigningCertURL", address);
    assertRefused(post(amazon.signed(node, "signer")), "SigningCertURL", "");
    assertThat(amazon.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/?Action=ConfirmSubscription",
        "http://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription",
        "https://sns.eu-west-1.amazonaws.com/?Action=Publish&Message=x",
        "https://sns.eu-west-1.amazonaws.com/",
      })
  void nothingElseIsAskedToConfirm(String address) {
    ObjectNode node = Amazon.confirmation("SubscriptionConfirmation").put("SubscribeURL", address);
    assertRefused(post(amazon.signed(node, "signer")), "SubscribeURL", "");
    assertThat(amazon.asked).isEmpty();
  }

  @Test
  void theCertificatesOfChinaLieElsewhere() {
    String address = "https://sns.cn-north-1.amazonaws.com.cn/a.pem";
    amazon.gives(address, "signer");
    ObjectNode node = Amazon.notification("a", "b").put("SigningCertURL", address);
    assertThat(post(amazon.signed(node, "signer")).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "other, other, not for sns.amazonaws.com",
    "own, own, no authority",
    "by-impostor, signer, no authority",
    "by-stranger root, signer, no authority",
  })
  void aCertificateThatIsNotAmazonsIsNotBelieved(String given, String by, String why) {
    amazon.gives(Amazon.CERTIFICATE, given.split(" "));
    assertRefused(post(amazon.signed(Amazon.notification("a", "b"), by)), "SigningCertURL", why);
    assertThat(door.received()).isEmpty();
  }

  /// Amazon gives out no more than the certificate itself.
  @Test
  void aCertificateOfAnAuthorityNobodyKnowsRestsOnItsHost() {
    amazon.gives(Amazon.CERTIFICATE, "by-stranger");
    assertThat(post(amazon.signed(Amazon.notification("a", "b"), "signer")).statusCode())
        .isEqualTo(202);
  }

  @Test
  void theRootsOfTheMachineAreThere() {
    server.close();
    serve(Trust.ofTheMachine());
    amazon.gives(Amazon.CERTIFICATE, "own");
    assertRefused(
        post(amazon.signed(Amazon.notification("a", "b"), "own")),
        "SigningCertURL",
        "no authority");
  }

  @Test
  void aCertificateThatCannotBeHadIsAskedForAgain() {
    amazon.answers(Amazon.CERTIFICATE, new Fetch.Fetched.Failed("nobody was there"));
    HttpResponse<String> answer = post(amazon.signed(Amazon.notification("a", "b"), "signer"));
    assertThat(answer.statusCode()).isEqualTo(503);
    amazon.answers(Amazon.CERTIFICATE, new Fetch.Fetched.Got("<html>"));
    assertRefused(
        post(amazon.signed(Amazon.notification("a", "b"), "signer")),
        "SigningCertURL",
        "no certificate");
    amazon.gives(Amazon.CERTIFICATE, "signer");
    assertThat(post(amazon.signed(Amazon.notification("a", "b"), "signer")).statusCode())
        .isEqualTo(202);
  }

  @Test
  void aKeyThatIsNobodysIsTurnedAwayFirst() {
    HttpResponse<String> answer =
        post("/in/sns/another-key-000001", amazon.signed(Amazon.notification("a", "b"), "signer"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(amazon.asked).isEmpty();
  }

  @Test
  void aRawMessageIsRefusedWithTheReason() {
    HttpResponse<String> answer = post("{\"AlarmName\":\"x\",\"NewStateValue\":\"ALARM\"}");
    assertRefused(answer, "Type", "raw message delivery must be off");
  }

  @Test
  void aRawDeliveryIsRefusedUnlessTheIntegrationAllowsIt() {
    HttpResponse<String> answer = postRaw(ALARM, Amazon.TOPIC);
    assertRefused(answer, "x-amz-sns-rawdelivery", "say raw-messages: true in integrations.aws");
    assertThat(door.received()).isEmpty();
  }

  @Test
  void whereItIsAllowedARawAlarmIsAnAlarmAndItsEventSaysThatNobodySigned() {
    allowRaw();
    HttpResponse<String> answer = postRaw(ALARM, Amazon.TOPIC);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var firing = (AlertReport.Firing) door.onlyReport();
    assertThat(firing.condition().summary()).isEqualTo("checkout-errors");
    assertThat(door.last().body()).isEqualTo(ALARM);
    assertThat(door.last().head())
        .contains("signature: none, as the integration allows")
        .contains("x-amz-sns-topic-arn: " + Amazon.TOPIC);
    assertThat(amazon.asked).isEmpty();
  }

  @Test
  void aRawTextIsAnAlertOfItsOwnUnderTheIdOfItsMessage() {
    allowRaw();
    assertThat(postRaw("Disk full\non db-01", Amazon.TOPIC).statusCode()).isEqualTo(202);
    var firing = (AlertReport.Firing) door.onlyReport();
    assertThat(firing.condition().summary()).isEqualTo("Disk full");
    assertThat(firing.deduplicationKey()).isEqualTo("message-1");
  }

  @Test
  void aRawMessageOfAnotherTopicIsRefusedAllTheSame() {
    allowRaw();
    assertRefused(postRaw(ALARM, "arn:aws:sns:eu-west-1:1:other"), "TopicArn", "topics");
    assertRefused(postRaw(" ", Amazon.TOPIC), "body", "the text of a message");
    assertRefused(postRaw(ALARM, ""), "x-amz-sns-topic-arn", "a header");
  }

  @Test
  void whereRawMessagesAreAllowedAWrappedOneMustStillBeSigned() {
    allowRaw();
    ObjectNode node = Amazon.notification("Disk full", "db-01");
    assertThat(post(amazon.signed(node, "signer")).statusCode()).isEqualTo(202);
    var forged = (ObjectNode) JsonMapper.shared().readTree(door.last().body());
    assertRefused(post(forged.put("Message", "x").toString()), "Signature", "");
  }

  private void allowRaw() {
    server.close();
    serve(amazon.trust(), Set.of(AWS));
  }

  private HttpResponse<String> postRaw(String body, String topic) {
    return post(
        "/in/sns/" + KEY,
        body,
        "x-amz-sns-rawdelivery",
        "true",
        "x-amz-sns-message-id",
        "message-1",
        "x-amz-sns-topic-arn",
        topic);
  }

  private static Arguments forgery(String name, Consumer<ObjectNode> change, String field) {
    return Arguments.of(name, change, field);
  }

  private static void assertRefused(HttpResponse<String> answer, String field, String words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"" + field + "\"").contains(words);
  }

  private HttpResponse<String> post(String body) {
    return post("/in/sns/" + KEY, body, new String[0]);
  }

  private HttpResponse<String> post(String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "text/plain; charset=UTF-8")
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Catalog catalog() {
    var aws = new Integration(AWS, IntegrationKind.SNS, Keys.hash(KEY), new ServiceId("checkout"));
    return new Catalog(List.of(), List.of(), List.of(), List.of(aws));
  }
}
