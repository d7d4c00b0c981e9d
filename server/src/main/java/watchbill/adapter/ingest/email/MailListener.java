package watchbill.adapter.ingest.email;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.subethamail.smtp.server.SMTPServer;
import watchbill.adapter.ingest.Senders;
import watchbill.adapter.ingest.Tally;
import watchbill.adapter.ingest.line.LineDoor;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.time.TimeSource;

/// Listens for mail. It offers no STARTTLS and asks for no name: it is for a relay on this machine
/// or network.
public final class MailListener implements AutoCloseable {
  /// How many senders may be connected at once.
  static final int CONNECTIONS_MAX = 50;

  static final int RECIPIENTS_MAX = 20;

  /// A mail that is kept and is no alert.
  static final LineRules.Judged NO_NEWS = new LineRules.Judged(List.of(), List.of(), 0, 1, 0);

  private static final Duration SILENT_FOR = Duration.ofMinutes(1);

  private final SMTPServer server;

  /// What a mail needs on its way.
  record Post(
      Addressees addressees,
      MailDialect dialect,
      LineDoor door,
      TimeSource time,
      Tally tally,
      int sizeMax) {}

  /// What all ways in need.
  public record Needs(LineDoor door, Senders catalog, TimeSource time, Tally tally) {}

  public MailListener(MailIn where, List<Mailbox> mailboxes, MailDialect dialect, Needs needs)
      throws IOException {
    var post =
        new Post(
            new Addressees(where.domain(), needs.catalog(), mailboxes),
            dialect,
            needs.door(),
            needs.time(),
            needs.tally(),
            where.sizeMax());
    this.server =
        SMTPServer.port(where.listen().getPort())
            .bindAddress(InetAddress.getByName(where.listen().getHostString()))
            .hostName(where.domain())
            .softwareName("Watchbill")
            .messageHandlerFactory(_ -> new Delivery(post))
            .maxConnections(CONNECTIONS_MAX)
            .maxRecipients(RECIPIENTS_MAX)
            .maxMessageSize(where.sizeMax())
            .connectionTimeoutMs((int) SILENT_FOR.toMillis())
            .insertReceivedHeaders(false)
            .build();
  }

  public void start() {
    server.start();
  }

  public int port() {
    return server.getPortAllocated();
  }

  @Override
  public void close() {
    server.stop();
  }
}
