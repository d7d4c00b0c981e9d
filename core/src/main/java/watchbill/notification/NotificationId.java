package watchbill.notification;

/// A notification's id; also the key by which a provider can tell a repeat.
public record NotificationId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
