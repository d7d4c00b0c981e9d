package watchbill.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Times;
import watchbill.adapter.ingest.json.JsonDialect;
import watchbill.adapter.ingest.mapping.JsonPath;
import watchbill.adapter.ingest.mapping.Mapping;
import watchbill.adapter.ingest.mapping.Value;
import watchbill.adapter.ingest.mapping.Values;
import watchbill.adapter.ingest.opsgenie.QueryTaker;
import watchbill.adapter.rule.cel.CelMappings;
import watchbill.adapter.rule.cel.CelRules;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.TeamId;
import watchbill.heartbeat.CronExpression;
import watchbill.heartbeat.Schedule;
import watchbill.route.Facts;
import watchbill.server.pattern.Re2Patterns;
import watchbill.silence.Matcher;
import watchbill.silence.MatcherText;
import watchbill.testkit.Cast;

/// The small languages: each takes one text.
final class TextTargets {
  private static final CelRules RULES = new CelRules();
  private static final CelMappings MAPPINGS = new CelMappings();
  private static final Re2Patterns PATTERNS = new Re2Patterns();
  private static final Integration JSON = FuzzHouse.of(IntegrationKind.JSON);

  private static final Facts FACTS =
      new Facts(
          "prometheus",
          "alertmanager",
          "k-1",
          new Condition(
              "Disk fills up on db-3",
              "db-3.eu-west-1",
              Severity.ERROR,
              Map.of("env", "prod"),
              Map.of("runbook", "https://example.org")),
          Map.of("env", "prod", "k8s.io/name", "db", "count", "12"),
          new Facts.Place(
              Cast.CHECKOUT,
              new TeamId("payments"),
              1,
              LocalDateTime.of(2025, 1, 6, 4, 30),
              false));

  private static final Map<String, Object> MESSAGE =
      Map.of("a", Map.of("b", List.of(1L, 2.5, "x")), "t", true, "s", "text");

  private static final byte[] BODY =
      """
      {"a":{"b":[1,2,{"c d":"x","_g":null}]},"t":" ","items":[{"n":1},{"n":"two"},[3]]}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private TextTargets() {}

  static Stream<FuzzTarget> all() {
    return Stream.of(
        of("query", QueryTaker::take, QueryTaker.SEEDS.toArray(String[]::new)),
        of("matchers", TextTargets::matchers, "{a=\"b\", c=~\"d|e\"}", "job!=api", "x!~\"\\\"a,\""),
        of("times", Times::parse, "2025-01-06T03:00:00Z", "2025-01-06 03:00+0100", "1,5"),
        of(
            "cel",
            TextTargets::cel,
            "labels.env == 'prod' && source.matches('^db-[0-9]+[.]eu')",
            "int(labels.count) + 1 == 13 ? hour < 5 : size(summary) > 10",
            "severity in ['critical', 'error'] || !working_hours",
            "message.a.b[0] + item.s"),
        of("paths", TextTargets::paths, "$.a.b[-2]['c d']", "{$.a} of {@.n}", "$.items[*].n"),
        of("cron", TextTargets::cron, "0 3 * * *", "*/5 8-18 1,15 jan-mar mon", "0 0 29 2 *"));
  }

  private static FuzzTarget of(String name, Consumer<String> language, String... seeds) {
    return new FuzzTarget(
        name,
        Seeds.texts(seeds),
        () -> input -> language.accept(new String(input, StandardCharsets.UTF_8)));
  }

  private static void matchers(String text) {
    DialectTaker.holds(MatcherText.parse(text) != null, "one is read or not");
    List<Matcher> all = MatcherText.parseAll(text).orElse(List.of());
    long found =
        all.stream()
            .map(matcher -> PATTERNS.compile(matcher.value()))
            .filter(pattern -> pattern.isPresent() && pattern.get().test(text))
            .count();
    DialectTaker.holds(found <= all.size(), "each is asked once");
  }

  private static void cel(String text) {
    if (RULES.condition(text) instanceof CelRules.Compiled.Right<Boolean>(var question)) {
      question.ask(FACTS);
    }
    if (RULES.text(text) instanceof CelRules.Compiled.Right<String>(var question)) {
      question.ask(FACTS);
    }
    if (MAPPINGS.compile(text) instanceof CelMappings.Compiled.Right(var taking)) {
      taking.take(MESSAGE, MESSAGE);
    }
  }

  private static void paths(String text) {
    Optional<JsonPath> items = JsonPath.parse(text).filter(JsonPath::leadsToItems);
    Value summary = Values.parse(text).orElseGet(() -> Values.parse("{@.n}").orElseThrow());
    var texts =
        new Mapping.Texts(
            summary,
            Optional.of(summary),
            Optional.of(summary),
            Optional.empty(),
            Optional.empty(),
            Optional.of(summary));
    var named = new Mapping.Named(Map.of("label", summary), Optional.of(summary));
    var mapping = new Mapping(items, texts, Map.of(), named, named, List.of(), List.of());
    new JsonDialect(Map.of(JSON.id(), mapping))
        .read(new Message(Map.of(), BODY), JSON, FuzzHouse.NOW);
  }

  private static void cron(String text) {
    CronExpression.parse(text)
        .ifPresent(cron -> {
          DialectTaker.holds(
              CronExpression.parse(cron.text()).equals(Optional.of(cron)), "its text is itself");
          for (String zone : List.of("UTC", "Europe/Madrid", "Australia/Lord_Howe")) {
            Instant next = new Schedule.Cron(cron, ZoneId.of(zone)).next(FuzzHouse.NOW);
            DialectTaker.holds(next.isAfter(FuzzHouse.NOW), "the next time is later: " + next);
          }
        });
  }
}
