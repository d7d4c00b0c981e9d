package watchbill.audit;

/// One link of the chain.
///
/// @param sequence from 1, without holes
/// @param previous the hash of the entry before, 64 zeros for the first
/// @param hash SHA-256 in lower-case hex over `previous` and every field of the deed
public record AuditEntry(long sequence, Deed deed, String previous, String hash) {}
