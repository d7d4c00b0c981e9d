package watchbill.adapter.channel.email;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Opening;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Target;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Urgency;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.NotificationId;
import watchbill.notification.Outcome;
import watchbill.time.TimeSource;

/// Mail through one server, over connections that are kept for a while for the next letter.
public final class SmtpChannel implements Channel {
  /// A server waits five minutes (RFC 5321 §4.5.3.2.7); what stands between may forget sooner.
  private static final Duration REST = Duration.ofSeconds(20);

  /// How long a connection that rested may take to prove that it lives, before a new one is made.
  private static final Duration PROOF = Duration.ofSeconds(2);

  private static final int RESTING_MAX = 4;
  private static final int LETTERS_MAX = 50;
  private static final byte[] FAREWELL = "QUIT\r\n".getBytes(StandardCharsets.US_ASCII);

  private final SmtpSettings settings;
  private final Egress egress;
  private final TimeSource time;
  private final Duration patience;
  private final LinkedBlockingDeque<SmtpConnection> resting =
      new LinkedBlockingDeque<>(RESTING_MAX);

  public SmtpChannel(SmtpSettings settings, Egress egress, TimeSource time) {
    this(settings, egress, time, Egress.EXCHANGE_MAX);
  }

  /// With a patience of its own.
  ///
  /// @param patience how long one letter may take in all
  SmtpChannel(SmtpSettings settings, Egress egress, TimeSource time, Duration patience) {
    this.settings = settings;
    this.egress = egress;
    this.time = time;
    this.patience = patience;
  }

  @Override
  public ContactMethod method() {
    return ContactMethod.EMAIL;
  }

  @Override
  public String provider() {
    return "smtp";
  }

  @Override
  public Outcome send(Message message, String address) {
    if (!MailAddress.isGood(address)) {
      return new Outcome.Refused("not an address that mail can be sent to");
    }
    var letter = Letter.of(message, address, settings, time.now());
    long start = System.nanoTime();
    return overOneThatRested(letter)
        .orElseGet(() -> {
          Duration spent = Duration.ofNanos(System.nanoTime() - start);
          return overNewOne(letter, patience.minus(spent));
        });
  }

  /// Writes a letter for nobody, connects, greets and signs in, and keeps the connection: a check,
  /// and a good start for the first letter. Empty when all is well.
  public Optional<Outcome> tryOut() {
    var nothing =
        new Message(
            new NotificationId("try-out"),
            new Message.Topic.OfPage(0),
            Urgency.NOW,
            "trying out ✓",
            List.of(new Message.Fact("Since", "now")),
            Optional.of(Message.Action.acknowledge(URI.create("https://watchbill.invalid/"))),
            false);
    Letter.of(nothing, settings.sender(), settings, time.now());
    return switch (open(patience)) {
      case Attempt.Failed(var outcome) -> Optional.of(outcome);
      case Attempt.Ready(var connection) -> {
        rest(connection);
        yield Optional.empty();
      }
    };
  }

  /// Empty when none rests, or those that did are dead: of the letter nothing but the envelope was
  /// sent then, so it may go another way.
  private Optional<Outcome> overOneThatRested(Letter letter) {
    Duration proof = PROOF.compareTo(patience) < 0 ? PROOF : patience.dividedBy(4);
    for (var next = resting.poll(); next != null; next = resting.poll()) {
      if (!next.wire().resume(proof)) {
        continue;
      }
      Outcome outcome = next.deliver(letter, proof, patience);
      if (next.isSound() || !next.isBodyUntouched()) {
        rest(next);
        return Optional.of(outcome);
      }
      next.wire().close();
      return Optional.empty();
    }
    return Optional.empty();
  }

  private Outcome overNewOne(Letter letter, Duration timeLeft) {
    long start = System.nanoTime();
    return switch (open(timeLeft)) {
      case Attempt.Failed(var outcome) -> outcome;
      case Attempt.Ready(var connection) -> {
        Duration left = timeLeft.minusNanos(System.nanoTime() - start);
        Outcome outcome = connection.deliver(letter, left, left);
        rest(connection);
        yield outcome;
      }
    };
  }

  private sealed interface Attempt {
    record Ready(SmtpConnection connection) implements Attempt {}

    record Failed(Outcome outcome) implements Attempt {}
  }

  private Attempt open(Duration timeLeft) {
    boolean secured = settings.encryption() == SmtpSettings.Encryption.FROM_THE_START;
    var target = new Target(settings.host(), settings.port(), secured);
    return switch (egress.open(target, Reach.AS_CONFIGURED, timeLeft)) {
      case Opening.Forbidden(var why) -> new Attempt.Failed(new Outcome.Refused(why));
      case Opening.Unreachable(var why) -> new Attempt.Failed(new Outcome.Unavailable(why));
      case Opening.Open(var wire) -> {
        var connection = new SmtpConnection(wire, settings);
        Optional<Outcome> objection = connection.begin();
        objection.ifPresent(_ -> connection.quit());
        yield objection
            .<Attempt>map(Attempt.Failed::new)
            .orElseGet(() -> new Attempt.Ready(connection));
      }
    };
  }

  private void rest(SmtpConnection connection) {
    if (!connection.isSound()) {
      connection.wire().close();
      return;
    }
    connection.wire().rest(REST, FAREWELL);
    if (connection.letterCount() >= LETTERS_MAX || !resting.offerFirst(connection)) {
      connection.wire().rest(Duration.ZERO, FAREWELL);
    }
  }
}
