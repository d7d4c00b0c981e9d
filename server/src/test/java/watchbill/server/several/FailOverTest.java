package watchbill.server.several;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes on a database with a synchronous standby, which takes over.
@Tag("slow")
class FailOverTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int ACCEPTED = 202;
  private static final int UNAVAILABLE = 503;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private Phones phones;
  private Database first;
  private Database second;
  private NodeProcess near;
  private NodeProcess far;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    phones = new Phones();
    first = new Database(folder.resolve("first"));
    second = first.standby(folder.resolve("second"));
    Path configuration = House.write(folder, phones.address());
    String both =
        "postgres://postgres:postgres@127.0.0.1:%d,127.0.0.1:%d/postgres"
            .formatted(second.port(), first.port());
    near = NodeProcess.start(folder.resolve("near"), configuration, both);
    far = NodeProcess.start(folder.resolve("far"), configuration, both);
  }

  @AfterEach
  void stop() throws IOException {
    far.close();
    near.close();
    phones.close();
    second.close();
    first.close();
  }

  @Test
  void whatWasAnsweredIsKeptAndWhatWasDueIsTold() throws IOException, InterruptedException {
    assertThat(near.report("climbs", "quick")).isEqualTo(ACCEPTED);
    var answered = new ConcurrentLinkedQueue<String>();
    var killed = new AtomicBoolean();
    List<Thread> senders =
        IntStream.range(0, 8)
            .mapToObj(n -> sender(n % 2 == 0 ? near : far, "sender" + n, answered, killed))
            .toList();
    Patience.within(SOON, "much is answered", () -> answered.size() > 200);
    first.kill();
    killed.set(true);
    for (Thread sender : senders) {
      sender.join();
    }
    assertThat(near.report("between", House.service(1))).isEqualTo(UNAVAILABLE);
    second.promote();
    Duration took = Patience.within(SOON, "both are ready", () -> near.isReady() && far.isReady());
    System.out.println("on the other database after " + took);
    assertThat(second.ask("SELECT deduplication_key FROM alert")).containsAll(answered);
    assertThat(far.report("after", House.service(2))).isEqualTo(ACCEPTED);
    Patience.within(SOON, "Ben is told", () -> phones.count("ben", "climbs") >= 1);
    Proof.nothingIsLeft(second);
    Proof.theAuditIsOneChain(second);
  }

  /// Reports until the database is gone, and notes what was answered.
  private static Thread sender(
      NodeProcess node, String name, Queue<String> answered, AtomicBoolean killed) {
    return Thread.ofVirtual()
        .start(() -> {
          for (int i = 0; !killed.get(); i++) {
            String key = name + "-" + i;
            if (node.report(key, House.service(i % House.SERVICES)) == ACCEPTED) {
              answered.add(key);
            }
          }
        });
  }
}
