package watchbill.server.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.ServiceId;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;

/// Reads `integrations`. A key becomes its hash here, and is not kept.
final class IntegrationReader {
  /// What the configuration says of one kind of integration beside what it says of all.
  private static final Map<IntegrationKind, List<String>> OF_KIND = Map.of();

  private final Handles services;
  private final Map<String, String> handlesByKeyHash = new HashMap<>();

  IntegrationReader(Handles services) {
    this.services = services;
  }

  Optional<Integration> read(String handle, Field field) {
    return field
        .fields(known(field))
        .flatMap(integration -> {
          var kind = integration.required("kind", Shapes.INTEGRATION_KIND);
          var keyHash = keyHash(handle, integration);
          var service =
              integration.required("service", "the handle of a service").flatMap(services::named);
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

  /// The keys of every integration, then those of its kind alone.
  private static String[] known(Field field) {
    return Stream.concat(
            Stream.of("kind", "key", "service"),
            OF_KIND.entrySet().stream()
                .filter(e -> field.memberIsOneOf("kind", Set.of(e.getKey().word())))
                .flatMap(e -> e.getValue().stream()))
        .toArray(String[]::new);
  }

  private Optional<String> keyHash(String handle, Fields integration) {
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

  private static String sha256(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
