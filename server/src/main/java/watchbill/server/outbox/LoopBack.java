package watchbill.server.outbox;

import watchbill.notification.Message;
import watchbill.notification.Outcome;

/// Where the messages of a self-test end: taken, and told to nobody. No provider, so that no rule
/// of anybody's can lead a page here.
final class LoopBack {
  static final String NAME = "loop-back";

  private LoopBack() {}

  static Outcome take(Message message) {
    return message.headline().isEmpty()
        ? new Outcome.Refused("it says nothing")
        : new Outcome.Accepted("", true);
  }
}
