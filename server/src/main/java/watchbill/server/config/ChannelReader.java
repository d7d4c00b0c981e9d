package watchbill.server.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.ContactMethod;
import watchbill.server.config.ChannelSettings.Email;
import watchbill.server.config.ChannelSettings.Phone;
import watchbill.server.config.ChannelSettings.Push;
import watchbill.server.config.ChannelSettings.Webhook;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;

/// Reads `channels`.
final class ChannelReader {
  private static final String DEMO = "demo";
  private static final String CANARY = "canary";
  private static final int PROVIDERS = 5;

  /// Planned, and refused by name until they are there.
  private static final List<String> NOT_YET = List.of("smpp", "twilio", "sip");

  private ChannelReader() {}

  /// The settings, and what was meant to be carried even where its settings are wrong.
  record Channels(ChannelSettings settings, Set<ContactMethod> declared) {}

  static Channels read(Optional<Field> section) {
    return section
        .flatMap(s -> s.fields("email", "push", "webhook", "sms", "call"))
        .map(ChannelReader::read)
        .orElseGet(() -> new Channels(ChannelSettings.NONE, EnumSet.noneOf(ContactMethod.class)));
  }

  private static Channels read(Fields channels) {
    Set<ContactMethod> declared = EnumSet.noneOf(ContactMethod.class);
    for (ContactMethod method : ContactMethod.values()) {
      if (channels.has(method.word())) {
        declared.add(method);
      }
    }
    Map<ContactMethod, String> canaries = new EnumMap<>(ContactMethod.class);
    var settings =
        new ChannelSettings(
            channels.field("email").flatMap(field -> email(field, canaries)),
            channels.field("push").flatMap(field -> push(field, canaries)),
            channels.field("webhook").flatMap(field -> webhook(field, canaries)),
            channels.field("sms").map(ChannelReader::phones).orElse(List.of()),
            channels.field("call").map(ChannelReader::phones).orElse(List.of()),
            canaries);
    return new Channels(settings, declared);
  }

  private static Optional<Email> email(Field field, Map<ContactMethod, String> canaries) {
    Optional<Fields> fields = provider(field, "smtp", "from");
    if (fields.isEmpty() || !isOneOf(fields.get(), "smtp")) {
      return Optional.empty();
    }
    if (fields.get().has(DEMO)) {
      return demo(fields.get()).map(_ -> new Email.Demo());
    }
    fields
        .get()
        .optional(CANARY, Addresses.EMAIL)
        .ifPresent(to -> canaries.put(ContactMethod.EMAIL, to));
    String from = fields.get().optional("from", Addresses.SENDER).orElse(Addresses.MAIL_FROM);
    return fields
        .get()
        .required("smtp", Addresses.SMTP)
        .map(s -> new Email.Smtp(s.host(), s.port(), s.tlsFromTheStart(), s.login(), from));
  }

  private static Optional<Push> push(Field field, Map<ContactMethod, String> canaries) {
    Optional<Fields> fields = provider(field, "ntfy", "token");
    if (fields.isEmpty() || !isOneOf(fields.get(), "ntfy")) {
      return Optional.empty();
    }
    if (fields.get().has(DEMO)) {
      return demo(fields.get()).map(_ -> new Push.Demo());
    }
    fields
        .get()
        .optional(CANARY, Shapes.TOPIC)
        .ifPresent(to -> canaries.put(ContactMethod.PUSH, to));
    var token = fields.get().optional("token", Addresses.TOKEN);
    var server = fields.get().required("ntfy", Addresses.NTFY);
    boolean inTheClear =
        server.filter(s -> s.getScheme().equals("http") && !Addresses.isLoopback(s)).isPresent();
    if (inTheClear) {
      field.warn("messages go to ntfy in the clear; https keeps them to yourselves");
    }
    return server.map(s -> new Push.Ntfy(s, token));
  }

  private static Optional<Webhook> webhook(Field field, Map<ContactMethod, String> canaries) {
    return field
        .fields("secret", CANARY)
        .flatMap(f -> {
          f.optional(CANARY, Addresses.WEBHOOK)
              .ifPresent(to -> canaries.put(ContactMethod.WEBHOOK, to.toString()));
          return f.required("secret", Addresses.SIGNING_SECRET);
        })
        .map(Webhook::new);
  }

  private static List<Phone> phones(Field field) {
    List<Phone> phones = new ArrayList<>();
    for (Field item : field.items(1, PROVIDERS, "providers, like [ demo: {} ]")) {
      if (refuseNotYet(item)) {
        continue;
      }
      item.fields(DEMO)
          .flatMap(ChannelReader::demo)
          .ifPresent(demo -> {
            if (phones.contains(demo)) {
              item.refuse(Mistake.Kind.DUPLICATE, "this provider is given twice", "");
            }
            phones.add(demo);
          });
    }
    return List.copyOf(phones);
  }

  private static boolean refuseNotYet(Field item) {
    Optional<String> provider = NOT_YET.stream().filter(item::hasKey).findFirst();
    provider.ifPresent(name ->
        item.refuse(
            Mistake.Kind.NOT_YET,
            name + " is not in this version yet; allowed here: demo",
            "until then, reach people by email, push or webhook"));
    return provider.isPresent();
  }

  private static Optional<Phone.Demo> demo(Fields fields) {
    Optional<Field> demo = fields.required(DEMO, "demo: {}");
    demo.filter(d -> !d.isNothing()).ifPresent(Field::fields);
    return demo.map(_ -> new Phone.Demo());
  }

  /// The keys of the provider, or of the demo: what belongs to one means nothing beside the other.
  private static Optional<Fields> provider(Field field, String name, String more) {
    return field.hasKey(DEMO) && !field.hasKey(name)
        ? field.fields(DEMO)
        : field.fields(name, more, CANARY, DEMO);
  }

  /// A channel has one provider: the real one or the demo.
  private static boolean isOneOf(Fields fields, String provider) {
    boolean both = fields.has(provider) && fields.has(DEMO);
    if (both || !(fields.has(provider) || fields.has(DEMO))) {
      fields
          .whole()
          .refuse(
              both ? Mistake.Kind.DUPLICATE : Mistake.Kind.MISSING,
              (both ? "both " + provider + " and demo are given" : "names no provider")
                  + "; use "
                  + provider
                  + " or demo",
              "");
      return false;
    }
    return true;
  }
}
