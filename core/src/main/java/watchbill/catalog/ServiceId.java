package watchbill.catalog;

/// A service, by its handle: `checkout`.
public record ServiceId(String handle) {
  @Override
  public String toString() {
    return handle;
  }
}
