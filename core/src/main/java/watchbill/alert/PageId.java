package watchbill.alert;

/// The id of the page that covers an alert, ordered by when it opened.
public record PageId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
