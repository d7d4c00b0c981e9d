package watchbill.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchbill.adapter.system.SystemTime;
import watchbill.server.child.TemporaryFolder;
import watchbill.server.demo.Demo;
import watchbill.server.demo.Story;

/// `watchbill demo`.
@Command(
    name = "demo",
    description = "Shows the main job on a sample team, with phones drawn in the page.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--story",
      description =
          "Plays it in the terminal in under a minute, with a kill -9 at a bad moment; ends with"
              + " 0 only if every step happened.")
  private boolean story;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    var folder = TemporaryFolder.make("watchbill-demo");
    if (story) {
      try (folder) {
        return new Story(out, new SystemTime()).tell(folder.path()) ? 0 : 1;
      }
    }
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(folder::close));
    new Demo(out, new SystemTime()).run(folder.path());
    return 0;
  }
}
