package watchbill.adapter.channel.email;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import watchbill.adapter.channel.Wording;
import watchbill.catalog.Urgency;
import watchbill.notification.Message;

/// One message as mail.
///
/// @param content headers and body in ASCII, lines ended by CR LF, dots not yet doubled
record Letter(String from, String to, String content) {
  private static final int SUBJECT_MAX = 200;
  private static final int HEADLINE_MAX = 2_000;
  private static final int LABEL_MAX = 60;
  private static final int NUMBERS_MAX = 20;

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
    var headers = new StringBuilder();
    add(headers, "From", mailbox(settings));
    add(headers, "To", "<" + to + ">");
    add(headers, "Subject", MailText.header(Wording.oneLine(message.subject(), SUBJECT_MAX)));
    add(headers, "Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
    // The same for each repeat, so that a mailbox that drops twins drops this one.
    add(headers, "Message-ID", "<" + idOf(message) + "@" + domain + ">");
    addThread(headers, message.topic(), domain);
    add(headers, "Auto-Submitted", "auto-generated");
    switch (message.topic()) {
      case Message.Topic.OfPage(var number) ->
          add(headers, "X-Watchbill-Page", Long.toString(number));
      case Message.Topic.OfPages(var numbers) ->
          add(headers, "X-Watchbill-Pages", joined(numbers).replace("…", "..."));
      case Message.Topic.OfNotice(_, var kind) -> add(headers, "X-Watchbill-Notice", kind.word());
    }
    if (message.urgency() == Urgency.NOW) {
      add(headers, "Importance", "high");
    }
    add(headers, "MIME-Version", "1.0");
    add(headers, "Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"");
    return headers.append("\r\n").toString();
  }

  /// A root that was never sent, but all mails of one page name it: they stand together. A notice
  /// stands alone.
  private static void addThread(StringBuilder headers, Message.Topic topic, String domain) {
    if (topic instanceof Message.Topic.OfPage(var number)) {
      String thread = "<page-" + number + "@" + domain + ">";
      add(headers, "In-Reply-To", thread);
      add(headers, "References", thread);
    }
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
    %s%s\
    """
        .formatted(
            Wording.oneLine(message.headline(), HEADLINE_MAX),
            Wording.factLines(message),
            message.action().map(a -> "\n" + invitation(message, a)).orElse(""),
            repeat(message).strip());
  }

  private static String invitation(Message message, Message.Action action) {
    String words =
        switch (message.topic()) {
          case Message.Topic.OfPage _ -> "To take charge, open:";
          case Message.Topic.OfPages _, Message.Topic.OfNotice _ -> label(action) + ":";
        };
    return words + "\n" + action.link().toASCIIString() + "\n";
  }

  private static String label(Message.Action action) {
    return Wording.oneLine(action.label(), LABEL_MAX);
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
    return """
    <!doctype html>
    <html lang="en"><body style="font:16px/1.5 sans-serif">
    <p style="font-size:20px;font-weight:bold">%s</p>
    <table>
    %s</table>
    %s<p style="color:#5a5f69">%s%s</p>
    </body></html>\
    """
        .formatted(
            escaped(Wording.oneLine(message.headline(), HEADLINE_MAX)),
            rows,
            message.action().map(Letter::button).orElse(""),
            footer(message.topic()),
            repeat(message));
  }

  private static String button(Message.Action action) {
    return """
    <p><a href="%s"
     style="display:inline-block;padding:14px 28px;background:#1f4e8c;color:#fff;
     text-decoration:none;border-radius:6px;font-weight:bold">%s</a></p>
    """
        .formatted(escaped(action.link().toASCIIString()), escaped(label(action)));
  }

  private static String footer(Message.Topic topic) {
    return switch (topic) {
      case Message.Topic.OfPage(var number) -> "Page " + number + ".";
      case Message.Topic.OfPages(var numbers) -> "Pages " + joined(numbers) + ".";
      case Message.Topic.OfNotice(_, var kind) -> "A notice: " + kind.inWords() + ".";
    };
  }

  private static String joined(List<Long> numbers) {
    String first =
        numbers.stream().limit(NUMBERS_MAX).map(String::valueOf).collect(Collectors.joining(", "));
    return numbers.size() > NUMBERS_MAX ? first + ", …" : first;
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
