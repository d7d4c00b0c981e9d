package watchbill.server.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.ServiceId;
import watchbill.heartbeat.CronExpression;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.Schedule;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Shape;

/// Reads `heartbeats`. A key becomes its hash here, and is not kept.
final class HeartbeatReader {
  static final Shape<Duration> EVERY =
      Shape.of(
              "1m to 366d, like 1d",
              text -> Shapes.span(text, Schedule.Every.MIN, Schedule.Every.MAX))
          .hint("a whole number and a unit: s, m, h or d");
  static final Shape<Duration> GRACE =
      Shape.of(
              "0s to 31d, like 30m",
              text -> Shapes.span(text, HeartbeatPlan.GRACE_MIN, HeartbeatPlan.GRACE_MAX))
          .hint("a whole number and a unit: s, m, h or d");
  static final Shape<CronExpression> CRON =
      Shape.of("five fields of cron that come at least once, like 0 3 * * *", CronExpression::parse)
          .hint("minute, hour, day of the month, month, day of the week; quote it");
  static final Shape<Severity> SEVERITY =
      Shape.of("critical, error, warning or info", HeartbeatReader::severity)
          .among(Arrays.stream(Severity.values()).map(Severity::word).collect(Collectors.toSet()));
  private static final Shape<Boolean> ENABLED =
      Shape.of(
          "true or false",
          text ->
              text.equals("true")
                  ? Optional.of(true)
                  : text.equals("false") ? Optional.of(false) : Optional.empty());
  private static final Shape<String> NOTE =
      Shapes.matching("1 to 1000 characters", "(?s).{1,1000}");

  private static final Duration GRACE_USUAL = Duration.ofMinutes(5);
  private static final Set<IntegrationKind> KINDS =
      Set.of(IntegrationKind.HEARTBEAT, IntegrationKind.OPSGENIE);

  private final Handles services;
  private final Handles integrations;
  private final Map<String, Integration> read;
  private final Map<String, String> usedBy = new HashMap<>();

  HeartbeatReader(Handles services, Handles integrations, List<Integration> read) {
    this.services = services;
    this.integrations = integrations;
    this.read =
        read.stream().collect(Collectors.toMap(i -> i.id().handle(), integration -> integration));
    read.forEach(i -> usedBy.put(i.keyHash(), "integration '" + i.id().handle() + "'"));
  }

  Optional<HeartbeatPlan> read(String handle, Field field) {
    return field
        .fields(
            "service",
            "every",
            "cron",
            "zone",
            "grace",
            "severity",
            "key",
            "integration",
            "note",
            "enabled")
        .flatMap(heartbeat -> plan(handle, heartbeat));
  }

  private Optional<HeartbeatPlan> plan(String handle, Fields heartbeat) {
    var service = heartbeat.required("service", "the handle of a service").flatMap(services::named);
    var schedule = schedule(heartbeat);
    var integration =
        heartbeat.field("integration").flatMap(field -> integration(field)).map(IntegrationId::new);
    var keyHash = heartbeat.optional("key", Shapes.INTEGRATION_KEY).map(IntegrationReader::sha256);
    keyHash.ifPresent(hash -> refuseSecondUse(handle, hash, heartbeat));
    Duration grace = heartbeat.optional("grace", GRACE).orElse(GRACE_USUAL);
    Severity severity = heartbeat.optional("severity", SEVERITY).orElse(Severity.ERROR);
    String note = heartbeat.optional("note", NOTE).orElse("");
    boolean enabled = heartbeat.optional("enabled", ENABLED).orElse(true);
    if (!heartbeat.has("key") && !heartbeat.has("integration")) {
      heartbeat.refuseMissing(
          "key",
          "is missing, and so is integration; use " + Shapes.INTEGRATION_KEY.allowed(),
          "one of the two says whose pings count");
    }
    return service.flatMap(of ->
        schedule.map(when ->
            new HeartbeatPlan(
                new HeartbeatId(handle),
                integration,
                keyHash,
                new ServiceId(of),
                when,
                grace,
                severity,
                note,
                enabled)));
  }

  private static Optional<Schedule> schedule(Fields heartbeat) {
    Optional<ZoneId> zone = heartbeat.optional("zone", Shapes.ZONE);
    if (heartbeat.has("every") == heartbeat.has("cron")) {
      String problem =
          heartbeat.has("every")
              ? "stands beside cron; use one of the two"
              : "is missing, and so is cron; use " + EVERY.allowed();
      heartbeat.refuseMissing("every", problem, "cron: \"0 3 * * *\" says times of day");
      return Optional.empty();
    }
    if (heartbeat.has("every")) {
      heartbeat
          .field("zone")
          .ifPresent(field ->
              field.refuse(Mistake.Kind.VALUE, "means nothing beside every", "a zone is for cron"));
      return heartbeat.optional("every", EVERY).map(Schedule.Every::new);
    }
    Optional<CronExpression> cron = heartbeat.optional("cron", CRON);
    if (!heartbeat.has("zone")) {
      heartbeat.refuseMissing("zone", "is missing; use " + Shapes.ZONE.allowed(), "");
    }
    return cron.flatMap(times -> zone.map(z -> new Schedule.Cron(times, z)));
  }

  /// One whose clients know heartbeats by their names.
  private Optional<String> integration(Field field) {
    Optional<String> named = integrations.named(field);
    named
        .map(read::get)
        .filter(integration -> !KINDS.contains(integration.kind()))
        .ifPresent(integration ->
            field.refuse(
                Mistake.Kind.REFERENCE,
                "is of kind " + integration.kind().word() + ", which knows no heartbeats",
                "use an integration of kind heartbeat or opsgenie"));
    return named;
  }

  private void refuseSecondUse(String handle, String hash, Fields heartbeat) {
    String first = usedBy.putIfAbsent(hash, "heartbeat '" + handle + "'");
    if (first != null) {
      heartbeat
          .field("key")
          .ifPresent(key ->
              key.refuse(
                  Mistake.Kind.DUPLICATE,
                  first + " has the same key; use another for each",
                  Shapes.INTEGRATION_KEY.hint()));
    }
  }

  private static Optional<Severity> severity(String word) {
    return Arrays.stream(Severity.values()).filter(s -> s.word().equals(word)).findFirst();
  }
}
