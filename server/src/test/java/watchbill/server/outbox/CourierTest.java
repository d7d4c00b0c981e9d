package watchbill.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.catalog.ContactMethod;
import watchbill.engine.Command;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;

/// What a courier does with a lease that is nearly over.
class CourierTest {
  private final FakeDoor door = new FakeDoor();
  private final FakeChannel sms = new FakeChannel(ContactMethod.SMS, "smpp");
  private final Notification due = Due.by(ContactMethod.SMS, 1);

  @Test
  void whatLeavesInTimeIsSent() {
    carry(Courier.LEAVES_WITHIN);
    assertThat(sms.messages()).hasSize(1);
    assertThat(door.nextSettled().outcome()).isEqualTo(new Outcome.Accepted("r1", false));
  }

  @Test
  void whatWasHeldUpIsNotSentAndIsSaidToBeUnsent() {
    carry(Duration.ZERO);
    assertThat(sms.messages()).isEmpty();
    Command.Settle settled = door.nextSettled();
    assertThat(settled.notification()).isEqualTo(due.id());
    assertThat(settled.outcome()).isInstanceOf(Outcome.Unavailable.class);
  }

  private void carry(Duration leavesWithin) {
    door.add(due);
    door.submit(new Command.Claim(1));
    var courier =
        new Courier(
            new Insistence(door),
            new Sending(
                new Channels(List.of(sms)),
                _ -> URI.create("https://watchbill.example.org/w/1"),
                (_, _, _) -> {}),
            (_, _, _) -> {},
            leavesWithin);
    courier.carry(due);
  }
}
