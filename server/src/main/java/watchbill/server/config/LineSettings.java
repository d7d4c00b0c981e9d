package watchbill.server.config;

import java.util.List;
import java.util.Map;
import watchbill.adapter.ingest.email.Mailbox;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.adapter.ingest.syslog.SyslogIn;
import watchbill.catalog.IntegrationId;

/// What is declared for integrations of the kinds `email`, `syslog` and `otlp`.
///
/// @param rules of each of them
public record LineSettings(
    Map<IntegrationId, LineRules> rules, List<Mailbox> mailboxes, List<SyslogIn> syslog) {
  public LineSettings {
    rules = Map.copyOf(rules);
    mailboxes = List.copyOf(mailboxes);
    syslog = List.copyOf(syslog);
  }
}
