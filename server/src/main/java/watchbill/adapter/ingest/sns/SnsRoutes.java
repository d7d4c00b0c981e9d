package watchbill.adapter.ingest.sns;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.http.Body;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Problem;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.ingest.Arrivals;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.Senders;
import watchbill.adapter.ingest.Tally;
import watchbill.adapter.ingest.Times;
import watchbill.adapter.ingest.WebhookRoutes;
import watchbill.adapter.ingest.Words;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;
import watchbill.time.TimeSource;

/// `POST /in/sns/{key}`: what SNS delivers by https.
///
/// SNS comes again after 5xx and 429 for about an hour, and never after any other refusal; so 503
/// is for what may be better then.
public final class SnsRoutes implements Routes {
  /// SNS gives a message up after this time, so nothing older is Amazon's own doing.
  static final Duration OLDEST = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(SnsRoutes.class);
  private static final int HEADER_MAX = 1024;
  private static final String ADDRESS = "/in/" + IntegrationKind.SNS.word() + "/{key}";

  private final Needs needs;
  private final SnsDialect dialect;
  private final Certificates certificates;

  /// What it works with.
  ///
  /// @param fetch asks Amazon for certificates, and confirms
  public record Needs(
      FrontDoor door, Senders catalog, TimeSource time, Tally tally, Fetch fetch, Trust trust) {}

