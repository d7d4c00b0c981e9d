package watchbill.catalog;

/// A region with public holidays of its own, by its handle: `es-madrid`.
public record RegionId(String handle) {
  @Override
  public String toString() {
    return handle;
  }
}
