package watchbill.adapter.ingest.sns;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Message;
import watchbill.catalog.IntegrationId;
import watchbill.kernel.Refusal;

/// Messages that Amazon delivers without its envelope: what the envelope would say of them stands
/// in headers, and nothing is signed. Whoever knows the address can send one.
record RawMessages(Set<IntegrationId> allowed) {
  private static final String RAW = "x-amz-sns-rawdelivery";
  private static final String ID = "x-amz-sns-message-id";
  private static final String TOPIC = "x-amz-sns-topic-arn";

  /// The headers that come with one.
  static final Set<String> HEADERS = Set.of(RAW, ID, TOPIC);

  private static final String HOW =
      "a signed message: turn raw message delivery off in the subscription, or say raw-messages:"
          + " true in integrations.";

  RawMessages {
    allowed = Set.copyOf(allowed);
  }

  static boolean isOne(Message message) {
    return message.header(RAW).filter(value -> value.strip().equalsIgnoreCase("true")).isPresent();
  }

  /// The message; empty when something of it is wrong, which has been noted.
  Optional<SnsMessage> read(Message message, IntegrationId from, Consumer<Refusal> wrong) {
    if (!allowed.contains(from)) {
      wrong.accept(new Refusal("sns.raw", RAW, "true", HOW + from));
      return Optional.empty();
    }
    Optional<String> text = message.text();
    if (text.isEmpty()) {
      wrong.accept(Json.notUtf8());
      return Optional.empty();
    }
    if (text.get().isBlank()) {
      wrong.accept(new Refusal("sns.missing", "body", "", "the text of a message"));
    }
    for (String name : List.of(ID, TOPIC)) {
      if (message.header(name).filter(value -> !value.isBlank()).isEmpty()) {
        wrong.accept(new Refusal("sns.missing", name, "", "a header, as Amazon sends it"));
      }
    }
    return Optional.of(
        SnsMessage.raw(
            message.header(ID).orElse(""), message.header(TOPIC).orElse(""), text.get()));
  }
}
