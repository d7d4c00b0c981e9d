package watchbill.adapter.ingest.cloudevents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.Words;
import watchbill.adapter.ingest.mapping.Mapper;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.change.ChangeReport;
import watchbill.kernel.Refusal;

/// One event of the CDEvents vocabulary: what became of a service, or of an incident.
final class CdEvents {
  static final String ALLOWED =
      "dev.cdevents.service.deployed, upgraded, rolledback, published or removed,"
          + " dev.cdevents.incident.detected, reported or resolved";

  private static final int TEXT_MAX = 1024;
  private static final int ID_MAX = 512;
  private static final Words WORDS = Words.of("\\b");
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "service", Set.of("deployed", "upgraded", "rolledback", "published", "removed"),
          "incident", Set.of("detected", "reported", "resolved"));

  private final CloudEvent event;
  private final Mapper.Origin origin;
  private final String where;
  private final JsonNode subject;
  private final JsonNode content;

  CdEvents(CloudEvent event, Mapper.Origin origin, String where) {
    this.event = event;
    this.origin = origin;
    this.where = where;
    this.subject = event.data().path("subject");
    this.content = subject.path("content");
  }

  static boolean knows(String subject, String predicate) {
    return KNOWN.getOrDefault(subject, Set.of()).contains(predicate);
  }

  Reading read(String what, String predicate) {
    String id = text(subject.path("id"));
    if (id.isEmpty() || id.length() > ID_MAX) {
      return Reading.Refused.because(
          new Refusal(
              "event.missing",
              where + "data.subject.id",
              id,
              "text of 1 to " + ID_MAX + " characters"));
    }
    return what.equals("service") ? change(id, predicate) : incident(id, predicate);
  }

  private Reading change(String service, String predicate) {
    String done = predicate.equals("rolledback") ? "rolled back" : predicate;
    String environment = text(content.path("environment").path("id"));
    String in = environment.isEmpty() ? "" : " in " + environment;
    String artifact = text(content.path("artifactId"));
    String summary = service + " " + done + in + (artifact.isEmpty() ? "" : ": " + artifact);
    var change =
        new ChangeReport(
            Words.cut(summary, TEXT_MAX), event.source(), event.at(origin.now()), details());
    return new Reading.Understood(List.of(), List.of(change), List.of());
  }

  private Reading incident(String id, String predicate) {
    String source = text(subject.path("source"));
    String key = (source.isEmpty() ? event.source() : source) + " " + id;
    AlertKey alert = AlertKey.of(origin.from().id(), key);
    if (predicate.equals("resolved")) {
      return Reading.Understood.alerts(List.of(new AlertReport.Ended(alert)));
    }
    String summary =
        Optional.of(text(content.path("description")))
            .filter(d -> !d.isEmpty())
            .orElse("Incident " + id);
    var condition =
        new Condition(
            Words.cut(summary, TEXT_MAX), event.source(), Severity.ERROR, labels(), details());
    return Reading.Understood.alerts(
        List.of(
            new AlertReport.Firing(
                alert, key, condition, event.at(origin.now()), Optional.empty())));
  }

  private Pairs labels() {
    var labels = new Pairs.Builder();
    Stream.of("environment", "service")
        .forEach(name -> {
          String id = text(content.path(name).path("id"));
          if (!id.isEmpty()) {
            labels.add(name, Words.cut(id, TEXT_MAX));
          }
        });
    return labels.take();
  }

  /// The identity goes first: by it a change that comes twice is known.
  private Pairs details() {
    var details = new Details(WORDS);
    details.add("id", event.identity());
    details.add("type", event.type());
    for (String name : List.of("artifactId", "ticketURI", "environment", "service")) {
      JsonNode value = content.path(name);
      String said = text(value.isObject() ? value.path("id") : value);
      if (!said.isEmpty()) {
        details.add(name, said);
      }
    }
    String links =
        event.data().path("customData").properties().stream()
            .filter(m -> m.getValue().isString())
            .map(m -> m.getKey() + ": " + m.getValue().asString())
            .collect(Collectors.joining(", "));
    if (!links.isEmpty()) {
      details.add("custom", links);
    }
    return details.take();
  }

  private static String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? WORDS.oneLine(node.asString("")) : "";
  }
}
