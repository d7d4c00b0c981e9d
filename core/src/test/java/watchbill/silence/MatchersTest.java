package watchbill.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.kernel.Refusal;

class MatchersTest {
  static final Patterns PATTERNS = MatchersTest::compile;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          job, '=', api, api, true
          job, '=', api, api2, false
          job, '!=', api, api2, true
          job, '!=', api, '', true
          job, '=', '', '', true
          job, '=', '', api, false
          job, '=~', a.i, api, true
          job, '=~', ap, api, false
          job, '=~', pi, api, false
          job, '=~', api|web, web, true
          job, '=~', '.*', '', true
          job, '!~', api|web, web, false
          job, '!~', api, '', true
          job, '!~', ap, api, true
          """)
  void matchesAsAlertmanagerDoes(
      String name, String sign, String value, String seen, boolean expected) {
    Matcher matcher = matcher(name, sign, value);
    var labels = seen.isEmpty() ? Map.<String, String>of() : Map.of("job", seen);
    assertThat(Matchers.all(List.of(matcher), PATTERNS).test(subject(labels))).isEqualTo(expected);
    assertThat(matcher.inWords()).isEqualTo(name + sign + '"' + value + '"');
    assertThat(Matchers.parse(matcher.inWords())).contains(matcher);
    assertThat(Matchers.parse(name + " " + sign + value)).contains(matcher);
  }

  @Test
  void whatIsWrittenIsReadAsItWas() {
    Matcher odd = Matcher.is("a", "say \"no\"\nC:\\temp");
    assertThat(Matchers.parse(odd.inWords())).contains(odd);
    assertThat(Matchers.parse("no sign")).isEmpty();
    assertThat(Matchers.parse("a-b=c")).isEmpty();
  }

  @Test
  void allMustMatch() {
    List<Matcher> both = List.of(Matcher.is("job", "api"), matcher("team", "!=", "web"));
    var matching = Matchers.all(both, PATTERNS);
    assertThat(matching.test(subject(Map.of("job", "api")))).isTrue();
    assertThat(matching.test(subject(Map.of("job", "api", "team", "web")))).isFalse();
    assertThat(matching.test(subject(Map.of()))).isFalse();
  }

  @Test
  void seesWhatWatchbillKnowsUnlessTheSenderSaysIt() {
    Subject subject = subject(Map.of("watchbill_source", "said"));
    assertThat(
            Stream.of(Subject.NAMES.split(", ", -1))
                .collect(Collectors.toMap(n -> n, subject::label)))
        .isEqualTo(
            Map.of(
                "watchbill_service", "checkout",
                "watchbill_integration", "prometheus",
                "watchbill_severity", "critical",
                "watchbill_source", "said",
                "watchbill_summary", "down"));
    assertThat(subject.label("watchbill_nothing")).isEmpty();
  }

  @Test
  void aPatternThatIsNoneMutesNothing() {
    assertThat(Matchers.all(List.of(matcher("job", "!~", "(")), PATTERNS).test(subject(Map.of())))
        .isFalse();
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    assertThat(codes(List.of())).containsExactly("matchers.count");
    assertThat(codes(Collections.nCopies(101, Matcher.is("a", "b"))))
        .containsExactly("matchers.count");
    assertThat(codes(List.of(Matcher.is("a-b", "c"), matcher("ok", "=~", "("))))
        .containsExactly("matcher.name", "matcher.pattern");
    assertThat(codes(List.of(Matcher.is("a", "x".repeat(2_001))))).containsExactly("matcher.value");
    assertThat(codes(List.of(matcher("a", "=~", ".*"), matcher("b", "!=", "c"))))
        .containsExactly("matchers.match-everything");
    assertThat(codes(List.of(matcher("a", "=~", ".*"), matcher("b", "=~", ".+")))).isEmpty();
  }

  private static List<String> codes(List<Matcher> matchers) {
    return Matchers.faults(matchers, PATTERNS).stream().map(Refusal::code).toList();
  }

  static Matcher matcher(String name, String sign, String value) {
    return new Matcher(name, value, sign.endsWith("~"), sign.startsWith("="));
  }

  private static Subject subject(Map<String, String> labels) {
    var condition = new Condition("down", "web-1", Severity.CRITICAL, labels, Map.of());
    return new Subject(new IntegrationId("prometheus"), new ServiceId("checkout"), condition);
  }

  private static Optional<Predicate<String>> compile(String pattern) {
    try {
      return Optional.of(Pattern.compile(pattern).asMatchPredicate());
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
