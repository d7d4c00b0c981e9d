package watchbill.server.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import watchbill.adapter.store.sql.CannotOpenStore;
import watchbill.engine.StoreFault;
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
    sayFirstLink(node);
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
    } catch (StoreFault e) {
      throw new CannotGoOn("the node can't start, for its store was lost: " + e.getMessage());
    } catch (IOException e) {
      throw new CannotGoOn("the node can't start: " + e.getMessage());
    }
  }

  /// A node that runs is not stopped for want of a link.
  private void sayFirstLink(Node node) {
    try {
      node.firstLink()
          .ifPresent(link ->
              Lines.print(spec, "Sign in as the administrator, once, within a day: " + link));
    } catch (StoreFault e) {
      Lines.print(spec, "No link to sign in yet; run ./watchbill sign-in-link: " + e.getMessage());
    }
  }
}
