package watchbill.server.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.adapter.ingest.mapping.Mapping;
import watchbill.adapter.ingest.opsgenie.Priorities;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.ServiceId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.kernel.Secret;
import watchbill.restraint.Damping;
import watchbill.restraint.WhenSilent;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Shape;

/// Reads `integrations`. A key becomes its hash here, and is not kept.
final class IntegrationReader {
  /// What the configuration says of one kind of integration beside what it says of all.
  private static final Map<IntegrationKind, List<String>> OF_KIND =
      merged(
          LineReader.KEYS,
          Map.of(
              IntegrationKind.ALERTMANAGER,
              AlertmanagerFiles.KEYS,
              IntegrationKind.SENTRY,
              List.of("secret"),
              IntegrationKind.OPSGENIE,
              List.of("priorities"),
              IntegrationKind.SNS,
              List.of("topics", "raw-messages"),
              IntegrationKind.CLOUDEVENTS,
              List.of("map"),
              IntegrationKind.JSON,
              List.of("map"),
              IntegrationKind.GITHUB,
              List.of("secret", "alert-on-failure"),
              IntegrationKind.GITLAB,
              List.of("secret", "alert-on-failure")));

  private static final int TOPICS_MAX = 100;
  private static final String[] PRIORITIES = {"P1", "P2", "P3", "P4", "P5"};

  private static final Shape<Secret> SECRET =
      Addresses.SIGNING_SECRET.hint("Sentry shows it as the Client Secret of the integration");

  private final Handles services;
  private final AlertmanagerFiles alertmanagers;
  private final LineReader lines;
  private final Map<String, String> handlesByKeyHash = new HashMap<>();
  private final Map<IntegrationId, Secret> secrets = new HashMap<>();
  private final Map<IntegrationId, Mapping> mappings = new HashMap<>();
  private final Map<IntegrationId, Set<String>> topics = new HashMap<>();
  private final Set<IntegrationId> rawMessages = new HashSet<>();
  private final Set<IntegrationId> alertsOnFailure = new HashSet<>();
  private final Map<IntegrationId, Priorities> priorities = new HashMap<>();
  private final Map<IntegrationId, WhenSilent> silent = new HashMap<>();
  private final Map<IntegrationId, Damping> damping = new HashMap<>();
  private final List<HeartbeatPlan> sources = new ArrayList<>();

  IntegrationReader(Handles services, AlertmanagerFiles alertmanagers, LineReader lines) {
    this.services = services;
    this.alertmanagers = alertmanagers;
    this.lines = lines;
  }

  Optional<Integration> read(String handle, Field field) {
    return field
        .fields(known(field))
        .flatMap(integration -> {
          var kind = integration.required("kind", Shapes.INTEGRATION_KIND);
          var keyHash = keyHash(handle, field, integration);
          var service =
              integration.required("service", "the handle of a service").flatMap(services::named);
          if (kind.filter(IntegrationKind.ALERTMANAGER::equals).isPresent()) {
            service
                .map(ServiceId::new)
                .ifPresent(s -> alertmanagers.read(new IntegrationId(handle), integration, s));
          }
          integration
              .optional("secret", secretOf(kind))
              .ifPresent(secret -> secrets.put(new IntegrationId(handle), secret));
          readOfKind(new IntegrationId(handle), kind, integration);
          restraints(new IntegrationId(handle), integration);
          SourceReader.read(new IntegrationId(handle), integration)
              .flatMap(expected -> service.map(of -> expected.of(new ServiceId(of))))
              .ifPresent(sources::add);
          lines.read(new IntegrationId(handle), field, integration);
          boolean whole = kind.isPresent() && keyHash.isPresent() && service.isPresent();
          return whole
              ? Optional.of(
                  new Integration(
                      new IntegrationId(handle),
                      kind.get(),
                      keyHash.get(),
                      new ServiceId(service.get())))
              : Optional.empty();
        });
  }

  /// What was read of some kinds alone.
  IntegrationSettings settings() {
    return new IntegrationSettings(
        secrets, mappings, topics, rawMessages, alertsOnFailure, priorities);
  }

  private void readOfKind(IntegrationId id, Optional<IntegrationKind> kind, Fields integration) {
    integration
        .field("map")
        .flatMap(MappingReader::read)
        .ifPresent(mapping -> mappings.put(id, mapping));
    says("alert-on-failure", integration, () -> alertsOnFailure.add(id));
    says("raw-messages", integration, () -> rawMessages.add(id));
    integration
        .field("priorities")
        .flatMap(field -> field.fields(PRIORITIES))
        .ifPresent(table -> priorities.put(id, priorities(table)));
    if (kind.filter(k -> k == IntegrationKind.SNS).isPresent()) {
      integration
          .required("topics", "a list of topics, each " + Shapes.SNS_TOPIC.allowed())
          .ifPresent(field -> topics.put(id, topics(field)));
    }
  }

