package watchbill.access;

import java.time.Instant;

/// A signed-in browser or command line.
///
/// @param tokenHash SHA-256 of its token in lower-case hex; the token itself is not kept
/// @param who a person's handle, or `admin`
public record Session(String tokenHash, String who, Instant createdAt, Instant expiresAt) {
  /// The handle of whoever set the program up.
  public static final String ADMINISTRATOR = "admin";
}
