package watchbill.server.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.restraint.InhibitionRule;
import watchbill.server.config.alertmanager.AlertmanagerFile;
import watchbill.server.config.alertmanager.AlertmanagerReader;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Reading;
import watchbill.server.config.source.Shape;
import watchbill.server.config.source.YamlFiles;
import watchbill.server.pattern.Re2Patterns;
import watchbill.silence.Matcher;

/// Reads the `alertmanager.yml` that an integration names beside its key, and which services its
/// receivers stand for.
final class AlertmanagerFiles {
  static final List<String> KEYS = List.of("config", "receivers");

  private static final int RECEIVERS = 1_000;
  private static final Shape<Path> FILE =
      Shape.of("the path of a file, from the folder of this one", AlertmanagerFiles::path);

  private final Handles services;
  private final Reading reading;
  private final Map<IntegrationId, AlertmanagerFile> read = new HashMap<>();

  AlertmanagerFiles(Handles services, Reading reading) {
    this.services = services;
    this.reading = reading;
  }

  /// What was read, by integration.
  Map<IntegrationId, AlertmanagerFile> files() {
    return Map.copyOf(read);
  }

  /// Their inhibitions, each for the alerts of its own integration.
  List<InhibitionRule> inhibitions() {
    return read.entrySet().stream()
        .flatMap(e -> e.getValue().inhibitions().stream().map(rule -> of(e.getKey(), rule)))
        .toList();
  }

  private static InhibitionRule of(IntegrationId integration, InhibitionRule rule) {
    var own = Matcher.is("watchbill_integration", integration.handle());
    return new InhibitionRule(and(rule.source(), own), and(rule.target(), own), rule.equal());
  }

  private static List<Matcher> and(List<Matcher> matchers, Matcher own) {
    return Stream.concat(matchers.stream(), Stream.of(own)).toList();
  }

  void read(IntegrationId of, Fields integration, ServiceId service) {
    Map<String, ServiceId> named = new HashMap<>();
    integration
        .field("receivers")
        .ifPresent(f ->
            f.named(RECEIVERS, "receivers")
                .forEach(receiver ->
                    services
                        .named(receiver.field())
                        .ifPresent(s -> named.put(receiver.key(), new ServiceId(s)))));
    Optional<Field> config = integration.field("config");
    if (config.isEmpty() && integration.has("receivers")) {
      integration.refuseMissing(
          "config", "is missing; receivers mean nothing without an alertmanager.yml", "");
    }
    config
        .flatMap(f -> f.as(FILE).map(path -> besides(f, path)))
        .flatMap(path -> YamlFiles.read(path, reading).stream().findFirst())
        .flatMap(document -> reader().read(document, named, services::has, service))
        .ifPresent(file -> read.put(of, file));
  }

  private static AlertmanagerReader reader() {
    return new AlertmanagerReader(new Re2Patterns());
  }

  private static Path besides(Field field, Path path) {
    return Path.of(field.value().place().file()).resolveSibling(path);
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
