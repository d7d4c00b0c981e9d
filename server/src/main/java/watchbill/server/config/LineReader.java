package watchbill.server.config;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import watchbill.adapter.ingest.email.Mailbox;
import watchbill.adapter.ingest.line.LineRule;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.adapter.ingest.syslog.SyslogIn;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;

/// Reads what integrations of the kinds `email`, `syslog` and `otlp` say beside what all say.
final class LineReader {
  /// The keys of each kind.
  static final Map<IntegrationKind, List<String>> KEYS =
      Map.of(
          IntegrationKind.EMAIL, List.of("address", "thread-by", "rules"),
          IntegrationKind.SYSLOG, List.of("udp", "tcp", "rules"),
          IntegrationKind.OTLP, List.of("rules"));

  private final boolean takesMail;
  private final Map<IntegrationId, LineRules> rules = new HashMap<>();
  private final List<Mailbox> mailboxes = new ArrayList<>();
  private final List<SyslogIn> syslog = new ArrayList<>();
  private final Map<String, String> handlesByAddress = new HashMap<>();

  /// @param takesMail whether there is a way in for mail
  LineReader(boolean takesMail) {
    this.takesMail = takesMail;
  }

  /// What was read of all integrations so far.
  LineSettings settings() {
    return new LineSettings(rules, mailboxes, syslog);
  }

  void read(IntegrationId id, Field field, Fields integration) {
    if (isKind(field, IntegrationKind.EMAIL)) {
      rules(id, integration, 0, LineRules.Otherwise.RAISE);
      mailbox(id, field, integration);
    } else if (isKind(field, IntegrationKind.SYSLOG)) {
      rules(id, integration, 1, LineRules.Otherwise.DROP);
      addresses(id, integration);
    } else if (isKind(field, IntegrationKind.OTLP)) {
      rules(id, integration, 1, LineRules.Otherwise.DROP);
    }
  }

  /// Whether it says that it is of this kind.
  static boolean isKind(Field field, IntegrationKind kind) {
    return field.memberIsOneOf("kind", Set.of(kind.word()));
  }

  private void rules(IntegrationId id, Fields integration, int min, LineRules.Otherwise otherwise) {
    Optional<Field> field =
        min == 0
            ? integration.field("rules")
            : integration.required("rules", "a list of 1 to 200 rules");
    List<LineRule> read = field.map(f -> LineRuleReader.read(f, min)).orElse(List.of());
    rules.put(id, new LineRules(read, otherwise));
  }

  private void mailbox(IntegrationId id, Field field, Fields integration) {
    Optional<String> address = integration.optional("address", LineShapes.LOCAL_PART);
    address.ifPresent(a -> refuseSecondUse(id, "address", a, "mail to " + a, integration));
    Mailbox.ThreadBy threadBy =
        integration.optional("thread-by", LineShapes.THREAD_BY).orElse(Mailbox.ThreadBy.SUBJECT);
    mailboxes.add(new Mailbox(id, address, threadBy));
    if (!takesMail) {
      field.warn("no mail reaches it, since server.mail-in is not set");
    }
  }

  private void addresses(IntegrationId id, Fields integration) {
    var udp = integration.optional("udp", LineShapes.LISTEN);
    var tcp = integration.optional("tcp", LineShapes.LISTEN);
    if (!integration.has("udp") && !integration.has("tcp")) {
      integration.refuseMissing(
          "udp", "is missing, and tcp too; use " + LineShapes.LISTEN.allowed(), "");
    }
    Stream.of("udp", "tcp")
        .forEach(key ->
            (key.equals("udp") ? udp : tcp)
                .filter(at -> at.getPort() != 0)
                .ifPresent(
                    at -> refuseSecondUse(id, key, at(at), key + " " + at(at), integration)));
    syslog.add(new SyslogIn(id, udp, tcp));
  }

  private static String at(InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }

  private void refuseSecondUse(
      IntegrationId id, String key, String value, String what, Fields integration) {
    String first = handlesByAddress.putIfAbsent(key + " " + value, id.handle());
    if (first != null) {
      integration
          .field(key)
          .ifPresent(f ->
              f.refuse(
                  Mistake.Kind.DUPLICATE,
                  what + " is for integration '" + first + "'; use another for each",
                  ""));
    }
  }
}
