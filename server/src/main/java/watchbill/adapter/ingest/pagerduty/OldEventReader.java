package watchbill.adapter.ingest.pagerduty;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.sym.PropertyNameMatcher;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Words;
import watchbill.alert.Severity;

/// Reads one event of version 1, which says less: no severity, no source.
final class OldEventReader {
  private static final int DESCRIPTION_MAX = 1024;
  private static final String ACTIONS = "trigger, acknowledge or resolve";

  private static final PropertyNameMatcher NAMES =
      Json.names(
          "service_key",
          "event_type",
          "incident_key",
          "description",
          "details",
          "client",
          "client_url",
          "contexts");

  private final Fields fields;
  private final Keyring keys;
  private final Extras extras;
  private final Details details;
  private @Nullable String action;
  private @Nullable String description;

  OldEventReader(Fields fields) {
    this.fields = fields;
    this.keys = new Keyring(fields, "service_key", "incident_key");
    this.extras = new Extras(fields);
    this.details = new Details(fields.words());
  }

  EventReader.Read read(byte[] body) {
    fields.each("", NAMES, this::readField);
    Optional<PagerDutyEvent.Action> what = EventReader.action(fields, "event_type", action);
    keys.check(action != null && !action.equals("trigger"));
    boolean triggers = what.filter(PagerDutyEvent.Action.TRIGGER::equals).isPresent();
    if (triggers && (description == null || description.isBlank())) {
      fields.missing("description", "text of 1 to " + DESCRIPTION_MAX + " characters");
    }
    if (!fields.refusals().isEmpty() || what.isEmpty()) {
      return new EventReader.Read.Wrong(fields.refusals());
    }
    var event =
        new PagerDutyEvent(
            keys.secret(),
            what.get(),
            keys.alert(),
            triggers ? Optional.of(payload()) : Optional.empty());
    return new EventReader.Read.Sound(event, keys.masked(body));
  }

  private void readField(int name) {
    switch (name) {
      case 0 -> keys.readSecret();
      case 1 -> action = fields.text("event_type", ACTIONS);
      case 2 -> keys.readAlert();
      case 3 -> description = fields.text("description", "text");
      case 4 -> readDetails();
      case 5, 6 -> extras.readClient(fields.json().currentName());
      default -> extras.readLinks("contexts", "link");
    }
  }

  private void readDetails() {
    fields.json().nextToken();
    details.addTree("", fields.json());
    String twice = details.twice();
    if (twice != null) {
      fields.refuse("event.twice", "details", twice + " twice", "each name of a detail once");
    }
  }

  /// Old tools do not count characters: a summary that is too long is cut, and nobody sleeps
  /// through it. Without a severity the sender can only mean that somebody must come.
  private PagerDutyEvent.Payload payload() {
    String summary = fields.words().oneLine(description == null ? "" : description);
    return new PagerDutyEvent.Payload(
        Words.cut(summary, DESCRIPTION_MAX),
        "",
        Severity.CRITICAL,
        new Pairs.Builder().take(),
        extras.beside(details.take()),
        Optional.empty());
  }
}