  public SnsRoutes(Needs needs, SnsDialect dialect) {
    this.needs = needs;
    this.dialect = dialect;
    this.certificates = new Certificates(needs.fetch(), needs.trust());
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            Method.POST, ADDRESS, Permission.INTEGRATION_KEY, WebhookRoutes.BODY_MAX, this::take));
  }

  private void take(ServerRequest request, ServerResponse response) {
    String key = request.path().pathParameters().get("key");
    Optional<Integration> from = needs.catalog().find(IntegrationKind.SNS, key);
    if (from.isEmpty()) {
      needs.tally().count(Tally.Outcome.UNKNOWN_KEY, 1);
      WebhookRoutes.unknownKey(IntegrationKind.SNS).sendAndClose(response);
      return;
    }
    Instant now = needs.time().now();
    var came = new Message(head(request), Body.bytes(request));
    switch (dialect.open(came, from.get(), now)) {
      case SnsDialect.Opened.Wrong(var wrong) -> refuse(wrong, response);
      case SnsDialect.Opened.Sound(var message, var reading) -> {
        var delivery = new Delivery(from.get(), message, came);
        if (RawMessages.isOne(came)) {
          delivery.keep(reading, "none, as the integration allows", response);
        } else {
          delivery.check(reading, now, response);
        }
      }
    }
  }

  /// Of a message that is signed nothing beside it is kept: headers are not signed.
  private static Map<String, String> head(ServerRequest request) {
    Map<String, String> head = new HashMap<>();
    for (String name : RawMessages.HEADERS) {
      request
          .headers()
          .first(HeaderNames.create(name))
          .ifPresent(value -> head.put(name, Words.cut(value, HEADER_MAX)));
    }
    return RawMessages.isOne(new Message(head, new byte[0])) ? head : Map.of();
  }

  private void refuse(List<Refusal> wrong, ServerResponse response) {
    needs.tally().count(Tally.Outcome.REFUSED, 1);
    Arrivals.refused(wrong, response);
  }

  private void comeAgain(String why, ServerResponse response) {
    needs.tally().count(Tally.Outcome.PUT_OFF, 1);
    Problem.of(Status.SERVICE_UNAVAILABLE_503, "sns.later", why).send(response);
  }

  /// One message on its way in.
  private final class Delivery {
    private final Integration from;
    private final SnsMessage message;
    private final Message came;

    Delivery(Integration from, SnsMessage message, Message came) {
      this.from = from;
      this.message = message;
      this.came = came;
    }

    void check(Reading reading, Instant now, ServerResponse response) {
      Optional<Refusal> objection = objection(now);
      if (objection.isPresent()) {
        refuse(List.of(objection.get()), response);
        return;
      }
      var address = AmazonAddress.ofCertificate(message.proof().certificateUrl()).orElseThrow();
      switch (certificates.find(address, now)) {
        case Certificates.Found.Unavailable(var why) ->
            comeAgain("the certificate at " + address.uri() + " can't be had: " + why, response);
        case Certificates.Found.Untrusted(var why) ->
            refuse(
                List.of(
                    new Refusal(
                        "sns.certificate",
                        "SigningCertURL",
                        message.proof().certificateUrl(),
                        "a certificate of Amazon's: " + why)),
                response);
        case Certificates.Found.Good(var key) -> verify(key, reading, response);
      }
    }

    /// What can be said before anybody is asked.
    private Optional<Refusal> objection(Instant now) {
      SnsMessage.Proof proof = message.proof();
      if (Signatures.algorithm(proof.version()).isEmpty()) {
        return Optional.of(
            new Refusal("sns.version", "SignatureVersion", proof.version(), Signatures.VERSIONS));
      }
      if (AmazonAddress.ofCertificate(proof.certificateUrl()).isEmpty()) {
        return Optional.of(
            new Refusal(
                "sns.certificate",
                "SigningCertURL",
                proof.certificateUrl(),
                AmazonAddress.ALLOWED + ", ending in .pem"));
      }
      boolean confirms = message.type() == SnsMessage.Type.SUBSCRIPTION;
      if (confirms && AmazonAddress.ofConfirmation(message.subscribeUrl()).isEmpty()) {
        return Optional.of(
            new Refusal(
                "sns.subscribe-url",
                "SubscribeURL",
                message.subscribeUrl(),
                AmazonAddress.ALLOWED + " with Action=ConfirmSubscription"));
      }
      Optional<Instant> sent = Times.parse(message.timestamp());
      return sent.filter(t -> t.isAfter(now.minus(OLDEST))).isPresent()
          ? Optional.empty()
          : Optional.of(
              new Refusal("sns.old", "Timestamp", message.timestamp(), "a time of the last hour"));
    }

    private void verify(PublicKey key, Reading reading, ServerResponse response) {
      String version = message.proof().version();
      String algorithm = Signatures.algorithm(version).orElseThrow();
      if (!Signatures.isGood(message, algorithm, key)) {
        refuse(
            List.of(
                new Refusal(
                    "sns.signature",
                    "Signature",
                    "what was sent",
                    "the signature of this very message by Amazon")),
            response);
        return;
      }
      keep(reading, "good, version " + version, response);
    }

    /// Keeps it with what is known of its signature.
    void keep(Reading reading, String signature, ServerResponse response) {
      switch (reading) {
        case Reading.Refused(var wrong) -> refuse(wrong, response);
        case Reading.Understood read ->
            submit(came.with(SnsDialect.SIGNATURE, signature), read, response);
      }
    }

    /// A subscription is kept before it is confirmed: what happened must be on disk first.
    private void submit(Message kept, Reading.Understood read, ServerResponse response) {
      Command.Receive command = kept.receive(from, read.reports(), read.changes());
      int good = Math.max(1, read.reports().size());
      switch (needs.door().submit(command)) {
        case Reply.Received received -> {
          needs.tally().count(Tally.Outcome.KEPT, good);
          confirm(response, () -> Arrivals.kept(received, command, read.wrong(), response));
        }
        case Reply.TryLater later -> {
          needs.tally().count(Tally.Outcome.PUT_OFF, good);
          Arrivals.tryLater(later, response);
        }
        case Reply.Refused(var refusal) -> refuse(List.of(refusal), response);
        case Reply other -> throw new IllegalStateException("not an answer to a message: " + other);
      }
    }

    private void confirm(ServerResponse response, Runnable kept) {
      switch (message.type()) {
        case NOTIFICATION -> kept.run();
        case UNSUBSCRIPTION -> {
          LOG.warn("{} was unsubscribed from {}", from.id(), message.topic());
          kept.run();
        }
        case SUBSCRIPTION -> {
          var address = AmazonAddress.ofConfirmation(message.subscribeUrl()).orElseThrow();
          switch (needs.fetch().get(address.uri())) {
            case Fetch.Fetched.Got _ -> {
              LOG.info("{} is subscribed to {}", from.id(), message.topic());
              kept.run();
            }
            case Fetch.Fetched.Failed(var why) ->
                comeAgain("the subscription can't be confirmed: " + why, response);
          }
        }
      }
    }
  }
}
