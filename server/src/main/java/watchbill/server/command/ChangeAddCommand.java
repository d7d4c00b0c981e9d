package watchbill.server.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `watchbill change add`.
@Command(
    name = "add",
    description = "Tells that something about a service changed.",
    mixinStandardHelpOptions = true)
final class ChangeAddCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "SERVICE", description = "The service's handle.")
  private String service = "";

  @Parameters(index = "1", paramLabel = "SUMMARY", description = "What changed, in one line.")
  private String summary = "";

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "When it took effect, like 2026-01-05T03:00:00Z, or by the clock of this machine"
              + " 2026-01-05T04:00 (default: now).")
  private @Nullable String at;

  @Option(names = "--link", paramLabel = "URL", description = "Where more is to be read.")
  private @Nullable String link;

  @Option(names = "--source", paramLabel = "TEXT", description = "What made the change.")
  private @Nullable String source;

  @Override
  public Integer call() {
    Map<String, String> body = new LinkedHashMap<>(Map.of("service", service, "summary", summary));
    if (at != null) {
      body.put("at", Moments.read(spec, "--at", at).toString());
    }
    if (link != null) {
      body.put("link", link);
    }
    if (source != null) {
      body.put("source", source);
    }
    node.post("/api/v1/changes", body);
    Lines.print(spec, "noted: " + summary);
    return 0;
  }
}
