package watchbill.server.outbox;

import java.util.List;
import watchbill.catalog.ContactMethod;
import watchbill.notification.Channel;

/// Which providers carry which contact method, in the order in which they are tried.
public record Channels(List<Channel> channels) {
  public Channels {
    channels = List.copyOf(channels);
  }

  List<Channel> carrying(ContactMethod method) {
    return channels.stream().filter(c -> c.method() == method).toList();
  }
}
