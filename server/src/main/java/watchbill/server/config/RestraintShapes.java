package watchbill.server.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import watchbill.server.config.source.Shape;
import watchbill.server.maintenance.RecurringWork;
import watchbill.silence.Matcher;
import watchbill.silence.Matchers;

/// What texts about holding alerts back must look like.
final class RestraintShapes {
  static final String RESOLVE = "resolve";

  private static final int RULE_MAX = 200;
  private static final int REASON_MAX = 200;

  static final Shape<String> WHEN_SILENT =
      Shape.of(
              "unknown or resolve",
              text -> Optional.of(text).filter(t -> t.equals("unknown") || t.equals(RESOLVE)))
          .among(List.of("unknown", RESOLVE));
  static final Shape<Duration> LENGTH =
      Shape.of(
          "1m to 365d, like 1d",
          text -> Shapes.span(text, Duration.ofMinutes(1), Duration.ofDays(365)));
  static final Shape<Duration> SHORT_LENGTH =
      Shape.of(
          "1m to 1d, like 15m",
          text -> Shapes.span(text, Duration.ofMinutes(1), Duration.ofDays(1)));
  static final Shape<Integer> TIMES =
      Shape.of(
          "0 to 100 times; 0 means never",
          text ->
              text.matches("[0-9]{1,3}")
                  ? Optional.of(Integer.parseInt(text)).filter(n -> n <= 100)
                  : Optional.empty());
  static final Shape<Matcher> MATCHER =
      Shape.of("a matcher, like severity=~\"warning|info\"", Matchers::parse);
  static final Shape<String> LABEL =
      Shapes.matching("the name of a label, like cluster", "[a-zA-Z_][a-zA-Z0-9_]*");
  static final Shape<String> REASON =
      Shape.of(
          "a reason of 1 to " + REASON_MAX + " characters",
          text -> Optional.of(text.strip()).filter(t -> !t.isEmpty() && t.length() <= REASON_MAX));
  static final Shape<String> RULE =
      Shape.of(
          "a rule of recurrence, like FREQ=WEEKLY;BYDAY=SU",
          text ->
              Optional.of(text.strip())
                  .filter(t -> t.length() <= RULE_MAX && RecurringWork.isRule(t)));

  private RestraintShapes() {}
}
