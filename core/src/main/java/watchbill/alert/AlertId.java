package watchbill.alert;

/// An alert's id, ordered by when it opened.
public record AlertId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
