package watchbill.adapter.web;

/// One choice of a list in a form.
///
/// @param group what stands above it and its neighbours; empty when the list has no groups
public record Option(String group, String value, String words) {
  public Option(String value, String words) {
    this("", value, words);
  }
}
