package watchbill.server.node;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.channel.demo.DemoPhones;
import watchbill.adapter.channel.email.SmtpChannel;
import watchbill.adapter.channel.email.SmtpSettings;
import watchbill.adapter.channel.ntfy.NtfyChannel;
import watchbill.adapter.channel.ntfy.NtfySettings;
import watchbill.adapter.channel.webhook.WebhookChannel;
import watchbill.adapter.channel.webhook.WebhookSettings;
import watchbill.adapter.egress.Egress;
import watchbill.catalog.ContactMethod;
import watchbill.notification.Channel;
import watchbill.server.config.ChannelSettings;
import watchbill.time.TimeSource;

/// The registry of providers: one line for each kind of settings.
public final class Providers {
  /// People's webhook addresses stand in the operator's own files, so they may be of the operator's
  /// own network; once people enter them by themselves, this must be a setting.
  private static final boolean ADDRESSES_ARE_THE_OPERATORS = true;

  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

  private final Egress egress;
  private final DemoPhones phones;
  private final TimeSource time;

  public Providers(Egress egress, DemoPhones phones, TimeSource time) {
    this.egress = egress;
    this.phones = phones;
    this.time = time;
  }

  /// A channel for each provider that is configured.
  public List<Channel> of(ChannelSettings settings) {
    List<Channel> channels = new ArrayList<>();
    settings.email().ifPresent(e -> channels.add(email(e)));
    settings.push().ifPresent(p -> channels.add(push(p)));
    settings.webhook().ifPresent(w -> channels.add(webhook(w)));
    settings.sms().forEach(_ -> channels.add(phone(ContactMethod.SMS)));
    settings.call().forEach(_ -> channels.add(phone(ContactMethod.CALL)));
    return List.copyOf(channels);
  }

  private Channel email(ChannelSettings.Email email) {
    return switch (email) {
      case ChannelSettings.Email.Smtp s -> triedOut(new SmtpChannel(smtp(s), egress, time));
      case ChannelSettings.Email.Demo _ -> phone(ContactMethod.EMAIL);
    };
  }

  /// In the background: what the first letter needs is loaded before there is one, and a mail
  /// server that does not take mail is known from the first minute.
  private static SmtpChannel triedOut(SmtpChannel channel) {
    Thread.ofVirtual()
        .start(() -> channel.tryOut().ifPresent(o -> LOG.warn("mail can't be sent: {}", o)));
    return channel;
  }

  private Channel push(ChannelSettings.Push push) {
    return switch (push) {
      case ChannelSettings.Push.Ntfy(var server, var token) ->
          new NtfyChannel(new NtfySettings(server, token), egress);
      case ChannelSettings.Push.Demo _ -> phone(ContactMethod.PUSH);
    };
  }

  private Channel webhook(ChannelSettings.Webhook webhook) {
    return new WebhookChannel(
        new WebhookSettings(webhook.secret(), ADDRESSES_ARE_THE_OPERATORS), egress, time);
  }

  private Channel phone(ContactMethod method) {
    return phones.channel(method);
  }

  private static SmtpSettings smtp(ChannelSettings.Email.Smtp s) {
    return new SmtpSettings(
        s.host(),
        s.port(),
        s.tlsFromTheStart()
            ? SmtpSettings.Encryption.FROM_THE_START
            : SmtpSettings.Encryption.WHEN_OFFERED,
        s.login().map(l -> new SmtpSettings.Login(l.user(), l.password())),
        s.from());
  }
}
