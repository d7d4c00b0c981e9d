package watchbill.server.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.http.Routes;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Senders;
import watchbill.adapter.ingest.Tally;
import watchbill.adapter.ingest.email.MailDialect;
import watchbill.adapter.ingest.email.MailIn;
import watchbill.adapter.ingest.email.MailListener;
import watchbill.adapter.ingest.email.Mailbox;
import watchbill.adapter.ingest.line.LineDoor;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.adapter.ingest.line.LineTally;
import watchbill.adapter.ingest.otlp.OtlpDialect;
import watchbill.adapter.ingest.otlp.OtlpRoutes;
import watchbill.adapter.ingest.syslog.SyslogDialect;
import watchbill.adapter.ingest.syslog.SyslogIn;
import watchbill.adapter.ingest.syslog.SyslogListener;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.server.config.LineSettings;

/// The ways in for mail, syslog and OTLP logs.
final class LinesIn {
  private static final Logger LOG = LoggerFactory.getLogger(LinesIn.class);
  private static final LineRules NONE = new LineRules(List.of(), LineRules.Otherwise.DROP);

  private final Parts parts;
  private final LineSettings settings;
  private final Function<IntegrationKind, Tally> tallies;
  private final LineTally lines;
  private final Senders senders;
  private final MailDialect mail;
  private final SyslogDialect syslog;
  private final OtlpDialect otlp;
  private final List<SyslogListener> listeners = new ArrayList<>();
  private Optional<MailListener> mailListener = Optional.empty();

  LinesIn(
      Parts parts,
      LineSettings settings,
      Function<IntegrationKind, Tally> tallies,
      LineTally lines,
      Senders senders) {
    this.senders = senders;
    this.parts = parts;
    this.settings = settings;
    this.tallies = tallies;
    this.lines = lines;
    Function<IntegrationId, LineRules> rules = id -> settings.rules().getOrDefault(id, NONE);
    this.mail = new MailDialect(rules, this::threadBy);
    this.syslog = new SyslogDialect(rules);
    this.otlp = new OtlpDialect(rules);
  }

  /// The way in for OTLP logs.
  Routes otlp() {
    return new OtlpRoutes(
        otlp,
        door(IntegrationKind.OTLP),
        senders,
        parts.time(),
        tallies.apply(IntegrationKind.OTLP));
  }

  /// How what came in is written, so that it can be read again.
  List<Dialect> dialects() {
    return List.of(mail, syslog, otlp);
  }

  /// Listens at every address that is declared, or says which can't be had.
  void start(Optional<MailIn> mailIn) throws IOException {
    for (SyslogIn where : settings.syslog()) {
      listen(where);
    }
    if (mailIn.isPresent()) {
      listen(mailIn.get());
    }
  }

  /// Hears nothing more; what was heard is kept.
  void stop() throws InterruptedException {
    mailListener.ifPresent(MailListener::close);
    for (SyslogListener listener : listeners) {
      listener.stop();
    }
  }

  private void listen(SyslogIn where) throws IOException {
    Integration from =
        catalog().integrations().stream()
            .filter(i -> i.id().equals(where.integration()))
            .findFirst()
            .orElseThrow();
    var listener =
        new SyslogListener(where, from, syslog, door(IntegrationKind.SYSLOG), parts.time());
    try {
      listener.start();
    } catch (IOException e) {
      throw new IOException(
          "integration " + where.integration() + " can't listen: " + e.getMessage(), e);
    }
    listeners.add(listener);
    LOG.info("integration {} listens for syslog", where.integration());
  }

  private void listen(MailIn where) throws IOException {
    var needs =
        new MailListener.Needs(
            door(IntegrationKind.EMAIL),
            senders,
            parts.time(),
            tallies.apply(IntegrationKind.EMAIL));
    var listener = new MailListener(where, settings.mailboxes(), mail, needs);
    try {
      listener.start();
    } catch (RuntimeException e) {
      throw new IOException("server.mail-in can't listen: " + e.getMessage(), e);
    }
    mailListener = Optional.of(listener);
    LOG.info("mail to {} comes in at port {}", where.domain(), listener.port());
  }

  private LineDoor door(IntegrationKind kind) {
    return new LineDoor(parts.door(), parts.time(), tallies.apply(kind), lines);
  }

  private Catalog catalog() {
    return senders.get();
  }

  private Mailbox.ThreadBy threadBy(IntegrationId id) {
    return settings.mailboxes().stream()
        .filter(m -> m.integration().equals(id))
        .findFirst()
        .map(Mailbox::threadBy)
        .orElse(Mailbox.ThreadBy.SUBJECT);
  }
}
