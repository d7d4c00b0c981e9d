package watchbill.change;

/// Names one change; ordered by the time it was told.
public record ChangeId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
