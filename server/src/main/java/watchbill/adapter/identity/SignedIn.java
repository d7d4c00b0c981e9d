package watchbill.adapter.identity;

import watchbill.access.Session;

/// Somebody who proved who they are.
///
/// @param who a person's handle, or `admin`
/// @param sessionHash which session it is, as the store knows it
public record SignedIn(String who, String sessionHash, Means means) {
  /// How they proved it.
  public enum Means {
    /// The browser sends it on its own, also when another site makes it.
    COOKIE,
    /// Sent on purpose, by a program.
    BEARER
  }

  public boolean isAdministrator() {
    return who.equals(Session.ADMINISTRATOR);
  }
}
