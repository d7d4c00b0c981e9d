package watchbill.server.outbox;

import watchbill.catalog.ContactMethod;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.Outcome;

/// The provider of a self-test: takes every message, and tells nobody.
record LoopBack(ContactMethod method) implements Channel {
  @Override
  public String provider() {
    return "loop-back";
  }

  @Override
  public Outcome send(Message message, String address) {
    return new Outcome.Accepted("", true);
  }
}
