package watchbill.server.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.ServiceId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.testkit.Cast;

class RoomForPagesTest {
  private static final Integration SENDER =
      new Integration(
          Cast.PROMETHEUS, IntegrationKind.ALERTMANAGER, "hash", new ServiceId("checkout"));
  private static final Command MESSAGE = new Command.Receive(SENDER, "{}", List.of());

  private final AtomicBoolean full = new AtomicBoolean();
  private final RoomForPages door = new RoomForPages(_ -> new Reply.Done(), full::get);

  @Test
  void whatIsNewIsTurnedAwayWhileTheDiskIsFull() {
    full.set(true);
    assertThat(door.submit(MESSAGE)).isInstanceOf(Reply.TryLater.class);
    full.set(false);
    assertThat(door.submit(MESSAGE)).isInstanceOf(Reply.Done.class);
  }

  @Test
  void thePagesThereAreMoveOnMeanwhile() {
    full.set(true);
    assertThat(door.submit(new Command.Tick(1))).isInstanceOf(Reply.Done.class);
  }
}
