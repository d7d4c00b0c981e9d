package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Optional;
import watchbill.escalation.Escalation;
import watchbill.escalation.Escalation.Resting;

/// Where a page stands, as the columns of its row. The table checks that a waiting page has an
/// instant to move on at.
record EscalationColumns(
    String state,
    Optional<Long> round,
    Optional<Long> step,
    Optional<Instant> beganAt,
    Optional<Instant> nextAt,
    Optional<String> by,
    Optional<Instant> at,
    Optional<String> rest) {
  /// Before the first round. To whatever asks for waiting pages one that rests is one of them, so
  /// that nothing can forget it.
  private static final long RESTING_ROUND = 0;

  static EscalationColumns of(Escalation escalation) {
    return switch (escalation) {
      case Escalation.Waiting(int round, int step, var beganAt, var nextAt) ->
          new EscalationColumns(
              "waiting",
              Optional.of((long) round),
              Optional.of((long) step),
              Optional.of(beganAt),
              Optional.of(nextAt),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case Escalation.Resting(var why, var by, var since, var until) ->
          new EscalationColumns(
              "waiting",
              Optional.of(RESTING_ROUND),
              Optional.of(0L),
              Optional.of(since),
              Optional.of(until),
              Optional.of(by),
              Optional.empty(),
              Optional.of(why.word()));
      case Escalation.Acknowledged(var by, var at, int round, int step, var until) ->
          new EscalationColumns(
              "acknowledged",
              Optional.of((long) round),
              Optional.of((long) step),
              Optional.empty(),
              until,
              Optional.of(by),
              Optional.of(at),
              Optional.empty());
      case Escalation.Exhausted(var at) -> ended("exhausted", Optional.empty(), at);
      case Escalation.Resolved(var by, var at) -> ended("resolved", Optional.of(by), at);
    };
  }

  static Escalation read(Row row) {
    String state = row.text();
    int round = row.smallNumber();
    int step = row.smallNumber();
    Optional<Instant> beganAt = row.optionalInstant();
    Optional<Instant> nextAt = row.optionalInstant();
    Optional<String> by = row.optionalText();
    Optional<Instant> at = row.optionalInstant();
    Optional<Resting.Why> rest = row.optionalText().map(Resting.Why::ofWord);
    return switch (state) {
      case "waiting" -> {
        Instant began = beganAt.orElseThrow();
        Instant next = nextAt.orElseThrow();
        yield rest.isPresent()
            ? new Resting(rest.get(), by.orElseThrow(), began, next)
            : new Escalation.Waiting(round, step, began, next);
      }
      case "acknowledged" ->
          new Escalation.Acknowledged(by.orElseThrow(), at.orElseThrow(), round, step, nextAt);
      case "exhausted" -> new Escalation.Exhausted(at.orElseThrow());
      case "resolved" -> new Escalation.Resolved(by.orElseThrow(), at.orElseThrow());
      default -> throw new IllegalStateException("no such state: " + state);
    };
  }

  Query bind(Query query) {
    return query
        .text(state)
        .number(round)
        .number(step)
        .instant(beganAt)
        .instant(nextAt)
        .text(by)
        .instant(at)
        .text(rest);
  }

  private static EscalationColumns ended(String state, Optional<String> by, Instant at) {
    return new EscalationColumns(
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        by,
        Optional.of(at),
        Optional.empty());
  }
}
