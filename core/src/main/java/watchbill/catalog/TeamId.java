package watchbill.catalog;

/// A team, by its handle: `payments`.
public record TeamId(String handle) {
  @Override
  public String toString() {
    return handle;
  }
}
