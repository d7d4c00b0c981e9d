package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Optional;
import watchbill.notification.Delivery;

/// What became of a notification, as the columns of its row.
///
/// @param nextAt when something must happen next; present exactly while it is not over
/// @param remark why, where the state has a reason
record DeliveryColumns(
    String state,
    Optional<Instant> at,
    Optional<Instant> nextAt,
    Optional<String> provider,
    Optional<String> reference,
    Optional<String> remark) {

  static DeliveryColumns of(Delivery delivery) {
    String state = delivery.word();
    return switch (delivery) {
      case Delivery.Due(var at) -> open(state, Optional.empty(), at, Optional.empty());
      case Delivery.Claimed(var until) -> open(state, Optional.empty(), until, Optional.empty());
      case Delivery.Handed(var at, var until) ->
          open(state, Optional.of(at), until, Optional.empty());
      case Delivery.Unknown(var at, var why, var againAt) ->
          open(state, Optional.of(at), againAt, Optional.of(why));
      case Delivery.Accepted(var at, var provider, var reference) ->
          taken(state, at, provider, reference);
      case Delivery.Delivered(var at, var provider, var reference) ->
          taken(state, at, provider, reference);
      case Delivery.Failed(var at, var why) -> over(state, at, why);
      case Delivery.Cancelled(var at, var why) -> over(state, at, why);
    };
  }

  static Delivery read(Row row) {
    String state = row.text();
    Optional<Instant> at = row.optionalInstant();
    Optional<Instant> nextAt = row.optionalInstant();
    Optional<String> provider = row.optionalText();
    Optional<String> reference = row.optionalText();
    Optional<String> remark = row.optionalText();
    return switch (state) {
      case "due" -> new Delivery.Due(nextAt.orElseThrow());
      case "claimed" -> new Delivery.Claimed(nextAt.orElseThrow());
      case "handed" -> new Delivery.Handed(at.orElseThrow(), nextAt.orElseThrow());
      case "unknown" ->
          new Delivery.Unknown(at.orElseThrow(), remark.orElseThrow(), nextAt.orElseThrow());
      case "accepted" ->
          new Delivery.Accepted(at.orElseThrow(), provider.orElseThrow(), reference.orElseThrow());
      case "delivered" ->
          new Delivery.Delivered(at.orElseThrow(), provider.orElseThrow(), reference.orElseThrow());
      case "failed" -> new Delivery.Failed(at.orElseThrow(), remark.orElseThrow());
      case "cancelled" -> new Delivery.Cancelled(at.orElseThrow(), remark.orElseThrow());
      default -> throw new IllegalStateException("no such state: " + state);
    };
  }

  Query bind(Query query) {
    return query
        .text(state)
        .instant(at)
        .instant(nextAt)
        .text(provider)
        .text(reference)
        .text(remark);
  }

  private static DeliveryColumns open(
      String state, Optional<Instant> at, Instant nextAt, Optional<String> remark) {
    return new DeliveryColumns(
        state, at, Optional.of(nextAt), Optional.empty(), Optional.empty(), remark);
  }

  private static DeliveryColumns taken(
      String state, Instant at, String provider, String reference) {
    return new DeliveryColumns(
        state,
        Optional.of(at),
        Optional.empty(),
        Optional.of(provider),
        Optional.of(reference),
        Optional.empty());
  }

  private static DeliveryColumns over(String state, Instant at, String why) {
    return new DeliveryColumns(
        state,
        Optional.of(at),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(why));
  }
}
