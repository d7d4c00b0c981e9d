package watchbill.access;

import java.time.Instant;

/// A link that signs somebody in, once.
///
/// @param tokenHash SHA-256 of its token in lower-case hex; the token itself is not kept
/// @param who a person's handle, or `admin`
public record SignInLink(String tokenHash, String who, Instant expiresAt) {}
