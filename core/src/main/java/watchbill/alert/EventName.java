package watchbill.alert;

import watchbill.catalog.IntegrationId;

/// What the sender behind an integration calls one of its events. The same name again is the same
/// event again.
public record EventName(IntegrationId integration, String name) {

  /// A short digest of it, by which it is kept.
  public byte[] digest() {
    return AlertKey.of(integration, name).bytes();
  }
}
