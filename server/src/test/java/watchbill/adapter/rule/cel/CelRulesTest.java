package watchbill.adapter.rule.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;
import watchbill.catalog.TeamId;
import watchbill.route.Facts;
import watchbill.route.Question.Answer;

class CelRulesTest {
  private static final CelRules RULES = new CelRules();

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
          Map.of("env", "prod", "alertname", "DiskFull", "k8s.io/name", "db", "count", "12"),
          new Facts.Place(
              new ServiceId("db-3"),
              new TeamId("payments"),
              1,
              LocalDateTime.of(2025, 1, 6, 4, 30),
              false));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "labels.env == 'prod'",
        "labels.nowhere == \"\"",
        "labels['k8s.io/name'].startsWith('d')",
        "details.runbook.contains('example') && details.other == ''",
        "severity in ['critical', 'error']",
        "integration == 'prometheus' && kind == 'alertmanager' && key == 'k-1'",
        "source.matches('^db-[0-9]+[.]eu')",
        "summary.endsWith('db-3') && size(summary) > 10",
        "service == 'db-3' && team == 'payments' && tier == 1",
        "hour < 5 && minute == 30 && weekday == 'Mon' && date == '2025-01-06'",
        "date in ['2025-01-06', '2025-12-25']",
        "!working_hours",
        "int(labels.count) + 1 == 13",
        "(tier == 1 ? 'a' : 'b') == 'a'",
        "tier == 2 || labels.env != 'staging'",
        "1 == 2 || size(labels) == 4",
        // A mistake on one side of `||` says nothing where the other is true.
        "int(labels.nowhere) == 1 || labels.env == 'prod'",
      })
  void isSo(String condition) {
    assertThat(ask(condition)).isEqualTo(new Answer.Is<>(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "has(labels.env)",
        "'env' in labels",
        "labels.exists(k, k == 'env')",
        "[1, 2].map(x, x * x) == [1, 4]",
        "timestamp('2025-01-06T00:00:00Z') == timestamp('2025-01-06T00:00:00Z')",
        "now() > 1",
        "tier * 2 == 2",
        "labels.env",
        "tier == '1'",
        "\"unfinished",
        "",
      })
  void isNotPartOfTheLanguage(String condition) {
    assertThat(RULES.condition(condition)).isInstanceOf(CelRules.Compiled.Wrong.class);
  }

  @Test
  void whatFailsOnOneAlertSaysWhy() {
    assertThat(ask("int(labels.env) > 5")).isInstanceOf(Answer.Failed.class);
    assertThat(ask("summary.matches(labels.env + '(')"))
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.why()).startsWith("error parsing regexp"));
  }

  @Test
  void aTextIsMadeOfWhatTheAlertSays() {
    assertThat(RULES.text("service + '/' + labels.alertname"))
        .isInstanceOfSatisfying(
            CelRules.Compiled.Right.class,
            right ->
                assertThat(right.question().ask(FACTS))
                    .isEqualTo(new Answer.Is<>("db-3/DiskFull")));
  }

  @Test
  void nothingIsDeeperOrLongerThanItMayBe() {
    for (String monster :
        List.of(
            "(".repeat(900) + "true" + ")".repeat(900),
            "!".repeat(1_999) + "true",
            "true" + " && true".repeat(249),
            "'" + "a".repeat(2_000) + "' == ''",
            "summary.matches('" + "(a{1,100}){1,100}".repeat(10) + "')")) {
      var compiled = RULES.condition(monster);
      if (compiled instanceof CelRules.Compiled.Right<Boolean>(var question)) {
        question.ask(FACTS); // It ends, and does not throw.
      }
    }
    assertThat(RULES.condition("(".repeat(900) + "true" + ")".repeat(900)))
        .isInstanceOf(CelRules.Compiled.Wrong.class);
  }

  @Test
  void whateverIsWrittenIsCompiledOrRefused() {
    long seed = new Random().nextLong();
    System.out.println("CelRulesTest: seed " + seed);
    var random = new Random(seed);
    String good = "labels.env == 'prod' && (hour < 9 || int(labels.count) > 3) && tier in [1, 2]";
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder(good);
      for (int edits = random.nextInt(4); edits >= 0; edits--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, good.charAt(random.nextInt(good.length())));
          default -> text.setCharAt(at, (char) (32 + random.nextInt(200)));
        }
      }
      if (RULES.condition(text.toString()) instanceof CelRules.Compiled.Right<Boolean>(var q)) {
        q.ask(FACTS);
      }
    }
  }

  private static Answer<Boolean> ask(String condition) {
    return switch (RULES.condition(condition)) {
      case CelRules.Compiled.Right<Boolean>(var question) -> question.ask(FACTS);
      case CelRules.Compiled.Wrong<Boolean>(var mistakes) ->
          throw new AssertionError(condition + ": " + mistakes);
    };
  }
}
