package watchbill.adapter.channel.demo;

import watchbill.catalog.ContactMethod;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.Outcome;

/// Reaches the demo's phones by one method. Whoever has such a phone has what was sent to it.
public final class DemoChannel implements Channel {
  private final ContactMethod method;
  private final DemoPhones phones;

  DemoChannel(ContactMethod method, DemoPhones phones) {
    this.method = method;
    this.phones = phones;
  }

  @Override
  public ContactMethod method() {
    return method;
  }

  @Override
  public String provider() {
    return "demo";
  }

  @Override
  public Outcome send(Message message, String address) {
    return switch (phones.reception()) {
      case GOOD -> ring(message, address);
      case BARRED -> new Outcome.Refused("the phones of the demo are barred");
      case BUSY -> new Outcome.Unavailable("the network of the demo is busy");
      case NONE -> new Outcome.Unavailable("the phones of the demo have no reception");
      case SILENT -> {
        ring(message, address);
        yield new Outcome.NoAnswer("the network of the demo says nothing");
      }
    };
  }

  private Outcome ring(Message message, String address) {
    return phones
        .ring(new DemoPhones.Line(method, address), message)
        .<Outcome>map(r -> new Outcome.Accepted(Long.toString(r.number()), true))
        .orElseGet(() -> new Outcome.Refused("nobody in the demo has this number"));
  }
}
