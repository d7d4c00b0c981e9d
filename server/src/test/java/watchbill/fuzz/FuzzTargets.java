package watchbill.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Forge;
import watchbill.adapter.ingest.alertmanager.AlertmanagerDialect;
import watchbill.adapter.ingest.alertmanager.AlertmanagerWebhook;
import watchbill.adapter.ingest.cloudevents.CloudEventsDialect;
import watchbill.adapter.ingest.email.MailDialect;
import watchbill.adapter.ingest.email.Mailbox;
import watchbill.adapter.ingest.github.GithubWebhook;
import watchbill.adapter.ingest.gitlab.GitlabWebhook;
import watchbill.adapter.ingest.grafana.GrafanaWebhook;
import watchbill.adapter.ingest.icinga.IcingaScript;
import watchbill.adapter.ingest.json.JsonDialect;
import watchbill.adapter.ingest.kuma.UptimeKumaWebhook;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.adapter.ingest.opsgenie.OpsgenieDialect;
import watchbill.adapter.ingest.otlp.OtlpDialect;
import watchbill.adapter.ingest.pagerduty.PagerDutyDialect;
import watchbill.adapter.ingest.sentry.SentryWebhook;
import watchbill.adapter.ingest.sns.SnsDialect;
import watchbill.adapter.ingest.syslog.SyslogDialect;
import watchbill.adapter.ingest.zabbix.ZabbixWebhook;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;

/// Every target there is.
final class FuzzTargets {
  private static final LineRules RAISE_ALL = new LineRules(List.of(), LineRules.Otherwise.RAISE);

  private FuzzTargets() {}

  static FuzzTarget named(String name) {
    return all().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  /// The most exposed first.
  static Stream<FuzzTarget> all() {
    return Stream.of(ofDialects(), TextTargets.all(), overHttp()).flatMap(targets -> targets);
  }

  static Stream<FuzzTarget> ofDialects() {
    return Stream.of(ofEvents(), ofWebhooks(), ofLines()).flatMap(targets -> targets);
  }

  /// What posts to `/in/{kind}/{key}`.
  static List<Dialect> webhooks() {
    return List.of(
        new JsonDialect(Map.of()),
        new CloudEventsDialect(Map.of()),
        new AlertmanagerWebhook(),
        new GrafanaWebhook(),
        new SentryWebhook(_ -> Optional.empty()),
        new UptimeKumaWebhook(),
        new ZabbixWebhook(),
        new IcingaScript(),
        new GithubWebhook(_ -> new Forge(Optional.empty(), true)),
        new GitlabWebhook(_ -> new Forge(Optional.empty(), true)));
  }

  static SnsDialect sns() {
    String topic = "arn:aws:sns:eu-west-1:123456789012:alarms";
    return new SnsDialect(
        Map.of(new IntegrationId(IntegrationKind.SNS.word()), Set.of(topic)), Set.of());
  }

  static OtlpDialect otlp() {
    return new OtlpDialect(_ -> RAISE_ALL);
  }

  private static Stream<FuzzTarget> ofEvents() {
    return Stream.of(
        of("pagerduty", new PagerDutyDialect(), FuzzTargets::pagerDuty),
        of(
            "alertmanager",
            new AlertmanagerDialect(),
            () -> List.of(Seeds.wire("prometheus-first-fire.json"))),
        of("opsgenie", new OpsgenieDialect(Map.of()), Seeds::opsgenie),
        of("sns", sns(), Seeds.cases("sns")));
  }

  private static List<byte[]> pagerDuty() {
    return Stream.of("/v2/enqueue", "/v2/change/enqueue", "/generic/2010-04-15/create_event.json")
        .flatMap(address ->
            Seeds.files("pagerduty", ".json", Map.of("address", address, "dedup-key", "made-1"))
                .stream())
        .toList();
  }

  private static Stream<FuzzTarget> ofWebhooks() {
    return webhooks().stream()
        .map(dialect -> of(name(dialect), dialect, Seeds.cases(folder(dialect))));
  }

  /// The last part of its package, which is the folder of its cases too.
  static String folder(Dialect dialect) {
    String name = dialect.getClass().getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /// Alertmanager has two dialects in one package.
  private static String name(Dialect dialect) {
    return dialect instanceof AlertmanagerWebhook ? "alertmanager-webhook" : folder(dialect);
  }

  private static Stream<FuzzTarget> ofLines() {
    return Stream.of(
        of(
            "email",
            new MailDialect(_ -> RAISE_ALL, _ -> Mailbox.ThreadBy.REFERENCES),
            () -> Seeds.files("email", ".eml", Map.of("envelope-from", "root@db1.example.org"))),
        of(
            "syslog",
            new SyslogDialect(_ -> RAISE_ALL),
            () -> Seeds.files("syslog", ".txt", Map.of())),
        of("otlp", otlp(), FuzzTargets::otlpSeeds));
  }

  private static List<byte[]> otlpSeeds() {
    return Stream.of("json", "protobuf")
        .flatMap(form -> {
          String type = "application/" + (form.equals("json") ? "json" : "x-protobuf");
          return Seeds.files("otlp", "." + form, Map.of("content-type", type)).stream();
        })
        .toList();
  }

  private static Stream<FuzzTarget> overHttp() {
    return Stream.of(new FuzzTarget("wire", WireSeeds::all, WireTaker::new));
  }

  private static FuzzTarget of(String name, Dialect dialect, Supplier<List<byte[]>> seeds) {
    return new FuzzTarget(name, seeds, () -> new DialectTaker(dialect));
  }
}
