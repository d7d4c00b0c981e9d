package watchbill.server.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import watchbill.adapter.api.RulesReader;
import watchbill.engine.Configuration;
import watchbill.route.RoutePlan;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Reading;
import watchbill.server.config.source.YamlFiles;

/// Reads the `routing` of a configuration that is not used yet, among the services of the one that
/// is. Whatever else stands in the text is left alone.
public final class RulesFromText implements RulesReader {
  private static final String NAME = "routing.yaml";

  private final Supplier<Configuration> configuration;

  public RulesFromText(Supplier<Configuration> configuration) {
    this.configuration = configuration;
  }

  @Override
  public Read read(String text) {
    Configuration declared = configuration.get();
    RoutePlan used = declared.routing();
    var reading = new Reading(Map.of());
    List<Field> documents =
        YamlFiles.parse(NAME, text.getBytes(StandardCharsets.UTF_8), reading)
            .map(value -> new Field("", value, reading))
            .map(List::of)
            .orElse(List.of());
    Optional<Field> section = Sections.merge(documents, reading).of(Section.ROUTING);
    List<String> services =
        declared.catalog().services().stream().map(s -> s.id().handle()).toList();
    var reader = new RoutingReader(Handles.known(Section.SERVICES, services, reading));
    RoutePlan plan = reader.read(section, used.ofTeams(), used.ofServices());
    List<String> mistakes = reading.mistakes().stream().map(Mistake::inWords).toList();
    return mistakes.isEmpty() ? new Read.Right(plan) : new Read.Wrong(mistakes);
  }
}
