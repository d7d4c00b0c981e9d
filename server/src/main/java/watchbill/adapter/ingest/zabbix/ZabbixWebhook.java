package watchbill.adapter.ingest.zabbix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Fields;
import watchbill.adapter.ingest.Labelled;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;

/// What our script sends from Zabbix: a problem, an update of it, or its recovery.
public final class ZabbixWebhook implements Dialect {
  private static final int ID_MAX = 100;
  private static final Pattern MACRO = Pattern.compile("\\{[A-Z#$?][^{}\\s]*}|\\*UNKNOWN\\*");
  private static final Pattern TAKEN = Pattern.compile("(?<!un)acknowledged");
  private static final String SEVERITIES =
      "0 to 5, or Not classified, Information, Warning, Average, High or Disaster";

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.ZABBIX;
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    return Fields.read(message.body(), event -> read(event, from.id(), now));
  }

  private static Reading read(Fields event, IntegrationId from, Instant now) {
    String id = event.required("event_id", ID_MAX);
    String value = event.required("event_value", ID_MAX);
    if (!id.isEmpty() && MACRO.matcher(id).find()) {
      // The button Test of the media type sends the macros as they are written.
      return Reading.Understood.alerts(List.of());
    }
    if (!value.isEmpty() && !value.equals("0") && !value.equals("1")) {
      event.refuse("alert.value", "event_value", value, "1 for a problem or 0 for its end");
    }
    Optional<Severity> severity = severity(event);
    if (!event.wrong().isEmpty()) {
      return new Reading.Refused(event.wrong());
    }
    String name = "event " + id;
    AlertKey key = AlertKey.of(from, name);
    if (value.equals("0")) {
      return Reading.Understood.alerts(List.of(new AlertReport.Ended(key)));
    }
    List<AlertReport> reports = new ArrayList<>();
    Condition condition = condition(event, severity.orElse(Severity.CRITICAL), name);
    reports.add(new AlertReport.Firing(key, name, condition, now, Optional.empty()));
    if (tookCharge(event)) {
      reports.add(new AlertReport.TakenCharge(key));
    }
    return Reading.Understood.alerts(reports);
  }

  /// An update says in words what somebody did: `acknowledged and commented`.
  private static boolean tookCharge(Fields event) {
    boolean update = event.text("update_status").filter("1"::equals).isPresent();
    return update
        && told(event, "update_action")
            .filter(a -> TAKEN.matcher(a.toLowerCase(Locale.ROOT)).find())
            .isPresent();
  }

  /// Empty when it is not told; what is told must be known.
  private static Optional<Severity> severity(Fields event) {
    Optional<String> told = told(event, "event_nseverity").or(() -> told(event, "event_severity"));
    Optional<Severity> known = told.flatMap(ZabbixWebhook::severity);
    if (told.isPresent() && known.isEmpty()) {
      event.refuse("alert.severity", "event_nseverity", told.get(), SEVERITIES);
    }
    return known;
  }

  private static Optional<Severity> severity(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "5", "disaster" -> Optional.of(Severity.CRITICAL);
      case "4", "high" -> Optional.of(Severity.ERROR);
      case "3", "average", "2", "warning" -> Optional.of(Severity.WARNING);
      case "1", "information", "0", "not classified" -> Optional.of(Severity.INFO);
      default -> Optional.empty();
    };
  }

  private static Condition condition(Fields event, Severity severity, String name) {
    var labels = new Pairs.Builder();
    label(event, "trigger_id", labels);
    label(event, "host", labels);
    label(event, "host_groups", labels);
    var details = new Details(event.words());
    for (String field :
        List.of(
            "operational_data",
            "trigger_description",
            "event_severity",
            "event_time",
            "event_tags",
            "item_value",
            "host_ip",
            "update_action",
            "update_message",
            "update_user",
            "url",
            "message")) {
      told(event, field).ifPresent(text -> details.add(field, text));
    }
    return new Condition(
        Labelled.oneLine(told(event, "event_name").orElse("a problem without a name: " + name)),
        Labelled.oneLine(told(event, "host").orElse("")),
        severity,
        labels.take(),
        details.take());
  }

  private static void label(Fields event, String name, Pairs.Builder labels) {
    told(event, name).ifPresent(text -> labels.add(name, Labelled.oneLine(text)));
  }

  /// The text, unless it is a macro that was not resolved. Only descriptions: another kind of value
  /// is left out.
  private static Optional<String> told(Fields event, String name) {
    return event.text(name).filter(text -> !MACRO.matcher(text).matches());
  }
}
