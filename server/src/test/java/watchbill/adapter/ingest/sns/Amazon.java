package watchbill.adapter.ingest.sns;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import watchbill.adapter.ingest.mapping.Trees;

/// A stand-in for Amazon: it signs messages, gives out certificates, and hears confirmations.
final class Amazon implements Fetch {
  static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:alarms";
  static final String CERTIFICATE =
      "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123.pem";
  static final String CONFIRM =
      "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn="
          + TOPIC
          + "&Token=t0ken";

  private static final char[] PASSWORD = "signing".toCharArray();
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  final List<URI> asked = new ArrayList<>();
  private final Map<String, Fetched> answers = new HashMap<>();
  private final KeyStore keys;

  Amazon() {
    try (InputStream file = Amazon.class.getResourceAsStream("keys.p12")) {
      keys = KeyStore.getInstance("PKCS12");
      keys.load(file, PASSWORD);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
    gives(CERTIFICATE, "signer");
    answers.put(CONFIRM, new Fetched.Got("<ConfirmSubscriptionResponse/>"));
  }

  @Override
  public Fetched get(URI address) {
    asked.add(address);
    return answers.getOrDefault(address.toString(), new Fetched.Failed("nobody is there"));
  }

  /// From now on these certificates lie at this address.
  void gives(String address, String... aliases) {
    String pem = Stream.of(aliases).map(this::pem).collect(Collectors.joining());
    answers.put(address, new Fetched.Got(pem));
  }

  void answers(String address, Fetched fetched) {
    answers.put(address, fetched);
  }

  /// The one authority that is trusted.
  Trust trust() {
    return new Trust(List.of((X509Certificate) certificate("root")));
  }

  static ObjectNode notification(String subject, String text) {
    ObjectNode node = Trees.object();
    node.put("Type", "Notification");
    node.put("MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324");
    node.put("TopicArn", TOPIC);
    if (!subject.isEmpty()) {
      node.put("Subject", subject);
    }
    node.put("Message", text);
    node.put("Timestamp", "2025-01-06T02:59:30.123Z");
    node.put("SignatureVersion", "1");
    node.put("SigningCertURL", CERTIFICATE);
    node.put("UnsubscribeURL", "https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe");
    return node;
  }

  static ObjectNode confirmation(String type) {
    ObjectNode node = notification("", "You have chosen to subscribe to the topic " + TOPIC);
    node.put("Type", type);
    node.put("Token", "t0ken");
    node.put("SubscribeURL", CONFIRM);
    node.remove("UnsubscribeURL");
    return node;
  }

  /// The message as it is sent, signed as its version says.
  String signed(ObjectNode node, String alias) {
    String algorithm =
        node.path("SignatureVersion").asString().equals("2") ? "SHA256withRSA" : "SHA1withRSA";
    return signed(node, alias, algorithm);
  }

  String signed(ObjectNode node, String alias, String algorithm) {
    // Written out once more on purpose, so that a slip in the product is not a slip here.
    boolean notification = node.path("Type").asString().equals("Notification");
    List<String> names =
        notification
            ? List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
            : List.of(
                "Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
    String text =
        names.stream()
            .filter(node::has)
            .map(name -> name + "\n" + node.path(name).asString() + "\n")
            .collect(Collectors.joining());
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign((PrivateKey) keys.getKey(alias, PASSWORD));
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      ObjectNode whole = node.deepCopy();
      whole.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String pem(String alias) {
    try {
      String body = Base64.getMimeEncoder().encodeToString(certificate(alias).getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Certificate certificate(String alias) {
    try {
      return keys.getCertificate(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
