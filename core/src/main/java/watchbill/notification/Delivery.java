package watchbill.notification;

import java.time.Instant;

/// What became of a notification: `due → claimed → handed → accepted → delivered`, or another end.
public sealed interface Delivery {
  /// To be sent at `at`, for the first time or again after a refusal that may pass.
  record Due(Instant at) implements Delivery {}

  /// A worker has taken it and has not begun to send; free again at `until`.
  record Claimed(Instant until) implements Delivery {}

  /// About to be sent, or sent and not answered yet; unknown if that lasts until `until`.
  record Handed(Instant at, Instant until) implements Delivery {}

  /// The provider took it on.
  record Accepted(Instant at, String provider, String reference) implements Delivery {}

  /// The provider says that it reached the person's device.
  record Delivered(Instant at, String provider, String reference) implements Delivery {}

  /// The provider may or may not have it; sent again at `againAt`, marked as a possible duplicate.
  record Unknown(Instant at, String why, Instant againAt) implements Delivery {}

  /// It was given up; `why` says what the last attempt met.
  record Failed(Instant at, String why) implements Delivery {}

  /// It was no longer needed.
  record Cancelled(Instant at, String why) implements Delivery {}

  /// For the store and for pages: `due`, `handed`.
  default String word() {
    return switch (this) {
      case Due _ -> "due";
      case Claimed _ -> "claimed";
      case Handed _ -> "handed";
      case Accepted _ -> "accepted";
      case Delivered _ -> "delivered";
      case Unknown _ -> "unknown";
      case Failed _ -> "failed";
      case Cancelled _ -> "cancelled";
    };
  }

  /// Whether nothing more will be tried.
  default boolean isOver() {
    return switch (this) {
      case Due _, Claimed _, Handed _, Unknown _ -> false;
      case Accepted _, Delivered _, Failed _, Cancelled _ -> true;
    };
  }
}
