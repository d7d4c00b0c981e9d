package watchbill.adapter.ingest.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import watchbill.kernel.Refusal;

/// Takes a mail apart into its parts, and finds its text. What could blow up is looked at before
/// anything is made of it.
final class Parts {
  /// How deep parts may stand in each other.
  static final int DEPTH_MAX = 10;

  /// How many parts there may be, of all depths.
  static final int PARTS_MAX = 100;

  /// How long a head may be, in bytes and in lines.
  static final int HEAD_MAX = 64 * 1024;

  static final int HEAD_LINES_MAX = 1_000;

  /// How much of the text is looked at.
  static final int TEXT_MAX = 64 * 1024;

  private static final int ATTACHMENTS_MAX = 20;
  private static final int BOUNDARY_MAX = 200;

  private final InternetHeaders head;
  private final List<String> attachments = new ArrayList<>();
  private Optional<String> plain = Optional.empty();
  private Optional<String> html = Optional.empty();
  private boolean report;
  private int count;

  private Parts(byte[] mail) throws Beyond {
    Slice whole = new Slice(mail, 0, mail.length);
    int bodyAt = bodyAt(whole);
    this.head = MailReader.headers(whole.bytes(whole.from(), bodyAt));
    part(head, whole.from(bodyAt), 0);
  }

  static Parts of(byte[] mail) throws Beyond {
    return new Parts(mail);
  }

  /// It is larger in some way than any mail has a reason to be.
  static final class Beyond extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Beyond(String field, String seen, String allowed) {
      super(field);
      this.refusal = new Refusal("mail." + field.replace(' ', '-'), field, seen, allowed);
    }

    Refusal refusal() {
      return refusal;
    }
  }

  InternetHeaders head() {
    return head;
  }

  /// The plain text, else the HTML without its marks.
  String text() {
    return plain.or(() -> html.map(Html::text)).orElse("");
  }

  List<String> attachments() {
    return attachments;
  }

  /// Whether it is a report about another mail.
  boolean isReport() {
    return report;
  }

  private void part(InternetHeaders of, Slice body, int depth) throws Beyond {
    if (depth > DEPTH_MAX) {
      throw new Beyond("depth", "parts within parts within parts", "at most " + DEPTH_MAX);
    }
    if (++count > PARTS_MAX) {
      throw new Beyond("parts", "more than " + PARTS_MAX, "at most " + PARTS_MAX);
    }
    ContentType type = type(of);
    report |= depth == 0 && type.match("multipart/report");
    String boundary = type.getPrimaryType().equals("multipart") ? boundary(type) : "";
    if (boundary.isEmpty()) {
      leaf(of, type, body);
      return;
    }
    for (Slice inner : body.split(boundary, PARTS_MAX + 1)) {
      int innerBody = bodyAt(inner);
      InternetHeaders innerHead = MailReader.headers(inner.bytes(inner.from(), innerBody));
      part(innerHead, inner.from(innerBody), depth + 1);
    }
  }

  private void leaf(InternetHeaders of, ContentType type, Slice body) {
    Optional<String> name = attachment(of, type);
    if (name.isPresent()) {
      if (attachments.size() < ATTACHMENTS_MAX) {
        attachments.add(name.get());
      }
    } else if (type.match("text/html")) {
      html = html.or(() -> Optional.of(decoded(of, type, body)));
    } else {
      plain = plain.or(() -> Optional.of(decoded(of, type, body)));
    }
  }

  /// The name of whatever is not the text of the mail.
  private static Optional<String> attachment(InternetHeaders of, ContentType type) {
    String disposition = MailReader.first(of, "Content-Disposition");
    String name = "";
    boolean attached = false;
    try {
      var read = new ContentDisposition(disposition);
      name = String.valueOf(read.getParameter("filename"));
      attached = "attachment".equalsIgnoreCase(read.getDisposition());
    } catch (MessagingException | RuntimeException _) {
      attached = disposition.regionMatches(true, 0, "attachment", 0, "attachment".length());
    }
    boolean text = type.match("text/plain") || type.match("text/html");
    if (!attached && text) {
      return Optional.empty();
    }
    @Nullable String typeName = type.getParameter("name");
    String named = name.isEmpty() || name.equals("null") ? String.valueOf(typeName) : name;
    return Optional.of(named.equals("null") ? type.getBaseType() : named);
  }

  private static ContentType type(InternetHeaders of) {
    String value = MailReader.first(of, "Content-Type");
    try {
      return new ContentType(value.isEmpty() ? "text/plain" : value);
    } catch (MessagingException | RuntimeException _) {
      return new ContentType("text", "plain", null);
    }
  }

  private static String boundary(ContentType type) {
    @Nullable String boundary = type.getParameter("boundary");
    return boundary == null || boundary.length() > BOUNDARY_MAX ? "" : boundary;
  }

  private static String decoded(InternetHeaders of, ContentType type, Slice body) {
    String encoding = MailReader.first(of, "Content-Transfer-Encoding").strip();
    byte[] raw = body.bytes(body.from(), body.to());
    return new String(unpacked(raw, encoding), charset(type));
  }

  private static byte[] unpacked(byte[] raw, String encoding) {
    try (InputStream in =
        encoding.isEmpty()
            ? new ByteArrayInputStream(raw)
            : MimeUtility.decode(new ByteArrayInputStream(raw), encoding)) {
      return in.readNBytes(TEXT_MAX);
    } catch (MessagingException | IOException | RuntimeException _) {
      return raw.length > TEXT_MAX ? Arrays.copyOf(raw, TEXT_MAX) : raw;
    }
  }

  private static Charset charset(ContentType type) {
    @Nullable String name = type.getParameter("charset");
    if (name == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(MimeUtility.javaCharset(name));
    } catch (IllegalArgumentException _) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  /// Where the head ends and the body begins.
  private static int bodyAt(Slice part) throws Beyond {
    int at = part.from();
    for (int lines = 0; at < part.to(); lines++) {
      int next = part.nextLine(at);
      if (part.isEmptyLine(at)) {
        return next;
      }
      if (next - part.from() > HEAD_MAX || lines >= HEAD_LINES_MAX) {
        throw new Beyond(
            "head",
            "a head of more than " + HEAD_MAX + " bytes or " + HEAD_LINES_MAX + " lines",
            "less of both");
      }
      at = next;
    }
    return part.to();
  }
}
