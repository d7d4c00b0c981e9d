package watchbill.adapter.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.heartbeat.CronExpression;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.HeartbeatStore;
import watchbill.heartbeat.KeptPing;
import watchbill.heartbeat.Ping;
import watchbill.heartbeat.Run;
import watchbill.heartbeat.Schedule;
import watchbill.heartbeat.Trouble;
import watchbill.time.Span;

/// Keeps heartbeats; when silence means trouble is a column with an index.
public final class SqlHeartbeatStore implements HeartbeatStore {
  private static final String COLUMNS =
      """
      id, integration, key_hash, service, period_micros, cron, zone, grace_micros, severity,
        note, enabled, created_at, retired_at, heard_at, good_at, expected_at, look_at, runs,
        trouble, trouble_since, trouble_times, deaf_from, deaf_until
      """;

  private static final String SAVE =
      "INSERT INTO heartbeat ("
          + COLUMNS
          + """
          ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET integration = excluded.integration,
            key_hash = excluded.key_hash, service = excluded.service,
            period_micros = excluded.period_micros, cron = excluded.cron, zone = excluded.zone,
            grace_micros = excluded.grace_micros, severity = excluded.severity,
            note = excluded.note, enabled = excluded.enabled, created_at = excluded.created_at,
            retired_at = excluded.retired_at, heard_at = excluded.heard_at,
            good_at = excluded.good_at, expected_at = excluded.expected_at,
            look_at = excluded.look_at, runs = excluded.runs, trouble = excluded.trouble,
            trouble_since = excluded.trouble_since, trouble_times = excluded.trouble_times,
            deaf_from = excluded.deaf_from, deaf_until = excluded.deaf_until
          """;

  private static final String HEARTBEAT = "SELECT " + COLUMNS + " FROM heartbeat ";
  private static final String FIND = HEARTBEAT + "WHERE id = ?";
  private static final String BY_KEY = HEARTBEAT + "WHERE key_hash = ? AND retired_at IS NULL";
  private static final String ALL = HEARTBEAT + "ORDER BY id LIMIT ?";
  private static final String OF =
      HEARTBEAT + "WHERE integration = ? AND retired_at IS NULL ORDER BY id LIMIT ?";
  private static final String DUE = HEARTBEAT + "WHERE look_at <= ? ORDER BY look_at, id LIMIT ?";

