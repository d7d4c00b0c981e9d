package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.law.House;
import watchbill.server.config.source.Warning;

/// Configurations written for a test, and what comes of them.
record Written(Path path, Map<String, String> environment) {
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PROM_KEY", "0123456789abcdef0123456789abcdef",
          "WEBHOOK_SECRET", "hidden-hidden-hidden");

  static Path testdata(String name) {
    return House.root().resolve("server/src/test/resources/testdata/config").resolve(name);
  }

  static Written at(Path path) {
    return new Written(path, ENVIRONMENT);
  }

  static Written file(Path folder, String yaml) throws IOException {
    return at(Files.writeString(folder.resolve("watchbill.yaml"), yaml));
  }

  Written with(Map<String, String> variables) {
    return new Written(path, variables);
  }

  Loaded load() {
    return Configurations.load(path, environment);
  }

  Settings settings() {
    return valid().settings();
  }

  List<String> warnings() {
    return valid().warnings().stream().map(Warning::words).toList();
  }

  /// The report of its mistakes, with file names alone.
  List<String> report() {
    return ConfigurationReport.lines(load(), Optional.empty()).stream()
        .map(line -> line.replace(path.getParent() + "/", ""))
        .toList();
  }

  private Loaded.Valid valid() {
    Loaded loaded = load();
    assertThat(loaded)
        .as(() -> String.join("\n", ConfigurationReport.lines(loaded, Optional.empty())))
        .isInstanceOf(Loaded.Valid.class);
    return (Loaded.Valid) loaded;
  }
}
