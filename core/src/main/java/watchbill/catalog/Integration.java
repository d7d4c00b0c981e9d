package watchbill.catalog;

/// A way in for events.
///
/// @param keyHash SHA-256 of its secret key in lower-case hex; the key itself is not kept
public record Integration(
    IntegrationId id, IntegrationKind kind, String keyHash, ServiceId service) {}
