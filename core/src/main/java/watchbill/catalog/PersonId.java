package watchbill.catalog;

/// A person, by the handle the configuration gives them: `ana`.
public record PersonId(String handle) {
  @Override
  public String toString() {
    return handle;
  }
}
