package watchbill.server.command;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import watchbill.adapter.store.sql.CannotOpenStore;
import watchbill.server.node.Node;
import watchbill.server.node.NodePlan;

/// `watchbill serve`.
@Command(name = "serve", description = "Runs a node.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private NodeOptions options = new NodeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    NodePlan plan = options.plan();
    Node node = start(plan);
    node.firstLink().ifPresent(this::sayFirstLink);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  node.close();
                  stopped.countDown();
                }));
    stopped.await();
    return 0;
  }

  private static Node start(NodePlan plan) {
    try {
      return Node.start(plan);
    } catch (CannotOpenStore e) {
      throw new CannotGoOn(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new CannotGoOn("the node can't start: " + e.getMessage());
    }
  }

  private void sayFirstLink(URI link) {
    Lines.print(spec, "Sign in as the administrator, once, within a day: " + link);
  }
}
