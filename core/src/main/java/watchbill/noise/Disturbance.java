package watchbill.noise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import watchbill.alert.PageId;
import watchbill.catalog.PersonId;
import watchbill.catalog.ServiceId;

/// One page, and what it cost people.
///
/// @param answered whether a person took charge of it, or said that it is over
/// @param told whether anybody was told of it
/// @param byItselfAfter how long it lasted, when no person resolved it; empty while it is open
/// @param judgement what was said of it; empty while nobody did
/// @param woken who was woken in their night, each night once
public record Disturbance(
    PageId page,
    ServiceId service,
    Origin origin,
    Instant openedAt,
    boolean answered,
    boolean told,
    Optional<Duration> byItselfAfter,
    Optional<Judgement> judgement,
    Set<Woken> woken) {
  /// What is over by itself so soon gave nobody time to do anything.
  public static final Duration SOON = Duration.ofMinutes(5);

  public Disturbance {
    woken = Set.copyOf(woken);
  }

  /// Somebody, and a night of theirs.
  ///
  /// @param night the day on which it began
  public record Woken(PersonId person, LocalDate night) {}

  public boolean isSoonOverByItself() {
    return byItselfAfter.filter(length -> length.compareTo(SOON) <= 0).isPresent();
  }

  /// Whether somebody was told for nothing, as far as is known: they say that there was nothing to
  /// do, or, while nobody says anything, it was soon over by itself.
  public boolean isForNothing() {
    return told && judgement.map(j -> !j.actionable()).orElseGet(this::isSoonOverByItself);
  }
}
