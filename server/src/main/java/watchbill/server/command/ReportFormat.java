package watchbill.server.command;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// How a report of the node is printed: as lines for people, or as the node gives it to programs.
final class ReportFormat {
  @Mixin private NodeOption node = new NodeOption();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private Format format = Format.text;

  /// As typed, so in lower case.
  enum Format {
    text,
    csv,
    json
  }

  /// Asks the node, and prints what it says.
  void print(String path, List<String> parts, Function<JsonNode, List<String>> lines) {
    add(parts, "format", format == Format.csv ? "csv" : null);
    String asked = parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    switch (format) {
      case text -> lines.apply(node.get(asked)).forEach(line -> Lines.print(spec, line));
      case csv -> {
        spec.commandLine().getOut().print(node.text(asked));
        spec.commandLine().getOut().flush();
      }
      case json -> Lines.print(spec, node.get(asked).toPrettyString());
    }
  }

  static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null) {
      parts.add(name + "=" + Paths.segment(value));
    }
  }
}
