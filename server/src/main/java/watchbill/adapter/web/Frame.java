package watchbill.adapter.web;

/// What stands around a page.
///
/// @param title in the browser's tab
/// @param readerName empty when nobody is signed in
/// @param path where the reader is, so that a change of light returns there
public record Frame(String title, Light light, String readerName, String path, String formToken) {

  /// Around a page for anybody.
  public static Frame forAnybody(String title, Light light) {
    return new Frame(title, light, "", "/", "");
  }

  public boolean signedIn() {
    return !readerName.isEmpty();
  }

  /// For `aria-current` in the navigation.
  public boolean isAt(String address) {
    return path.equals(address);
  }
}
