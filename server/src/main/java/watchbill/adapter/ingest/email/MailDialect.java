package watchbill.adapter.ingest.email;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.Words;
import watchbill.adapter.ingest.line.Line;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.kernel.Refusal;

/// Reads one mail.
public final class MailDialect implements Dialect {
  static final String ENVELOPE_FROM = "envelope-from";

  private final Function<IntegrationId, LineRules> rules;
  private final Function<IntegrationId, Mailbox.ThreadBy> threadBy;

  public MailDialect(
      Function<IntegrationId, LineRules> rules,
      Function<IntegrationId, Mailbox.ThreadBy> threadBy) {
    this.rules = rules;
    this.threadBy = threadBy;
  }

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.EMAIL;
  }

  @Override
  public Set<String> headers() {
    return Set.of(ENVELOPE_FROM);
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    return switch (judge(message, from, now)) {
      case Judged.Unreadable(var why) -> Reading.Refused.because(why);
      case Judged.NoNews(var why) ->
          new Reading.Understood(List.of(), List.of(), List.of(noNews(why)));
      case Judged.News(var judged) -> Reading.Understood.alerts(judged.reports());
    };
  }

  /// What is made of a mail.
  sealed interface Judged {
    record Unreadable(Refusal why) implements Judged {}

    /// It is an answer of a machine. It is kept, and no alert.
    record NoNews(String why) implements Judged {}

    record News(LineRules.Judged judged) implements Judged {}
  }

  Judged judge(Message message, Integration from, Instant now) {
    String envelopeFrom = message.header(ENVELOPE_FROM).orElse("");
    return switch (MailReader.read(message.body(), envelopeFrom)) {
      case MailReader.Read.Wrong(var why) -> new Judged.Unreadable(why);
      case MailReader.Read.Sound(var mail) when mail.automatic().isPresent() ->
          new Judged.NoNews(mail.automatic().get());
      case MailReader.Read.Sound(var mail) -> {
        Line line = line(mail, threadBy.apply(from.id()), now);
        yield new Judged.News(rules.apply(from.id()).judge(from.id(), List.of(line)));
      }
    };
  }

  private static Refusal noNews(String why) {
    return new Refusal("mail.automatic", "mail", why, "a mail that is no automatic answer");
  }

  private static Line line(Mail mail, Mailbox.ThreadBy threadBy, Instant now) {
    Map<String, String> fields = new HashMap<>();
    fields.put("subject", mail.subject());
    fields.put("body", mail.text());
    return new Line(
        mail.subject() + "\n" + mail.text(),
        mail.subject().isEmpty() ? firstLine(mail.text()) : mail.subject(),
        Severity.ERROR,
        mail.from(),
        same(mail, threadBy),
        now,
        fields,
        labels(mail),
        details(mail));
  }

  private static Line.Sameness same(Mail mail, Mailbox.ThreadBy threadBy) {
    return switch (threadBy) {
      case SUBJECT -> new Line.Sameness.BySummary(mail.from());
      case REFERENCES -> {
        String begins = mail.thread().orElse(mail.messageId());
        yield begins.isEmpty()
            ? new Line.Sameness.BySummary(mail.from())
            : new Line.Sameness.ByKey(begins);
      }
    };
  }

  private static String firstLine(String text) {
    return text.lines().filter(l -> !l.isBlank()).findFirst().orElse("(a mail without words)");
  }

  private static Pairs labels(Mail mail) {
    var labels = new Pairs.Builder();
    if (!mail.from().isEmpty()) {
      labels.add("from", mail.from());
    }
    return labels.take();
  }

  private static Pairs details(Mail mail) {
    var details = new Details(Words.ofAnything());
    details.add("subject", mail.subject());
    if (!mail.text().isEmpty()) {
      details.add("text", mail.text());
    }
    if (!mail.messageId().isEmpty()) {
      details.add("message-id", mail.messageId());
    }
    if (!mail.attachments().isEmpty()) {
      details.add("attachments, not kept apart", String.join(", ", mail.attachments()));
    }
    return details.take();
  }
}
