package watchbill.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertReport;
import watchbill.alert.SilenceId;
import watchbill.alert.Suppression;
import watchbill.catalog.ServiceId;
import watchbill.restraint.InhibitionRule;
import watchbill.restraint.Inhibitions;
import watchbill.restraint.RestraintStore;
import watchbill.silence.Matchers;
import watchbill.silence.Silence;
import watchbill.silence.Subject;

/// Why nobody should be woken for an alert at this moment. Asked when one opens, gets worse, or is
/// due to be looked at again; never about a resend that says nothing new.
final class Suppressing {
  private final Turn turn;
  private final Map<ServiceId, Optional<Suppression.InMaintenance>> maintenance = new HashMap<>();
  private final Map<String, Optional<AlertId>> inhibitors = new HashMap<>();
  private @Nullable List<Muter> muters;
  private @Nullable Inhibitions inhibitions;

  Suppressing(Turn turn) {
    this.turn = turn;
  }

  /// An active silence, ready to be asked.
  private record Muter(Silence silence, Predicate<Subject> matches) {}

  /// The first reason that holds for a new alert; empty when it should have a page.
  Optional<Suppression> why(Subject subject) {
    return why(subject, Optional.empty());
  }

  /// The same for one that is known. It is never its own reason, whatever it was called before.
  Optional<Suppression> why(Subject subject, AlertId alert) {
    return why(subject, Optional.of(alert));
  }

  private Optional<Suppression> why(Subject subject, Optional<AlertId> itself) {
    return maintenance
        .computeIfAbsent(
            subject.service(),
            service -> turn.configuration().restraints().maintenance(service, turn.now()))
        .<Suppression>map(inMaintenance -> inMaintenance)
        .or(() -> silence(subject).map(s -> new Suppression.Silenced(s.id(), s.endsAt())))
        .or(() ->
            inhibitor(subject)
                .filter(by -> !itself.equals(Optional.of(by)))
                .map(Suppression.Inhibited::new));
  }

  /// What may hold others back goes first, so that the order in one message makes no difference.
  /// Not when it speaks of one alert twice: then the order is what it says.
  ///
  /// @param subject what matchers would see; empty of a report that opens nothing
  List<AlertReport> sourcesFirst(
      List<AlertReport> reports, Function<AlertReport, Optional<Subject>> subject) {
    if (rules().isEmpty()
        || reports.stream().map(AlertReport::key).distinct().count() < reports.size()) {
      return reports;
    }
    List<AlertReport> sources = new ArrayList<>();
    List<AlertReport> others = new ArrayList<>();
    for (AlertReport report : reports) {
      boolean isSource =
          subject.apply(report).filter(s -> !compiled().asSource(s).isEmpty()).isPresent();
      (isSource ? sources : others).add(report);
    }
    sources.addAll(others);
    return sources;
  }

  /// An alert that is new or got worse may be the reason why the next of the same batch has no
  /// page.
  void heardOf(AlertId alert, Subject subject) {
    if (!rules().isEmpty()) {
      for (Inhibitions.Mark mark : compiled().asSource(subject)) {
        inhibitors.put(mark.digest() + mark.bothSides(), Optional.of(alert));
      }
    }
  }

  /// Keeps what must be known of open alerts: what mutes them, and whether they hold others back.
  void note(List<Alert> alerts) {
    if (!rules().isEmpty()) {
      Map<AlertId, Subject> open = new LinkedHashMap<>();
      alerts.stream()
          .filter(alert -> alert.state().isOpen())
          .forEach(alert -> open.put(alert.id(), Subject.of(alert)));
      noteSources(open);
    }
    Map<SilenceId, List<AlertId>> muted = new LinkedHashMap<>();
    for (Alert alert : alerts) {
      if (alert.suppression().orElse(null) instanceof Suppression.Silenced(var silence, _)) {
        muted.computeIfAbsent(silence, _ -> new ArrayList<>()).add(alert.id());
      }
    }
    muted.forEach(turn.stores().silences()::muted);
  }

  /// Of several silences the one that lasts longest: what it mutes is looked at again least often.
  private Optional<Silence> silence(Subject subject) {
    Silence longest = null;
    for (Muter muter : muters()) {
      if ((longest == null || muter.silence().endsAt().isAfter(longest.endsAt()))
          && muter.matches().test(subject)) {
        longest = muter.silence();
      }
    }
    return Optional.ofNullable(longest);
  }

  /// Keeps which others these open alerts hold back.
  void noteSources(Map<AlertId, Subject> alerts) {
    if (rules().isEmpty()) {
      return;
    }
    List<RestraintStore.Inhibitor> sources = new ArrayList<>();
    alerts.forEach((alert, subject) -> {
      for (Inhibitions.Mark mark : compiled().asSource(subject)) {
        sources.add(new RestraintStore.Inhibitor(mark.digest(), alert, mark.bothSides()));
      }
    });
    turn.stores().restraints().inhibits(sources);
  }

  /// The alert that explains this one, if any does.
  private Optional<AlertId> inhibitor(Subject subject) {
    if (rules().isEmpty()) {
      return Optional.empty();
    }
    for (Inhibitions.Mark mark : compiled().asTarget(subject)) {
      Optional<AlertId> found = inhibitor(mark.digest(), false);
      if (found.isEmpty() && !mark.bothSides()) {
        found = inhibitor(mark.digest(), true);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// Asked once for each digest, because a storm has few of them.
  private Optional<AlertId> inhibitor(String digest, boolean bothSides) {
    return inhibitors.computeIfAbsent(
        digest + bothSides, _ -> turn.stores().restraints().inhibitor(digest, !bothSides));
  }

  private List<InhibitionRule> rules() {
    return turn.configuration().restraints().inhibitions();
  }

  private Inhibitions compiled() {
    Inhibitions known = inhibitions;
    if (known == null) {
      known = new Inhibitions(rules(), turn.patterns());
      inhibitions = known;
    }
    return known;
  }

  private List<Muter> muters() {
    List<Muter> known = muters;
    if (known == null) {
      known =
          turn.stores().silences().live(turn.now()).stream()
              .filter(silence -> silence.isActive(turn.now()))
              .map(s -> new Muter(s, Matchers.all(s.matchers(), turn.patterns())))
              .toList();
      muters = known;
    }
    return known;
  }
}
