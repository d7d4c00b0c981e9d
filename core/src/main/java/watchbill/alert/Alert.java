package watchbill.alert;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;

/// One condition as it stands.
///
/// @param condition as its source said it last; by this a resend is known
/// @param added labels that rules gave it when it last went through them
/// @param page that covers it; empty when nothing wakes anybody for it
/// @param suppression why it has no page; an open alert has either
/// @param startsAt when the sender says it began
/// @param openedAt when Watchbill first heard of it
/// @param leaseUntil when it counts as over unless said again
/// @param reportCount how many reports of it came, at least 1
public record Alert(
    AlertId id,
    AlertKey key,
    IntegrationId integration,
    ServiceId service,
    String deduplicationKey,
    Condition condition,
    Map<String, String> added,
    AlertState state,
    Optional<PageId> page,
    Optional<Suppression> suppression,
    Instant startsAt,
    Instant openedAt,
    Instant lastSeenAt,
    Optional<Instant> leaseUntil,
    long reportCount,
    EventId firstEvent,
    EventId lastEvent) {
  /// One to which no rule gave a label.
  public Alert(
      AlertId id,
      AlertKey key,
      IntegrationId integration,
      ServiceId service,
      String deduplicationKey,
      Condition condition,
      AlertState state,
      Optional<PageId> page,
      Optional<Suppression> suppression,
      Instant startsAt,
      Instant openedAt,
      Instant lastSeenAt,
      Optional<Instant> leaseUntil,
      long reportCount,
      EventId firstEvent,
      EventId lastEvent) {
    this(
        id,
        key,
        integration,
        service,
        deduplicationKey,
        condition,
        Map.of(),
        state,
        page,
        suppression,
        startsAt,
        openedAt,
        lastSeenAt,
        leaseUntil,
        reportCount,
        firstEvent,
        lastEvent);
  }

  public Alert {
    added = Map.copyOf(added);
    if (page.isPresent() == suppression.isPresent()) {
      throw new IllegalArgumentException("either a page or the reason why there is none: " + id);
    }
  }

  /// The condition as people, silences and interfaces see it: with the labels that rules added.
  public Condition shown() {
    return condition.labelled(added);
  }

  /// The same alert with these labels from rules, in place of those it had from them.
  public Alert labelled(Map<String, String> byRules) {
    return new Alert(
        id,
        key,
        integration,
        service,
        deduplicationKey,
        condition,
        byRules,
        state,
        page,
        suppression,
        startsAt,
        openedAt,
        lastSeenAt,
        leaseUntil,
        reportCount,
        firstEvent,
        lastEvent);
  }

  /// The same alert under another page.
  public Alert movedTo(PageId other) {
    return covered(Optional.of(other), Optional.empty());
  }

  /// The same alert without a page.
  public Alert suppressed(Suppression why) {
    return covered(Optional.empty(), Optional.of(why));
  }

  /// The same alert, over.
  public Alert over(AlertState.Resolved how) {
    return with(condition, how, lastSeenAt, leaseUntil, reportCount, lastEvent);
  }

  /// The same alert, of which nobody knows how it stands.
  ///
  /// @param until when that is enough; empty means never
  public Alert quiet(Instant since, Optional<Instant> until) {
    return with(
        condition, new AlertState.Unknown(since), lastSeenAt, until, reportCount, lastEvent);
  }

  /// The same alert with its lease running until then.
  public Alert leasedUntil(Instant until) {
    return with(condition, state, lastSeenAt, Optional.of(until), reportCount, lastEvent);
  }

  /// The same alert after more reports of it.
  ///
  /// @param words the condition as last reported
  /// @param count how many more, at least 1
  public Alert reportedAgain(
      Condition words, Optional<Instant> lease, Instant seenAt, long count, EventId event) {
    return with(words, new AlertState.Open(), seenAt, lease, reportCount + count, event);
  }

  /// What is needed to decide about the next report of it.
  ///
  /// @param urgency the greatest it was ever reported with
  public KnownAlert known(Urgency urgency) {
    return new KnownAlert(
        id, key, page, urgency, state, startsAt, leaseUntil, condition.fingerprint());
  }

  private Alert with(
      Condition words,
      AlertState standing,
      Instant seenAt,
      Optional<Instant> lease,
      long count,
      EventId event) {
    return new Alert(
        id,
        key,
        integration,
        service,
        deduplicationKey,
        words,
        added,
        standing,
        page,
        suppression,
        startsAt,
        openedAt,
        seenAt,
        lease,
        count,
        firstEvent,
        event);
  }

  private Alert covered(Optional<PageId> by, Optional<Suppression> why) {
    return new Alert(
        id,
        key,
        integration,
        service,
        deduplicationKey,
        condition,
        added,
        state,
        by,
        why,
        startsAt,
        openedAt,
        lastSeenAt,
        leaseUntil,
        reportCount,
        firstEvent,
        lastEvent);
  }
}
