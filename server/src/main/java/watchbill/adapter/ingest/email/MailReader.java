package watchbill.adapter.ingest.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import watchbill.adapter.ingest.Words;
import watchbill.kernel.Refusal;

/// Reads one mail from its bytes.
final class MailReader {
  private static final int SUBJECT_MAX = 1_000;
  private static final int ADDRESS_MAX = 255;
  private static final Pattern ANSWER =
      Pattern.compile("(?i)\\s*(?:re|fwd|fw|aw|wg|sv|antw)(?:\\[[0-9]{1,3}])?:");
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");

  private MailReader() {}

  /// What came of reading.
  sealed interface Read {
    record Sound(Mail mail) implements Read {}

    record Wrong(Refusal why) implements Read {}
  }

  /// Reads it in a time that its length bounds.
  ///
  /// @param envelopeFrom whom the sending server named; empty says that it is a bounce
  static Read read(byte[] bytes, String envelopeFrom) {
    try {
      Parts parts = Parts.of(bytes);
      return new Read.Sound(mail(parts, envelopeFrom));
    } catch (Parts.Beyond e) {
      return new Read.Wrong(e.refusal());
    }
  }

  private static Mail mail(Parts parts, String envelopeFrom) {
    InternetHeaders head = parts.head();
    String subject = withoutAnswer(decoded(first(head, "Subject")));
    return new Mail(
        address(first(head, "From")),
        Words.cut(subject, SUBJECT_MAX),
        found(first(head, "Message-ID")).orElse(""),
        found(first(head, "References")).or(() -> found(first(head, "In-Reply-To"))),
        Words.ofAnything().clean(parts.text()).strip(),
        parts.attachments().stream().map(MailReader::decoded).toList(),
        Automatic.why(head, envelopeFrom, address(first(head, "From")), parts.isReport()));
  }

  static String first(InternetHeaders head, String name) {
    String @Nullable [] values = head.getHeader(name);
    return values == null || values.length == 0 ? "" : values[0];
  }

  /// The text of a header that may be written in pieces of other character sets.
  static String decoded(String value) {
    String cut = value.length() > 4 * SUBJECT_MAX ? value.substring(0, 4 * SUBJECT_MAX) : value;
    try {
      return oneLine(MimeUtility.decodeText(MimeUtility.unfold(cut)));
    } catch (UnsupportedEncodingException | RuntimeException _) {
      // A character set nobody knows: as it is written, it still tells something.
      return oneLine(cut);
    }
  }

  private static String oneLine(String text) {
    return Words.ofAnything().oneLine(text);
  }

  private static String withoutAnswer(String subject) {
    String rest = subject;
    Matcher matcher = ANSWER.matcher(rest);
    while (matcher.lookingAt()) {
      rest = rest.substring(matcher.end());
      matcher = ANSWER.matcher(rest);
    }
    return rest.strip();
  }

  private static String address(String header) {
    String cut = header.length() > 4 * SUBJECT_MAX ? "" : header;
    try {
      InternetAddress[] addresses = InternetAddress.parseHeader(cut, false);
      String address = addresses.length == 0 ? "" : String.valueOf(addresses[0].getAddress());
      return Words.cut(oneLine(address).toLowerCase(Locale.ROOT), ADDRESS_MAX);
    } catch (AddressException | RuntimeException _) {
      return "";
    }
  }

  private static Optional<String> found(String header) {
    Matcher matcher = MESSAGE_ID.matcher(header);
    return matcher.find() ? Optional.of(oneLine(matcher.group())) : Optional.empty();
  }

  /// A head that no mail program would write is no head.
  static InternetHeaders headers(byte[] bytes) {
    try {
      return new InternetHeaders(new ByteArrayInputStream(bytes), true);
    } catch (MessagingException | RuntimeException _) {
      return new InternetHeaders();
    }
  }
}
