package watchbill.adapter.ingest.heartbeat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import watchbill.adapter.ingest.Json;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.Schedule;
import watchbill.kernel.Refusal;

/// Reads what Opsgenie's clients say of a heartbeat: when it is made, and what is changed of it.
sealed interface OpsgeniePlan {
  Map<String, Duration> UNITS =
      Map.of(
          "minutes", Duration.ofMinutes(1),
          "hours", Duration.ofHours(1),
          "days", Duration.ofDays(1));

  Map<String, Severity> PRIORITIES =
      Map.of(
          "P1", Severity.CRITICAL,
          "P2", Severity.ERROR,
          "P3", Severity.WARNING,
          "P4", Severity.INFO,
          "P5", Severity.INFO);

  Pattern NAME = Pattern.compile("[^\\p{Cntrl}/]{1," + HeartbeatId.NAME_MAX + "}");
  Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  record Read(HeartbeatPlan plan) implements OpsgeniePlan {}

  /// It can not be used.
  ///
  /// @param wrong at least one
  record Wrong(List<Refusal> wrong) implements OpsgeniePlan {}

  /// Never throws, whatever the bytes are.
  ///
  /// @param before what it was; empty when it is made
  static OpsgeniePlan read(byte[] body, Integration from, Optional<HeartbeatPlan> before) {
    if (Json.text(body).isEmpty()) {
      return new Wrong(List.of(Json.notUtf8()));
    }
    try (JsonParser json = Json.parser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return new Wrong(
            List.of(new Refusal("body.not-object", "body", "no object", "a JSON object")));
      }
      return plan(texts(json), from, before);
    } catch (JacksonException e) {
      return new Wrong(List.of(Json.malformed(e)));
    }
  }

  /// What stands at the top as text; objects and lists are passed over.
  private static Map<String, String> texts(JsonParser json) {
    Map<String, String> texts = new HashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        texts.put(name, json.getString());
      } else {
        json.skipChildren();
      }
    }
    return texts;
  }

  private static OpsgeniePlan plan(
      Map<String, String> said, Integration from, Optional<HeartbeatPlan> before) {
    List<Refusal> wrong = new ArrayList<>();
    HeartbeatId id = before.map(HeartbeatPlan::id).orElseGet(() -> id(said, from, wrong));
    Optional<Schedule> schedule = schedule(said, before.map(HeartbeatPlan::schedule), wrong);
    Severity severity =
        severity(said, before.map(HeartbeatPlan::severity).orElse(Severity.ERROR), wrong);
    String note = said.getOrDefault("alertMessage", before.map(HeartbeatPlan::note).orElse(""));
    if (note.length() > HeartbeatPlan.NOTE_MAX) {
      String most = "at most " + HeartbeatPlan.NOTE_MAX + " characters";
      wrong.add(new Refusal("heartbeat.message", "alertMessage", note, most));
    }
    boolean enabled = before.map(HeartbeatPlan::enabled).orElse(true);
    if (said.containsKey("enabled")) {
      enabled = "true".equals(said.get("enabled"));
    }
    if (!wrong.isEmpty()) {
      return new Wrong(wrong);
    }
    return new Read(
        new HeartbeatPlan(
            id,
            Optional.of(from.id()),
            Optional.empty(),
            from.service(),
            schedule.orElseThrow(),
            Duration.ZERO,
            severity,
            note,
            enabled));
  }

  private static HeartbeatId id(Map<String, String> said, Integration from, List<Refusal> wrong) {
    String name = said.getOrDefault("name", "").strip();
    if (!NAME.matcher(name).matches()) {
      String allowed = "1 to " + HeartbeatId.NAME_MAX + " characters on one line, without /";
      wrong.add(new Refusal("heartbeat.name", "name", name, allowed));
    }
    return HeartbeatId.made(from.id(), name);
  }

  private static Optional<Schedule> schedule(
      Map<String, String> said, Optional<Schedule> before, List<Refusal> wrong) {
    if (before.isPresent() && !said.containsKey("interval") && !said.containsKey("intervalUnit")) {
      return before;
    }
    String interval = said.getOrDefault("interval", "");
    String word = said.getOrDefault("intervalUnit", "");
    @Nullable Duration unit = UNITS.get(word);
    if (unit == null) {
      wrong.add(new Refusal("heartbeat.unit", "intervalUnit", word, "minutes, hours or days"));
      return Optional.empty();
    }
    Optional<Duration> period =
        Optional.of(interval)
            .filter(text -> NUMBER.matcher(text).matches())
            .map(text -> unit.multipliedBy(Long.parseLong(text)))
            .filter(length -> length.compareTo(Schedule.Every.MIN) >= 0)
            .filter(length -> length.compareTo(Schedule.Every.MAX) <= 0);
    if (period.isEmpty()) {
      wrong.add(
          new Refusal(
              "heartbeat.interval", "interval", interval, "a whole number, 1 minute to 366 days"));
    }
    return period.map(Schedule.Every::new);
  }

  private static Severity severity(
      Map<String, String> said, Severity otherwise, List<Refusal> wrong) {
    @Nullable String word = said.get("alertPriority");
    if (word == null) {
      return otherwise;
    }
    @Nullable Severity severity = PRIORITIES.get(word);
    if (severity == null) {
      wrong.add(new Refusal("heartbeat.priority", "alertPriority", word, "P1 to P5"));
      return otherwise;
    }
    return severity;
  }
}
