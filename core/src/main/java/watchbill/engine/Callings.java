package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import watchbill.audit.AuditEntry;
import watchbill.audit.Deed;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.notification.Notification;
import watchbill.workload.CallOut;

/// Reads from what happened to a page whom it kept, and for how long. Pure.
///
/// Whoever was told of it is kept until somebody takes it, hands it over or ends it; whoever takes
/// it, until they hand it over or it ends.
final class Callings {
  /// A page that nobody closes does not keep people for days.
  static final Duration LENGTH_MAX = Duration.ofHours(8);

  private static final Set<String> PASSES_IT_ON = Set.of("page.handed-over", "page.passed-on");
  private static final String TAKES = "page.acknowledged";
  private static final String ENDS = "page.resolved";

  private final List<CallOut> calls = new ArrayList<>();
  private final TeamId team;
  private final String page;
  private final PersonId person;
  private @Nullable Instant wokenAt;
  private Instant atMost = Instant.MIN;

  /// Somebody has it, or it is over: who is told of it now was told too late to be kept.
  private boolean isTaken;

  /// They were called already since it was passed on last.
  private boolean wasCalled;

  private boolean wasEverCalled;

  private Callings(TeamId team, String page, PersonId person) {
    this.team = team;
    this.page = page;
    this.person = person;
  }

  /// The calls that are over; one that is not will be another time.
  ///
  /// @param told every notification of the page
  /// @param happened what the audit knows of it, oldest first
  static List<CallOut> of(
      TeamId team, String page, List<Notification> told, List<AuditEntry> happened, Instant now) {
    Set<PersonId> people =
        told.stream()
            .map(Notification::person)
            .collect(
                Collectors.toCollection(
                    () -> new TreeSet<>(Comparator.comparing(PersonId::handle))));
    List<CallOut> calls = new ArrayList<>();
    for (PersonId person : people) {
      calls.addAll(new Callings(team, page, person).read(told, happened, now));
    }
    return calls;
  }

  private List<CallOut> read(List<Notification> told, List<AuditEntry> happened, Instant now) {
    List<Instant> wakes =
        told.stream()
            .filter(n -> n.person().equals(person))
            .flatMap(n -> n.leftAt().stream())
            .sorted()
            .toList();
    if (wakes.isEmpty()) {
      return List.of();
    }
    int next = 0;
    for (AuditEntry entry : happened.stream().filter(Callings::matters).toList()) {
      Deed deed = entry.deed();
      while (next < wakes.size() && isBefore(wakes.get(next), deed)) {
        woken(wakes.get(next++));
      }
      happens(deed);
    }
    wakes.subList(next, wakes.size()).forEach(this::woken);
    endBy(now);
    return calls;
  }

  private static boolean matters(AuditEntry entry) {
    String action = entry.deed().action();
    return action.equals(TAKES) || action.equals(ENDS) || PASSES_IT_ON.contains(action);
  }

  /// Of one instant: who is told is told before somebody takes it, and because it is passed on.
  private static boolean isBefore(Instant wake, Deed deed) {
    return PASSES_IT_ON.contains(deed.action())
        ? wake.isBefore(deed.at())
        : !wake.isAfter(deed.at());
  }

  private void woken(Instant at) {
    endBy(at);
    boolean calledInVain = isTaken && wokenAt == null;
    if (calledInVain && wasCalled) {
      return; // One more message about the same, which was on its way.
    }
    if (wokenAt == null) {
      begin(at);
    }
    if (calledInVain) {
      end(at);
    }
  }

  private void happens(Deed deed) {
    boolean passedOn = PASSES_IT_ON.contains(deed.action());
    boolean takes = deed.action().equals(TAKES);
    endBy(deed.at());
    if (takes && deed.actor().equals(person.handle()) && wasEverCalled) {
      begin(wokenAt == null ? deed.at() : wokenAt);
      atMost = deed.at().plus(LENGTH_MAX);
    } else {
      end(deed.at());
    }
    isTaken = !passedOn;
    wasCalled = wasCalled && !passedOn;
  }

  private void begin(Instant at) {
    wasCalled = true;
    wasEverCalled = true;
    wokenAt = at;
    atMost = at.plus(LENGTH_MAX);
  }

  private void end(Instant at) {
    if (wokenAt != null) {
      calls.add(new CallOut(person, team, page, wokenAt, at));
      wokenAt = null;
    }
  }

  /// Ends what must have ended by this instant.
  private void endBy(Instant now) {
    if (wokenAt != null && !atMost.isAfter(now)) {
      end(atMost);
    }
  }
}
