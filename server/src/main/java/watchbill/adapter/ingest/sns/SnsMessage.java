package watchbill.adapter.ingest.sns;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import watchbill.adapter.ingest.mapping.Trees;
import watchbill.kernel.Refusal;

/// What Amazon wraps around a message, all of it as it was signed; or what its headers say of one
/// that is not wrapped.
///
/// @param proof that it is from Amazon; without words where nothing is signed
/// @param node the whole of it, for what is signed
record SnsMessage(
    Type type,
    String id,
    String topic,
    Optional<String> subject,
    String text,
    String timestamp,
    Proof proof,
    String subscribeUrl,
    JsonNode node) {

  enum Type {
    NOTIFICATION("Notification"),
    SUBSCRIPTION("SubscriptionConfirmation"),
    UNSUBSCRIPTION("UnsubscribeConfirmation");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /// What shows that it is from Amazon.
  record Proof(String version, String signature, String certificateUrl) {}

  private static final int TEXT_MAX = 600_000;
  private static final String TYPES =
      "Notification, SubscriptionConfirmation or UnsubscribeConfirmation; raw message delivery must"
          + " be off, since raw messages are not signed";

  /// The message; empty when something of it is wrong, which has been noted.
  static Optional<SnsMessage> of(JsonNode node, Consumer<Refusal> wrong) {
    Optional<Type> type =
        List.of(Type.values()).stream().filter(t -> t.word.equals(text(node, "Type"))).findFirst();
    if (type.isEmpty()) {
      wrong.accept(new Refusal("sns.type", "Type", text(node, "Type"), TYPES));
      return Optional.empty();
    }
    boolean whole = true;
    for (String name : required(type.get())) {
      String text = text(node, name);
      if (text.isEmpty() || text.length() > TEXT_MAX) {
        wrong.accept(new Refusal("sns.missing", name, "", "text, as Amazon sends it"));
        whole = false;
      }
    }
    return whole ? Optional.of(read(type.get(), node)) : Optional.empty();
  }

  /// A message without an envelope.
  static SnsMessage raw(String id, String topic, String text) {
    return new SnsMessage(
        Type.NOTIFICATION,
        id,
        topic,
        Optional.empty(),
        text,
        "",
        new Proof("", "", ""),
        "",
        Trees.object());
  }

  private static SnsMessage read(Type type, JsonNode node) {
    return new SnsMessage(
        type,
        text(node, "MessageId"),
        text(node, "TopicArn"),
        Optional.of(text(node, "Subject")).filter(s -> !s.isBlank()),
        text(node, "Message"),
        text(node, "Timestamp"),
        new Proof(
            text(node, "SignatureVersion"), text(node, "Signature"), text(node, "SigningCertURL")),
        text(node, "SubscribeURL"),
        node);
  }

  private static List<String> required(Type type) {
    var always =
        List.of(
            "MessageId",
            "TopicArn",
            "Message",
            "Timestamp",
            "SignatureVersion",
            "Signature",
            "SigningCertURL");
    return type == Type.NOTIFICATION
        ? always
        : Stream.concat(always.stream(), Stream.of("SubscribeURL", "Token")).toList();
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).isString() ? node.path(name).asString() : "";
  }

  /// What was signed: names and values, each on a line, sorted; which of them depends on the type.
  String signed() {
    List<String> names =
        type == Type.NOTIFICATION
            ? List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
            : List.of(
                "Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
    var signed = new StringBuilder();
    for (String name : names) {
      if (node.path(name).isString()) {
        signed.append(name).append('\n').append(node.path(name).asString()).append('\n');
      }
    }
    return signed.toString();
  }
}
