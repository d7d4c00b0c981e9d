package watchbill.adapter.ingest.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.alert.AlertReport;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;

class LineRulesTest {
  private static final Instant NOW = Instant.parse("2025-01-06T03:00:00Z");
  private static final IntegrationId HOSTS = new IntegrationId("hosts");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "took 523 ms                | took # ms",
        "took 523ms                 | took #ms",
        "disk sda1 at 95 %          | disk sda1 at # %",
        "web-1 and web_22 are gone  | web-1 and web_22 are gone",
        "10.0.0.17:443 refused      | #.#.#.#:# refused",
        "2025-01-06T03:00:00 late   | #-#-#T03:#:# late",
        "[4711] ended               | [#] ended",
        "nothing to fold            | nothing to fold",
        "-5 degrees                 | -# degrees",
      })
  void numbersAreFoldedAndNamesAreNot(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }

  @Test
  void theFirstRuleThatFitsSaysWhatBecomesOfALine() {
    LineRules rules =
        drop(
            rule("noise").then(LineRule.Then.IGNORE).build(),
            rule("disk (\\w+) is (\\w+)")
                .level(Severity.CRITICAL)
                .summary("$1 of {host}: $2")
                .build(),
            rule("disk").level(Severity.INFO).build());

    var judged = rules.judge(HOSTS, List.of(line("disk sda is failing"), line("noise, disk")));

    assertThat(judged.ignored()).isEqualTo(1);
    assertThat(judged.about()).containsExactly(true, false);
    AlertReport.Firing firing = only(judged);
    assertThat(firing.condition().summary()).isEqualTo("sda of db1: failing");
    assertThat(firing.condition().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(firing.deduplicationKey()).isEqualTo("db1 sda of db1: failing");
  }

  @Test
  void whatNoRuleIsAboutIsDroppedAndCountedOrRaised() {
    List<Line> lines = List.of(line("a"), line("b"));
    assertThat(drop(rule("z").build()).judge(HOSTS, lines).dropped()).isEqualTo(2);

    var raised = new LineRules(List.of(), LineRules.Otherwise.RAISE).judge(HOSTS, lines);
    assertThat(raised.dropped()).isZero();
    assertThat(raised.reports()).hasSize(2);
  }

  @Test
  void aRuleThatResolvesEndsTheAlertOfTheSameKey() {
    LineRules rules =
        drop(
            rule("^(\\w+) is down").summary("$1 is down").key("$1").build(),
            rule("^(\\w+) is up").key("$1").then(LineRule.Then.RESOLVE).build());

    var judged = rules.judge(HOSTS, List.of(line("eth0 is down"), line("eth0 is up")));

    assertThat(judged.reports()).hasSize(2);
    assertThat(judged.reports().get(1)).isInstanceOf(AlertReport.Ended.class);
    assertThat(judged.reports().get(1).key()).isEqualTo(judged.reports().get(0).key());
  }

  @Test
  void everyFieldARuleNamesMustFit() {
    LineRule rule =
        new LineRule(
            List.of(where("host", "^db"), where("text", "(\\d+) errors")),
            Optional.empty(),
            Optional.of(Template.of("many on {host}{nothing}, $1")),
            Optional.empty(),
            LineRule.Then.RAISE);
    assertThat(only(drop(rule).judge(HOSTS, List.of(line("5 errors")))).condition().summary())
        .isEqualTo("many on db1, 5");
    assertThat(drop(rule).judge(HOSTS, List.of(line("no errors"))).dropped()).isEqualTo(1);
    LineRule ofAnother = rule("5").where("app", ".").build();
    assertThat(drop(ofAnother).judge(HOSTS, List.of(line("5 errors"))).dropped()).isEqualTo(1);
  }

  @Test
  void theSameAgainInOneMessageIsOneReportAndTheWorseOne() {
    LineRules rules =
        drop(rule("fatal").level(Severity.CRITICAL).key("k").build(), rule(".").key("k").build());

    AlertReport.Firing one =
        only(rules.judge(HOSTS, List.of(line("x"), line("fatal"), line("y"), line("z"))));

    assertThat(one.condition().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(one.condition().summary()).isEqualTo("fatal");
  }

  @Test
  void aLongKeyIsShortenedAndStaysItsOwn() {
    LineRules rules = drop(rule(".").key("{text}").build());
    String same = "x".repeat(300);
    String first = only(rules.judge(HOSTS, List.of(line(same + "1")))).deduplicationKey();
    String second = only(rules.judge(HOSTS, List.of(line(same + "2")))).deduplicationKey();
    assertThat(first).hasSizeLessThanOrEqualTo(255).isNotEqualTo(second);
  }

  @Test
  void aPatternThatWouldTakeForEverElsewhereTakesLinearTime() {
    LineRules rules = drop(rule("^(a+)+$").build());
    List<Line> lines = List.of(line("a".repeat(16_000) + "b"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(rules.judge(HOSTS, lines).dropped()).isEqualTo(1));
  }

  @Test
  void whatIsOverTheLimitIsCountedAndSaidInAnAlertOfItsOwn() {
    var limit = new LineLimit();
    List<AlertReport> storm = storm(0, 250);

    LineLimit.Admitted admitted = limit.admit(HOSTS, storm, NOW);

    assertThat(admitted.over()).isEqualTo(150);
    assertThat(admitted.reports()).hasSize(LineLimit.ALERTS_A_MINUTE + 1);
    assertThat(admitted.reports().getLast())
        .isInstanceOfSatisfying(
            AlertReport.Firing.class,
            f -> {
              assertThat(f.condition().summary())
                  .isEqualTo(
                      "150 more alerts of hosts in a minute than the 100 that are let through");
              assertThat(f.condition().severity()).isEqualTo(Severity.ERROR);
              assertThat(f.leaseUntil()).contains(NOW.plus(Duration.ofMinutes(15)));
            });
  }

  @Test
  void theSameAgainAndEndsAreNeverOverTheLimit() {
    var limit = new LineLimit();
    limit.admit(HOSTS, storm(0, 100), NOW);
    assertThat(limit.admit(HOSTS, storm(0, 100), NOW.plusSeconds(59)).over()).isZero();
    AlertReport ended = new AlertReport.Ended(storm(500, 501).getFirst().key());
    assertThat(limit.admit(HOSTS, List.of(ended), NOW).reports()).containsExactly(ended);
    assertThat(limit.admit(HOSTS, storm(100, 101), NOW.plusSeconds(59)).over()).isEqualTo(1);
    assertThat(limit.admit(new IntegrationId("other"), storm(0, 1), NOW).over()).isZero();
  }

  @Test
  void theNextMinuteBeginsAnewAlsoWhenTheClockIsSetBack() {
    var limit = new LineLimit();
    limit.admit(HOSTS, storm(0, 100), NOW);
    assertThat(limit.admit(HOSTS, storm(100, 200), NOW.plusSeconds(60)).over()).isZero();
    assertThat(limit.admit(HOSTS, storm(200, 300), NOW.minusSeconds(3600)).over()).isZero();
  }

  private static List<AlertReport> storm(int from, int until) {
    LineRules rules = new LineRules(List.of(), LineRules.Otherwise.RAISE);
    return rules
        .judge(HOSTS, IntStream.range(from, until).mapToObj(i -> line("storm of s" + i)).toList())
        .reports();
  }

  private static AlertReport.Firing only(LineRules.Judged judged) {
    assertThat(judged.reports()).hasSize(1);
    return (AlertReport.Firing) judged.reports().getFirst();
  }

  private static LineRules drop(LineRule... rules) {
    return new LineRules(List.of(rules), LineRules.Otherwise.DROP);
  }

  private static LineRule.Where where(String field, String pattern) {
    return new LineRule.Where(field, Pattern.compile(pattern));
  }

  private static Line line(String text) {
    return new Line(
        text,
        text,
        Severity.ERROR,
        "db1",
        new Line.Sameness.BySummary("db1"),
        NOW,
        Map.of(),
        Map.of("host", "db1"),
        Map.of());
  }

  private static Written rule(String pattern) {
    return new Written(
        new LineRule(
            List.of(where("text", pattern)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            LineRule.Then.RAISE));
  }

  /// A rule as a test writes it.
  private record Written(LineRule build) {
    Written level(Severity level) {
      return new Written(
          new LineRule(
              build.when(), Optional.of(level), build.summary(), build.key(), build.then()));
    }

    Written summary(String text) {
      return new Written(
          new LineRule(
              build.when(),
              build.level(),
              Optional.of(Template.of(text)),
              build.key(),
              build.then()));
    }

    Written key(String text) {
      return new Written(
          new LineRule(
              build.when(),
              build.level(),
              build.summary(),
              Optional.of(Template.of(text)),
              build.then()));
    }

    Written where(String field, String pattern) {
      return new Written(
          new LineRule(
              List.of(build.when().getFirst(), LineRulesTest.where(field, pattern)),
              build.level(),
              build.summary(),
              build.key(),
              build.then()));
    }

    Written then(LineRule.Then then) {
      return new Written(
          new LineRule(build.when(), build.level(), build.summary(), build.key(), then));
    }
  }
}
