package watchbill.adapter.ingest.email;

import java.net.InetSocketAddress;

/// Where mail comes in.
///
/// @param listen the address and port, not resolved yet
/// @param domain what stands behind the `@`, in lower case
/// @param sizeMax the largest mail in bytes
public record MailIn(InetSocketAddress listen, String domain, int sizeMax) {}
