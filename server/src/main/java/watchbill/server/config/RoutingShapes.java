package watchbill.server.config;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.rule.cel.CelRules;
import watchbill.route.Again;
import watchbill.route.Calling;
import watchbill.server.config.source.Shape;

/// What the texts of `routing` must look like. The guide `docs/guides/configuration.md` says the
/// same; change both.
final class RoutingShapes {
  static final Shape<Calling> CALLING =
      Shape.of(
              "now, working-hours or never",
              text -> Stream.of(Calling.values()).filter(c -> c.word().equals(text)).findFirst())
          .among(Stream.of(Calling.values()).map(Calling::word).toList());
  static final Shape<Again> AGAIN =
      Shape.of(
              "on-new, on-severity or never",
              text -> Stream.of(Again.values()).filter(a -> a.word().equals(text)).findFirst())
          .among(Stream.of(Again.values()).map(Again::word).toList());
  static final Shape<Duration> GROUP_WAIT =
      Shape.of("0s to 1h, like 30s", text -> Shapes.span(text, Duration.ZERO, Duration.ofHours(1)))
          .hint("how long a new page gathers before it wakes anybody");
  static final Shape<Duration> GROUP_INTERVAL =
      Shape.of("0s to 1d, like 5m", text -> Shapes.span(text, Duration.ZERO, Duration.ofDays(1)))
          .hint("how long after a page of the group the next may wake somebody");
  static final Shape<String> EXPRESSION =
      Shape.of(
          "an expression of 1 to " + CelRules.TEXT_MAX + " characters",
          text ->
              Optional.of(text.strip())
                  .filter(t -> !t.isEmpty() && t.length() <= CelRules.TEXT_MAX));
  static final Shape<Boolean> YES_OR_NO =
      Shape.of(
          "true or false",
          text ->
              switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
              });
  static final Shape<Integer> STORM_PAGES =
      Shape.of(
          "2 to 1000 pages",
          text ->
              text.matches("[0-9]{1,4}")
                  ? Optional.of(Integer.parseInt(text)).filter(n -> n >= 2 && n <= 1_000)
                  : Optional.empty());
  static final Shape<Duration> STORM_WITHIN =
      Shape.of(
          "1m to 1h, like 5m",
          text -> Shapes.span(text, Duration.ofMinutes(1), Duration.ofHours(1)));

  private RoutingShapes() {}
}
