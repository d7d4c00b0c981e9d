package watchbill.adapter.channel.email;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.Urgency;
import watchbill.notification.Message;
import watchbill.notification.NotificationId;

/// Messages to send.
final class Letters {
  private Letters() {}

  static Message plain() {
    return new Message(
        new NotificationId("01JGX3S0000000000000000001"),
        new Message.Topic.OfPage(4217),
        Urgency.NOW,
        "checkout is down",
        List.of(new Message.Fact("Since", "04:00 CET (03:00 UTC)")),
        Optional.of(
            Message.Action.acknowledge(URI.create("https://watchbill.example.org/w/a-Token_1"))),
        false);
  }
}
