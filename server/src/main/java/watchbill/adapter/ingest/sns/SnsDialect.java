package watchbill.adapter.ingest.sns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.Words;
import watchbill.adapter.ingest.mapping.Trees;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.kernel.Refusal;

/// Reads a message whose signature was found good when it came, or which may do without. That is
/// not looked at again.
public final class SnsDialect implements Dialect {
  /// The word in the kept head that says by whom it was signed.
  static final String SIGNATURE = "signature";

  private static final int SUMMARY_MAX = 1024;
  private static final Words WORDS = Words.of("\\b");

  private final Map<IntegrationId, Set<String>> topics;
  private final RawMessages raw;

  /// @param topics whose messages each integration takes
  /// @param raw integrations that take messages which nobody signed
  public SnsDialect(Map<IntegrationId, Set<String>> topics, Set<IntegrationId> raw) {
    this.topics = Map.copyOf(topics);
    this.raw = new RawMessages(raw);
  }

  /// What a message says of itself, and what is read of it.
  sealed interface Opened {
    record Sound(SnsMessage message, Reading reading) implements Opened {}

    record Wrong(List<Refusal> wrong) implements Opened {}
  }

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.SNS;
  }

  @Override
  public Set<String> headers() {
    return RawMessages.HEADERS;
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    return switch (open(message, from, now)) {
      case Opened.Wrong(var wrong) -> new Reading.Refused(wrong);
      case Opened.Sound(_, var reading) -> reading;
    };
  }

  /// Everything that can be said of a message without asking anybody.
  Opened open(Message message, Integration from, Instant now) {
    List<Refusal> wrong = new ArrayList<>();
    Optional<SnsMessage> read =
        RawMessages.isOne(message)
            ? raw.read(message, from.id(), wrong::add)
            : wrapped(message, wrong::add);
    if (wrong.isEmpty()) {
      read.flatMap(m -> objection(m, from)).ifPresent(wrong::add);
    }
    return wrong.isEmpty()
        ? new Opened.Sound(read.orElseThrow(), said(read.orElseThrow(), from, now))
        : new Opened.Wrong(wrong);
  }

  private static Optional<SnsMessage> wrapped(Message message, Consumer<Refusal> wrong) {
    return switch (Trees.read(message.body())) {
      case Trees.Tree.Wrong(var refusal) -> {
        wrong.accept(refusal);
        yield Optional.empty();
      }
      case Trees.Tree.Sound(var node) -> SnsMessage.of(node, wrong);
    };
  }

  private Optional<Refusal> objection(SnsMessage message, Integration from) {
    Set<String> allowed = topics.getOrDefault(from.id(), Set.of());
    return allowed.contains(message.topic())
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "sns.topic",
                "TopicArn",
                message.topic(),
                "a topic of integrations." + from.id() + ".topics"));
  }

  private static Reading said(SnsMessage message, Integration from, Instant now) {
    return switch (message.type()) {
      case SUBSCRIPTION, UNSUBSCRIPTION -> Reading.Understood.alerts(List.of());
      case NOTIFICATION ->
          AlarmReader.read(message.text(), from.id(), now)
              .orElseGet(() -> text(message, from.id(), now));
    };
  }

  /// Words for people: each message is an alert of its own, until a person says that it is over.
  private static Reading text(SnsMessage message, IntegrationId from, Instant now) {
    String first =
        message
            .subject()
            .or(() -> message.text().lines().filter(l -> !l.isBlank()).findFirst())
            .map(WORDS::oneLine)
            .filter(l -> !l.isBlank())
            .orElse("a message of " + message.topic());
    var details = new Details(WORDS);
    details.add("message", message.text());
    var labels = new Pairs.Builder();
    labels.add("topic", message.topic());
    String topic = message.topic().substring(message.topic().lastIndexOf(':') + 1);
    String key = Words.cut(WORDS.oneLine(message.id()), SUMMARY_MAX);
    if (key.isBlank()) {
      return Reading.Refused.because(
          new Refusal("sns.missing", "MessageId", "", "text, as Amazon sends it"));
    }
    var condition =
        new Condition(
            Words.cut(first, SUMMARY_MAX), topic, Severity.ERROR, labels.take(), details.take());
    return Reading.Understood.alerts(
        List.of(
            new AlertReport.Firing(AlertKey.of(from, key), key, condition, now, Optional.empty())));
  }
}
