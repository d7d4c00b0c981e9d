package watchbill.adapter.channel.email;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.kernel.Secret;

/// Which mail server takes our mail.
///
/// @param from who it is from: `watchbill@example.org` or `Watchbill <watchbill@example.org>`
public record SmtpSettings(
    String host, int port, Encryption encryption, Optional<Login> login, String from) {
  private static final Pattern SENDER =
      Pattern.compile("(?:([^<>\"@\\p{Cntrl}]{1,100}) )?<(\\S{3,254})>|([^\\s<>]{3,254})");

  public SmtpSettings {
    Optional<String> sender = Optional.of(addressIn(from)).filter(MailAddress::isGood);
    if (sender.isEmpty()) {
      throw new IllegalArgumentException("mail cannot be from " + from);
    }
  }

  /// How the server knows us.
  public record Login(String user, Secret password) {}

  /// When TLS begins.
  public enum Encryption {
    /// With the first byte: `smtps`.
    FROM_THE_START,
    /// By STARTTLS before anything else is said; a server that does not offer it gets no mail.
    BEFORE_MAIL,
    /// As soon as the server offers it, except on this machine, where servers offer it with
    /// certificates nobody can check and nothing passes a wire.
    WHEN_OFFERED
  }

  /// The bare address of the sender.
  String sender() {
    return addressIn(from);
  }

  /// The name of the sender; may be empty.
  String senderName() {
    Matcher matcher = SENDER.matcher(from);
    return matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
  }

  /// What stands behind the @ of message ids, and what we greet as.
  String domain() {
    return sender().substring(sender().lastIndexOf('@') + 1);
  }

  private static String addressIn(String from) {
    Matcher matcher = SENDER.matcher(from);
    if (!matcher.matches()) {
      return "";
    }
    return matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
  }
}