  private static void says(String key, Fields integration, Runnable yes) {
    integration.optional(key, Shapes.YES_OR_NO).filter(said -> said).ifPresent(_ -> yes.run());
  }

  private static Priorities priorities(Fields table) {
    Map<String, Severity> severities = new HashMap<>();
    for (String priority : PRIORITIES) {
      table
          .optional(priority, MappingReader.SEVERITY)
          .ifPresent(severity -> severities.put(priority, severity));
    }
    return Priorities.of(severities);
  }

  private static Set<String> topics(Field field) {
    return field.items(1, TOPICS_MAX, "topics").stream()
        .flatMap(item -> item.as(Shapes.SNS_TOPIC).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Shape<Secret> secretOf(Optional<IntegrationKind> kind) {
    return kind.filter(k -> k == IntegrationKind.SENTRY).isPresent()
        ? SECRET
        : Addresses.SIGNING_SECRET;
  }

  /// What is made of integrations that fall silent, where they say so.
  Map<IntegrationId, WhenSilent> silent() {
    return silent;
  }

  /// When alerts of integrations count as coming and going, where they say so.
  Map<IntegrationId, Damping> damping() {
    return damping;
  }

  /// Which integrations must be heard from, where they say so.
  List<HeartbeatPlan> sources() {
    return sources;
  }

  private void restraints(IntegrationId id, Fields integration) {
    integration.field("damping").flatMap(DampingReader::read).ifPresent(d -> damping.put(id, d));
    boolean resolve =
        integration
            .optional("when-silent", RestraintShapes.WHEN_SILENT)
            .filter(RestraintShapes.RESOLVE::equals)
            .isPresent();
    Optional<Duration> after = integration.optional("resolve-after", RestraintShapes.LENGTH);
    if (resolve && after.isPresent()) {
      integration
          .field("resolve-after")
          .ifPresent(field ->
              field.refuse(
                  Mistake.Kind.VALUE,
                  "is of no use where silence resolves at once",
                  "remove it, or use when-silent: unknown"));
    }
    if (resolve) {
      silent.put(id, new WhenSilent.Resolve());
    } else if (after.isPresent()) {
      silent.put(id, new WhenSilent.Unknown(after));
    }
  }

  private static Map<IntegrationKind, List<String>> merged(
      Map<IntegrationKind, List<String>> some, Map<IntegrationKind, List<String>> others) {
    Map<IntegrationKind, List<String>> all = new EnumMap<>(IntegrationKind.class);
    all.putAll(some);
    all.putAll(others);
    return all;
  }

  /// The keys of every integration, then those of its kind alone.
  private static String[] known(Field field) {
    return Stream.concat(
            Stream.concat(
                    Stream.of("kind", "key", "service", "when-silent", "resolve-after", "damping"),
                    SourceReader.KEYS.stream())
                .filter(
                    key -> !key.equals("key") || !LineReader.isKind(field, IntegrationKind.SYSLOG)),
            OF_KIND.entrySet().stream()
                .filter(e -> field.memberIsOneOf("kind", Set.of(e.getKey().word())))
                .flatMap(e -> e.getValue().stream()))
        .toArray(String[]::new);
  }

  /// Nothing in a syslog line says whom it is for; the port does. What stands for its key is no
  /// hash, so no key can ever be found to fit.
  private Optional<String> keyHash(String handle, Field field, Fields integration) {
    if (LineReader.isKind(field, IntegrationKind.SYSLOG)) {
      return Optional.of("no key: " + handle);
    }
    Optional<String> keyHash =
        integration.required("key", Shapes.INTEGRATION_KEY).map(IntegrationReader::sha256);
    keyHash.ifPresent(hash -> refuseSecondUse(handle, hash, integration));
    return keyHash;
  }

  private void refuseSecondUse(String handle, String hash, Fields integration) {
    String first = handlesByKeyHash.putIfAbsent(hash, handle);
    if (first != null) {
      integration
          .field("key")
          .ifPresent(key ->
              key.refuse(
                  Mistake.Kind.DUPLICATE,
                  "integration '" + first + "' has the same key; use another for each",
                  Shapes.INTEGRATION_KEY.hint()));
    }
  }

  static String sha256(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
