package watchbill.noise;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import watchbill.audit.Deed;
import watchbill.catalog.PersonId;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.notification.Notification;

/// Decides who is asked about a page. Pure.
public final class Questions {
  private static final String TAKEN = "page.acknowledged";

  private Questions() {}

  /// Who is asked, once the page is over: whoever took charge of it last, else whoever resolved it,
  /// else whoever was told of it first. Nobody, when it is open or nobody was told.
  ///
  /// @param happened what the audit knows of the page, oldest first
  /// @param told its notifications, oldest first
  /// @param isPerson whether somebody is configured: who has left is not asked
  public static Optional<PersonId> asked(
      Page page, List<Deed> happened, List<Notification> told, Predicate<PersonId> isPerson) {
    if (!(page.escalation() instanceof Escalation.Resolved resolved)) {
      return Optional.empty();
    }
    Stream<String> takers =
        happened.reversed().stream().filter(d -> d.action().equals(TAKEN)).map(Deed::actor);
    Stream<String> woken =
        told.stream().filter(n -> n.leftAt().isPresent()).map(n -> n.person().handle());
    return Stream.of(takers, Stream.of(resolved.by()), woken)
        .flatMap(handles -> handles)
        .map(PersonId::new)
        .filter(isPerson)
        .findFirst();
  }

  /// Whether a person took charge of it, or said themselves that it is over.
  static boolean isAnswered(Page page, List<Deed> happened) {
    return happened.stream().anyMatch(d -> d.action().equals(TAKEN))
        || (page.escalation() instanceof Escalation.Resolved r && !Disturbances.isByItself(r));
  }
}
