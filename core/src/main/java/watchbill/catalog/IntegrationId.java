package watchbill.catalog;

/// A way in for events, by its handle: `prometheus`.
public record IntegrationId(String handle) {
  @Override
  public String toString() {
    return handle;
  }
}
