package watchbill.alert;

/// The id of a silence, ordered by when it was made.
public record SilenceId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
