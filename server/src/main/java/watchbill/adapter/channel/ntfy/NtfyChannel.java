package watchbill.adapter.channel.ntfy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import watchbill.adapter.channel.HttpOutcome;
import watchbill.adapter.channel.Wording;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Urgency;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.Outcome;

/// Push through ntfy; a person's address is a topic.
public final class NtfyChannel implements Channel {
  private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([A-Za-z0-9_-]{1,64})\"");
  private static final int TITLE_MAX = 200;
  private static final int LABEL_MAX = 60;

  /// Longer ones become an attachment, which nobody opens at three in the morning.
  private static final int MESSAGE_BYTES = 3_500;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final NtfySettings settings;
  private final Egress egress;

  public NtfyChannel(NtfySettings settings, Egress egress) {
    this.settings = settings;
    this.egress = egress;
  }

  @Override
  public ContactMethod method() {
    return ContactMethod.PUSH;
  }

  @Override
  public String provider() {
    return "ntfy";
  }

  @Override
  public Outcome send(Message message, String address) {
    if (!TOPIC.matcher(address).matches()) {
      return new Outcome.Refused("not an ntfy topic: use 1 to 64 letters, digits, - and _");
    }
    String body = JSON.writeValueAsString(content(message, address));
    Answer answer =
        egress.send(Request.post(settings.server(), Reach.AS_CONFIGURED, headers(), body));
    return HttpOutcome.of(answer, idIn(answer));
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    settings.token().ifPresent(t -> headers.put("Authorization", "Bearer " + t.reveal()));
    return headers;
  }

  /// As ntfy's "publish as JSON" wants it, so that no foreign text comes near a header.
  private static Map<String, Object> content(Message message, String topic) {
    boolean urgent = message.urgency() == Urgency.NOW;
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("topic", topic);
    content.put("title", Wording.oneLine(message.subject(), TITLE_MAX));
    content.put("message", Wording.withinBytes(Wording.factLines(message), MESSAGE_BYTES));
    content.put("priority", urgent ? 5 : 3);
    content.put("tags", List.of(tag(message)));
    message.action().ifPresent(action -> putAction(content, action));
    // A repeat replaces the first on the phone (ntfy 2.16; an older server shows both).
    content.put("sequence_id", message.key().value());
    return content;
  }

  private static void putAction(Map<String, Object> content, Message.Action action) {
    String link = action.link().toASCIIString();
    String label = Wording.oneLine(action.label(), LABEL_MAX);
    content.put("click", link);
    content.put("actions", List.of(Map.of("action", "view", "label", label, "url", link)));
  }

  /// The light turns for what fails, not for a test of the person, however loud that is.
  private static String tag(Message message) {
    return switch (message.topic()) {
      case Message.Topic.OfPage _, Message.Topic.OfPages _ when message.urgency() == Urgency.NOW ->
          "rotating_light";
      case Message.Topic.OfPage _, Message.Topic.OfPages _, Message.Topic.OfNotice _ -> "bell";
    };
  }

  private static String idIn(Answer answer) {
    if (!(answer instanceof Answer.Answered(_, var body))) {
      return "";
    }
    Matcher matcher = ID.matcher(body);
    return matcher.find() ? matcher.group(1) : "";
  }
}
