package watchbill.adapter.ingest.icinga;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;

/// What our notification script posts from Icinga 2, Icinga 1 and Nagios: of a host, or of a
/// service on a host.
public final class IcingaScript implements Dialect {
  private static final String TYPES =
      "PROBLEM, RECOVERY, ACKNOWLEDGEMENT, CUSTOM, or one of FLAPPING… and DOWNTIME…";
  private static final String STATES =
      "OK, WARNING, CRITICAL or UNKNOWN for a service; UP, DOWN or UNREACHABLE for a host";
  private static final int WORD_MAX = 40;

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.ICINGA;
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    Optional<String> body = message.text();
    if (body.isEmpty()) {
      return Reading.Refused.because(Json.notUtf8());
    }
    Form form = Form.of(body.get());
    Subject subject = Subject.of(form);
    String type = form.required("type", WORD_MAX).toUpperCase(Locale.ROOT);
    if (!form.wrong().isEmpty()) {
      return new Reading.Refused(form.wrong());
    }
    List<AlertReport> reports = reports(type, form, subject, from.id(), now);
    return form.wrong().isEmpty()
        ? Reading.Understood.alerts(reports)
        : new Reading.Refused(form.wrong());
  }

  private static List<AlertReport> reports(
      String type, Form form, Subject subject, IntegrationId from, Instant now) {
    String flapping = subject.key() + " flapping";
    return switch (type) {
      case "PROBLEM" -> problem(form, subject, from, now);
      case "RECOVERY" -> List.of(ended(from, subject.key()));
      case "ACKNOWLEDGEMENT" ->
          List.of(new AlertReport.TakenCharge(AlertKey.of(from, subject.key())));
      case "CUSTOM" -> {
        Severity severity = severity(form).orElse(Severity.INFO);
        String said = ": " + form.text("comment").orElse("somebody sent a notification");
        yield List.of(firing(from, subject.key() + " custom", subject.is(said, severity), now));
      }
      case "FLAPPINGSTART" ->
          List.of(firing(from, flapping, subject.is(" is flapping", Severity.WARNING), now));
      case "FLAPPINGSTOP", "FLAPPINGEND", "FLAPPINGDISABLED" -> List.of(ended(from, flapping));
      // What is planned is Icinga's to keep quiet about; it says nothing of the state.
      case "DOWNTIMESTART", "DOWNTIMEEND", "DOWNTIMEREMOVED", "DOWNTIMECANCELLED" -> List.of();
      default -> {
        form.refuse("alert.type", "type", type, TYPES);
        yield List.of();
      }
    };
  }

  private static List<AlertReport> problem(
      Form form, Subject subject, IntegrationId from, Instant now) {
    String state = form.text("state").orElse("").toUpperCase(Locale.ROOT);
    String output = form.text("output").map(o -> ": " + o).orElse("");
    Optional<Severity> severity = severity(form);
    if (severity.isEmpty() && form.wrong().isEmpty()) {
      form.refuse("alert.state", "state", state, "a state other than OK and UP for a PROBLEM");
    }
    return severity.stream()
        .map(s -> firing(from, subject.key(), subject.is(" is " + state + output, s), now))
        .toList();
  }

  /// Empty for a state that is none to worry about, and for one that is wrong.
  private static Optional<Severity> severity(Form form) {
    String state = form.required("state", WORD_MAX).toUpperCase(Locale.ROOT);
    return switch (state) {
      case "CRITICAL", "DOWN" -> Optional.of(Severity.CRITICAL);
      // Nobody knows how it is; that is no better than bad.
      case "UNKNOWN", "UNREACHABLE" -> Optional.of(Severity.ERROR);
      case "WARNING" -> Optional.of(Severity.WARNING);
      case "OK", "UP", "" -> Optional.empty();
      default -> {
        form.refuse("alert.state", "state", state, STATES);
        yield Optional.empty();
      }
    };
  }

  private static AlertReport firing(
      IntegrationId from, String key, Condition condition, Instant now) {
    return new AlertReport.Firing(AlertKey.of(from, key), key, condition, now, Optional.empty());
  }

  private static AlertReport ended(IntegrationId from, String key) {
    return new AlertReport.Ended(AlertKey.of(from, key));
  }
}
