package watchbill.alert;

/// An event's id, ordered by when it was received.
public record EventId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
