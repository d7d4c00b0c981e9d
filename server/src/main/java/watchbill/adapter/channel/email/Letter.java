package watchbill.adapter.channel.email;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import watchbill.adapter.channel.Wording;
import watchbill.catalog.Urgency;
import watchbill.notification.Message;

/// One message as mail.
///
/// @param content headers and body in ASCII, lines ended by CR LF, dots not yet doubled
record Letter(String from, String to, String content) {
  private static final int SUBJECT_MAX = 200;
  private static final int HEADLINE_MAX = 2_000;

  /// No quoted-printable text can hold `=_`.
  private static final String BOUNDARY = "=_watchbill";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  static Letter of(Message message, String to, SmtpSettings settings, Instant now) {
    String content =
        headers(message, to, settings, now)
            + part("text/plain", text(message))
            + part("text/html", html(message))
            + "--"
            + BOUNDARY
            + "--\r\n";
    return new Letter(settings.sender(), to, content);
  }

  private static String headers(Message message, String to, SmtpSettings settings, Instant now) {
    String domain = settings.domain();
    String thread = "<page-" + message.pageNumber() + "@" + domain + ">";
    var headers = new StringBuilder();
    add(headers, "From", mailbox(settings));
    add(headers, "To", "<" + to + ">");
    add(headers, "Subject", MailText.header(Wording.oneLine(message.subject(), SUBJECT_MAX)));
    add(headers, "Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
    // The same for each repeat, so that a mailbox that drops twins drops this one.
    add(headers, "Message-ID", "<" + idOf(message) + "@" + domain + ">");
    // A root that was never sent, but all mails of one page name it: they stand together.
    add(headers, "In-Reply-To", thread);
    add(headers, "References", thread);
    add(headers, "Auto-Submitted", "auto-generated");
    add(headers, "X-Watchbill-Page", Long.toString(message.pageNumber()));
    if (message.urgency() == Urgency.NOW) {
      add(headers, "Importance", "high");
    }
    add(headers, "MIME-Version", "1.0");
    add(headers, "Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"");
    return headers.append("\r\n").toString();
  }

  private static void add(StringBuilder headers, String name, String value) {
    headers.append(name).append(": ").append(value).append("\r\n");
  }

  private static String mailbox(SmtpSettings settings) {
    String name = settings.senderName();
    String address = "<" + settings.sender() + ">";
    if (name.isEmpty()) {
      return address;
    }
    boolean plain = name.chars().allMatch(c -> c >= ' ' && c < 127 && c != '\\');
    return (plain ? "\"" + name + "\"" : MailText.header(name)) + " " + address;
  }

  private static String idOf(Message message) {
    return message.key().value().replaceAll("[^A-Za-z0-9.-]", "-");
  }

  private static String part(String type, String text) {
    String headers =
        """
        --%s
        Content-Type: %s; charset=UTF-8
        Content-Transfer-Encoding: quoted-printable

        """
            .formatted(BOUNDARY, type);
    return headers.replace("\n", "\r\n") + MailText.quotedPrintable(text);
  }

  private static String text(Message message) {
    return """
    %s

    %s

    To take charge, open:
    %s
    %s\
    """
        .formatted(
            Wording.oneLine(message.headline(), HEADLINE_MAX),
            Wording.factLines(message),
            message.acknowledge().toASCIIString(),
            repeat(message).strip());
  }

  private static String html(Message message) {
    var rows = new StringBuilder();
    for (Message.Fact fact : Wording.facts(message)) {
      rows.append("<tr><td style=\"padding:2px 16px 2px 0;color:#5a5f69;vertical-align:top\">")
          .append(escaped(fact.label()))
          .append("</td><td>")
          .append(escaped(fact.words()))
          .append("</td></tr>\n");
    }
    String link = escaped(message.acknowledge().toASCIIString());
    return """
    <!doctype html>
    <html lang="en"><body style="font:16px/1.5 sans-serif">
    <p style="font-size:20px;font-weight:bold">%s</p>
    <table>
    %s</table>
    <p><a href="%s"
     style="display:inline-block;padding:14px 28px;background:#1f4e8c;color:#fff;
     text-decoration:none;border-radius:6px;font-weight:bold">Acknowledge</a></p>
    <p style="color:#5a5f69">Page %d.%s</p>
    </body></html>\
    """
        .formatted(
            escaped(Wording.oneLine(message.headline(), HEADLINE_MAX)),
            rows,
            link,
            message.pageNumber(),
            repeat(message));
  }

  private static String repeat(Message message) {
    return message.possibleDuplicate()
        ? " This is a possible duplicate: whether an earlier attempt arrived is not known."
        : "";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
