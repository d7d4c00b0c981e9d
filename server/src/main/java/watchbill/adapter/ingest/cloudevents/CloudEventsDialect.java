package watchbill.adapter.ingest.cloudevents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.mapping.DefaultForm;
import watchbill.adapter.ingest.mapping.Mapper;
import watchbill.adapter.ingest.mapping.Mapping;
import watchbill.alert.AlertReport;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.change.ChangeReport;
import watchbill.kernel.Refusal;

/// Reads events by their types.
public final class CloudEventsDialect implements Dialect {
  private static final int REFUSALS_MAX = 20;
  private static final Pattern CDEVENT =
      Pattern.compile("dev\\.cdevents\\.([a-z]+)\\.([a-z]+)(\\..*)?");
  private static final Pattern ALERT = Pattern.compile(".*\\.alert\\.(firing|resolved)");
  private static final String ALLOWED =
      CdEvents.ALLOWED + ", a type that ends in .alert.firing or .alert.resolved, or a mapping";

  /// An alert whose data is in the default form. The subject is what the alerts of one condition
  /// have in common, so it is their key; without one each event stands for itself.
  private static final Mapping OF_SUBJECT =
      DefaultForm.at("$.data", List.of("$.subject"), List.of("$.source"));

  private final Map<IntegrationId, Mapping> mappings;

  /// @param mappings for events of other types, by integration
  public CloudEventsDialect(Map<IntegrationId, Mapping> mappings) {
    this.mappings = Map.copyOf(mappings);
  }

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.CLOUDEVENTS;
  }

  @Override
  public Set<String> headers() {
    return EventReader.HEADERS;
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    EventReader.Events events = EventReader.read(message);
    List<AlertReport> reports = new ArrayList<>();
    List<ChangeReport> changes = new ArrayList<>();
    List<Refusal> wrong = new ArrayList<>(events.wrong());
    Set<String> seen = new HashSet<>();
    boolean understood = events.wrong().isEmpty() && events.found().isEmpty();
    for (EventReader.Found found : events.found()) {
      if (!seen.add(found.event().identity())) {
        continue;
      }
      switch (read(found, new Mapper.Origin(from, now))) {
        case Reading.Refused(var refused) -> wrong.addAll(refused);
        case Reading.Understood(var ofEvent, var changesOfEvent, var alsoWrong) -> {
          understood = true;
          String name = found.event().identity();
          ofEvent.forEach(report -> reports.add(named(report, name)));
          changes.addAll(changesOfEvent);
          wrong.addAll(alsoWrong);
        }
      }
    }
    List<Refusal> some = wrong.subList(0, Math.min(wrong.size(), REFUSALS_MAX));
    return understood ? new Reading.Understood(reports, changes, some) : new Reading.Refused(some);
  }

  private Reading read(EventReader.Found found, Mapper.Origin origin) {
    CloudEvent event = found.event();
    Mapping mapping = mappings.get(origin.from().id());
    Matcher cdEvent = CDEVENT.matcher(event.type());
    if (cdEvent.matches() && CdEvents.knows(cdEvent.group(1), cdEvent.group(2))) {
      return new CdEvents(event, origin, found.where()).read(cdEvent.group(1), cdEvent.group(2));
    }
    Matcher alert = ALERT.matcher(event.type());
    if (alert.matches()) {
      return alert(found, alert.group(1), origin);
    }
    return mapping == null
        ? Reading.Refused.because(
            new Refusal("event.type", found.where() + "type", event.type(), ALLOWED))
        : new Mapper(mapping, origin).read(event.whole(), found.where());
  }

  /// Source and id are the event's name: the specification has it that the same ones are the same
  /// event.
  private static AlertReport named(AlertReport report, String name) {
    return switch (report) {
      case AlertReport.Firing firing -> firing.in(name);
      case AlertReport.Ended(var key, _) -> new AlertReport.Ended(key, Optional.of(name));
      case AlertReport.TakenCharge taken -> taken;
    };
  }

  /// The type says whether it is over, whatever the data says.
  private static Reading alert(EventReader.Found found, String state, Mapper.Origin origin) {
    CloudEvent event = found.event();
    String where = found.where() + "data.";
    Optional<Refusal> objection = DefaultForm.objection(event.data(), where);
    if (objection.isPresent()) {
      return Reading.Refused.because(objection.get());
    }
    return new Mapper(OF_SUBJECT, origin).read(StatedAlert.of(event, state), found.where());
  }
}