  private static final String ADD_PING =
      """
      INSERT INTO heartbeat_ping (id, heartbeat, at, kind, exit_code, run, body, via, took_micros)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FORGET_PINGS =
      """
      DELETE FROM heartbeat_ping WHERE heartbeat = ? AND id <= (
        SELECT id FROM heartbeat_ping WHERE heartbeat = ? ORDER BY id DESC LIMIT 1 OFFSET ?)
      """;

  private static final String PINGS =
      """
      SELECT id, heartbeat, at, kind, exit_code, run, body, via, took_micros
      FROM heartbeat_ping WHERE heartbeat = ? ORDER BY id DESC LIMIT ?
      """;

  private static final String HEARD_UNTIL =
      "SELECT until_at FROM heartbeat_hearing WHERE number = 1";

  private static final String HEAR =
      """
      INSERT INTO heartbeat_hearing (number, until_at) VALUES (1, ?)
      ON CONFLICT (number) DO UPDATE SET until_at = excluded.until_at
      """;

  private final Sql sql;

  SqlHeartbeatStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void save(Heartbeat heartbeat) {
    Query query = plan(sql.of(SAVE), heartbeat.plan());
    query
        .instant(heartbeat.createdAt())
        .instant(heartbeat.retiredAt())
        .instant(heartbeat.heardAt())
        .instant(heartbeat.goodAt())
        .instant(heartbeat.expectedAt())
        .instant(heartbeat.lookAt())
        .text(runs(heartbeat.runs()))
        .text(heartbeat.trouble().map(t -> t.kind().word()))
        .instant(heartbeat.trouble().map(Trouble::since))
        .number(heartbeat.trouble().map(t -> (long) t.times()))
        .instant(heartbeat.unheard().map(Span::from))
        .instant(heartbeat.unheard().map(Span::until))
        .run();
  }

  @Override
  public Optional<Heartbeat> find(HeartbeatId id) {
    return sql.of(FIND).text(id.value()).first(SqlHeartbeatStore::heartbeat);
  }

  @Override
  public Optional<Heartbeat> byKeyHash(String keyHash) {
    return sql.of(BY_KEY).text(keyHash).first(SqlHeartbeatStore::heartbeat);
  }

  @Override
  public List<Heartbeat> all(int limit) {
    return sql.of(ALL).number(limit).list(SqlHeartbeatStore::heartbeat);
  }

  @Override
  public List<Heartbeat> of(IntegrationId integration, int limit) {
    return sql.of(OF).text(integration.handle()).number(limit).list(SqlHeartbeatStore::heartbeat);
  }

  @Override
  public List<Heartbeat> due(Instant now, int limit) {
    return sql.of(DUE).instant(now).number(limit).list(SqlHeartbeatStore::heartbeat);
  }

  @Override
  public void add(KeptPing kept) {
    Ping ping = kept.ping();
    sql.of(ADD_PING)
        .text(kept.id())
        .text(kept.heartbeat().value())
        .instant(kept.at())
        .text(ping.kind().word())
        .number(ping.exitCode().map(code -> (long) code))
        .text(ping.run())
        .text(ping.body())
        .text(ping.via())
        .number(kept.took().map(SqlHeartbeatStore::micros))
        .run();
    String heartbeat = kept.heartbeat().value();
    sql.of(FORGET_PINGS).text(heartbeat).text(heartbeat).number(PINGS_MAX).run();
  }

  @Override
  public List<KeptPing> pings(HeartbeatId id, int limit) {
    return sql.of(PINGS).text(id.value()).number(limit).list(SqlHeartbeatStore::ping);
  }

  @Override
  public Optional<Instant> heardUntil() {
    return sql.of(HEARD_UNTIL).first(Row::instant);
  }

  @Override
  public void heardUntil(Instant at) {
    sql.of(HEAR).instant(at).run();
  }

  private static Query plan(Query query, HeartbeatPlan plan) {
    query
        .text(plan.id().value())
        .text(plan.integration().map(IntegrationId::handle))
        .text(plan.keyHash())
        .text(plan.service().handle());
    switch (plan.schedule()) {
      case Schedule.Every(var period) ->
          query.number(micros(period)).text(Optional.empty()).text(Optional.empty());
      case Schedule.Cron(var times, var zone) ->
          query.number(Optional.empty()).text(times.text()).text(zone.getId());
    }
    return query
        .number(micros(plan.grace()))
        .text(plan.severity().word())
        .text(plan.note())
        .flag(plan.enabled());
  }

  private static Heartbeat heartbeat(Row row) {
    return new Heartbeat(
        plan(row),
        row.instant(),
        row.optionalInstant(),
        row.optionalInstant(),
        row.optionalInstant(),
        row.instant(),
        row.optionalInstant(),
        runs(row.text()),
        trouble(row),
        deaf(row));
  }

  private static HeartbeatPlan plan(Row row) {
    return new HeartbeatPlan(
        new HeartbeatId(row.text()),
        row.optionalText().map(IntegrationId::new),
        row.optionalText(),
        new ServiceId(row.text()),
        schedule(row),
        length(row.number()),
        Severity.ofWord(row.text()),
        row.text(),
        row.flag());
  }

  private static Schedule schedule(Row row) {
    long period = row.number();
    Optional<String> cron = row.optionalText();
    Optional<String> zone = row.optionalText();
    return cron.<Schedule>map(text ->
            new Schedule.Cron(
                CronExpression.parse(text).orElseThrow(), ZoneId.of(zone.orElseThrow())))
        .orElseGet(() -> new Schedule.Every(length(period)));
  }

  private static Optional<Trouble> trouble(Row row) {
    Optional<String> kind = row.optionalText();
    Optional<Instant> since = row.optionalInstant();
    int times = row.smallNumber();
    return kind.map(k -> new Trouble(Trouble.Kind.ofWord(k), since.orElseThrow(), times));
  }

  private static Optional<Span> deaf(Row row) {
    Optional<Instant> from = row.optionalInstant();
    Optional<Instant> until = row.optionalInstant();
    return from.map(f -> new Span(f, until.orElseThrow()));
  }

  private static String runs(List<Run> runs) {
    return runs.stream()
        .map(run -> Micros.of(run.startedAt()) + " " + run.name())
        .collect(Collectors.joining("\n"));
  }

  private static List<Run> runs(String text) {
    return text.lines()
        .map(line -> line.split(" ", 2))
        .map(parts -> new Run(parts[1], Micros.toInstant(Long.parseLong(parts[0]))))
        .toList();
  }

  private static KeptPing ping(Row row) {
    return new KeptPing(
        row.text(),
        new HeartbeatId(row.text()),
        row.instant(),
        said(row),
        took(row.optionalText()));
  }

  private static Ping said(Row row) {
    return new Ping(
        Ping.Kind.ofWord(row.text()),
        row.optionalText().map(Integer::valueOf),
        row.text(),
        row.text(),
        row.text());
  }

  private static Optional<Duration> took(Optional<String> micros) {
    return micros.map(text -> length(Long.parseLong(text)));
  }

  private static Duration length(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }

  private static long micros(Duration length) {
    return length.dividedBy(Duration.of(1, ChronoUnit.MICROS));
  }
}
