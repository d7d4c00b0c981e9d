package watchbill.server.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import watchbill.time.TimeWords;

/// `watchbill heartbeat list`.
@Command(
    name = "list",
    description = "Says who must be heard from, and who is missing.",
    mixinStandardHelpOptions = true)
final class HeartbeatListCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--retired", description = "Those too that nobody expects any more.")
  private boolean retired;

  @Override
  public Integer call() {
    JsonNode said = node.get("/api/v1/heartbeats?retired=" + retired);
    for (JsonNode heartbeat : said.path("heartbeats")) {
      Lines.print(
          spec,
          "%-11s %-30s %s, expected by %s (%s)"
              .formatted(
                  heartbeat.path("state").asString("").replace('-', ' '),
                  heartbeat.path("id").asString(""),
                  heard(heartbeat.path("heardAt").asString("")),
                  moment(heartbeat.path("expectedAt").asString("")),
                  heartbeat.path("schedule").asString("")));
    }
    return 0;
  }

  private static String heard(String at) {
    return at.isEmpty() ? "never heard" : "heard " + moment(at);
  }

  private static String moment(String at) {
    return TimeWords.dayAndTime(Instant.parse(at), ZoneId.systemDefault());
  }
}
