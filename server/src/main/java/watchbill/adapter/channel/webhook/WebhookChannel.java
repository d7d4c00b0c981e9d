package watchbill.adapter.channel.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import watchbill.adapter.channel.HttpOutcome;
import watchbill.adapter.channel.Wording;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;
import watchbill.catalog.ContactMethod;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.Outcome;
import watchbill.time.TimeSource;

/// Signed JSON by POST; a person's address is a URL.
public final class WebhookChannel implements Channel {
  private static final int VERSION = 1;
  private static final int HEADLINE_MAX = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final WebhookSettings settings;
  private final Egress egress;
  private final TimeSource time;

  public WebhookChannel(WebhookSettings settings, Egress egress, TimeSource time) {
    this.settings = settings;
    this.egress = egress;
    this.time = time;
  }

  @Override
  public ContactMethod method() {
    return ContactMethod.WEBHOOK;
  }

  @Override
  public String provider() {
    return "webhook";
  }

  @Override
  public Outcome send(Message message, String address) {
    return url(address)
        .map(url -> post(message, url))
        .orElseGet(() -> new Outcome.Refused("not an address like https://host/path"));
  }

  private Outcome post(Message message, URI url) {
    String body = JSON.writeValueAsString(content(message));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Watchbill-Signature", Signature.of(body, settings.secret(), time.now()));
    headers.put("Idempotency-Key", message.key().value());
    Reach reach = settings.allowPrivate() ? Reach.PRIVATE_TOO : Reach.PUBLIC;
    return HttpOutcome.of(egress.send(Request.post(url, reach, headers, body)), "");
  }

  /// The README beside this documents it; fields are only ever added.
  private static Map<String, Object> content(Message message) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("version", VERSION);
    content.put("notification_id", message.key().value());
    switch (message.topic()) {
      case Message.Topic.OfPage(var number) -> {
        content.put("kind", "page");
        content.put("page", number);
      }
      case Message.Topic.OfPages(var numbers) -> {
        content.put("kind", "pages");
        content.put("pages", numbers);
      }
      case Message.Topic.OfNotice(var notice, var kind) -> {
        content.put("kind", kind.word());
        content.put("notice_id", notice.value());
      }
    }
    content.put("urgency", message.urgency().word());
    content.put("headline", Wording.oneLine(message.headline(), HEADLINE_MAX));
    content.put("text", Wording.oneLine(message.subject(), HEADLINE_MAX));
    content.put("facts", Wording.facts(message).stream().map(WebhookChannel::fact).toList());
    message.action().ifPresent(action -> putAction(content, message.topic(), action));
    content.put("possible_duplicate", message.possibleDuplicate());
    return content;
  }

  private static void putAction(
      Map<String, Object> content, Message.Topic topic, Message.Action action) {
    String link = action.link().toASCIIString();
    if (topic instanceof Message.Topic.OfPage) {
      content.put("acknowledge_url", link);
    }
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("label", Wording.oneLine(action.label(), HEADLINE_MAX));
    parts.put("url", link);
    content.put("action", parts);
  }

  private static Map<String, String> fact(Message.Fact fact) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("label", fact.label());
    parts.put("words", fact.words());
    return parts;
  }

  private static Optional<URI> url(String address) {
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
