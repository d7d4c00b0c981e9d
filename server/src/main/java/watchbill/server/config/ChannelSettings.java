package watchbill.server.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.ContactMethod;
import watchbill.kernel.Secret;

/// Which providers carry which contact method. A method without one reaches nobody.
///
/// @param sms and `call`: in the order they are tried
/// @param canaries where a test message goes each day, by method
public record ChannelSettings(
    Optional<Email> email,
    Optional<Push> push,
    Optional<Webhook> webhook,
    List<Phone> sms,
    List<Phone> call,
    Map<ContactMethod, String> canaries) {
  /// No channel at all.
  public static final ChannelSettings NONE =
      new ChannelSettings(
          Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), Map.of());

  public ChannelSettings {
    sms = List.copyOf(sms);
    call = List.copyOf(call);
    canaries = Map.copyOf(canaries);
  }

  /// Whether something is there to carry this method.
  public boolean carries(ContactMethod method) {
    return switch (method) {
      case EMAIL -> email.isPresent();
      case PUSH -> push.isPresent();
      case WEBHOOK -> webhook.isPresent();
      case SMS -> !sms.isEmpty();
      case CALL -> !call.isEmpty();
    };
  }

  /// Mail goes out by a mail server, or to the phone drawn in the page.
  public sealed interface Email {
    /// A mail server.
    ///
    /// @param tlsFromTheStart `smtps`; otherwise the connection begins in the clear
    /// @param login absent when the server takes mail without
    /// @param from who the mail is from: `Watchbill <watchbill@example.org>`
    record Smtp(String host, int port, boolean tlsFromTheStart, Optional<Login> login, String from)
        implements Email {}

    record Demo() implements Email {}
  }

  /// How a mail server knows us.
  public record Login(String user, Secret password) {}

  /// Push goes to an ntfy server, or to the phone drawn in the page.
  public sealed interface Push {
    record Ntfy(URI server, Optional<Secret> token) implements Push {}

    record Demo() implements Push {}
  }

  /// A POST to an address of the person's own.
  ///
  /// @param secret signs each message, so that the receiver knows it is ours
  public record Webhook(Secret secret) {}

  /// A provider of SMS or of calls.
  public sealed interface Phone {
    /// The phone drawn in the page.
    record Demo() implements Phone {}
  }
}
