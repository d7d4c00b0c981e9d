package watchbill.access;

import java.time.Instant;

/// A right to act on one object for one purpose, carried in a link.
///
/// @param purpose what for: `wake`
/// @param subject the object's id
/// @param holder the handle of the person it was given to
public record Pass(String purpose, String subject, String holder, Instant expiresAt) {}
