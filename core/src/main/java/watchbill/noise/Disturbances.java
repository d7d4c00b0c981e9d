package watchbill.noise;

import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import watchbill.alert.AlertState;
import watchbill.audit.Deed;
import watchbill.catalog.PersonId;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.notification.Notification;

/// Makes out what one page cost people. Pure.
public final class Disturbances {
  private static final Set<String> BY_ITSELF =
      Set.of(AlertState.Resolved.BY_SOURCE, AlertState.Resolved.BY_LEASE, Deed.WATCHBILL);

  private Disturbances() {}

  /// What is known of a page.
  ///
  /// @param happened what the audit knows of it, oldest first
  /// @param told its notifications
  public record Known(
      Page page,
      Origin origin,
      List<Deed> happened,
      List<Notification> told,
      Optional<Judgement> judgement) {}

  /// What it came to.
  ///
  /// @param zones where people live
  public static Disturbance of(Known known, Function<PersonId, ZoneId> zones) {
    Page page = known.page();
    return new Disturbance(
        page.id(),
        page.service(),
        known.origin(),
        page.openedAt(),
        Questions.isAnswered(page, known.happened()),
        known.told().stream().anyMatch(n -> n.leftAt().isPresent()),
        byItselfAfter(page),
        known.judgement(),
        woken(known.told(), zones));
  }

  private static Optional<Duration> byItselfAfter(Page page) {
    return page.escalation() instanceof Escalation.Resolved r && isByItself(r)
        ? Optional.of(Duration.between(page.openedAt(), r.at()))
        : Optional.empty();
  }

  static boolean isByItself(Escalation.Resolved how) {
    return BY_ITSELF.contains(how.by());
  }

  private static Set<Disturbance.Woken> woken(
      List<Notification> told, Function<PersonId, ZoneId> zones) {
    Set<Disturbance.Woken> woken = new LinkedHashSet<>();
    for (Notification n : told) {
      Nights.night(n, zones.apply(n.person()))
          .ifPresent(night -> woken.add(new Disturbance.Woken(n.person(), night)));
    }
    return woken;
  }
}
