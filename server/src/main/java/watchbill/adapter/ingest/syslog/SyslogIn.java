package watchbill.adapter.ingest.syslog;

import java.net.InetSocketAddress;
import java.util.Optional;
import watchbill.catalog.IntegrationId;

/// Where one integration listens; at least one of the two.
public record SyslogIn(
    IntegrationId integration, Optional<InetSocketAddress> udp, Optional<InetSocketAddress> tcp) {}
