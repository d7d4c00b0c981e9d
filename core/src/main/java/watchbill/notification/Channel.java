package watchbill.notification;

import watchbill.catalog.ContactMethod;
import watchbill.kernel.Port;

/// One provider of one contact method.
@Port
public interface Channel {
  ContactMethod method();

  /// For the audit and for pages: `smtp`, `ntfy`.
  String provider();

  /// Hands over one message and waits for the provider's answer, at most 10 s. Never throws for
  /// what the provider or the network does: that is an outcome.
  Outcome send(Message message, String address);
}
