package watchbill.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.catalog.ServiceId;

/// Where an alert goes, and how it got there.
///
/// @param calledBy the rule that decided on the urgency; empty when the severity did
/// @param group which alerts of the service are one page: those with the same text
/// @param added labels that rules added
/// @param trail every rule that was asked, in order
public record Route(
    ServiceId service,
    Calling calling,
    Optional<String> calledBy,
    String group,
    Timing timing,
    Map<String, String> added,
    List<Turn> trail) {
  public Route {
    trail = List.copyOf(trail);
  }

  /// What one rule said.
  public sealed interface Turn {
    String rule();

    /// It matched.
    ///
    /// @param effect what followed, in words
    record Matched(String rule, String effect, boolean goesOn) implements Turn {}

    record Passed(String rule, String condition) implements Turn {}

    /// No rule: the sender names a service.
    ///
    /// @param instead where it goes when there is no such service; empty when there is
    record Named(ServiceId service, Optional<ServiceId> instead) implements Turn {
      @Override
      public String rule() {
        return "";
      }

      @Override
      public String inWords() {
        return "the message names service "
            + service
            + instead.map(s -> ", and there is none: " + s + " is the integration's").orElse("");
      }
    }

    /// It could not be asked about this alert, so it says nothing.
    record Failed(String rule, String why) implements Turn {}

    /// `rule batch: matched, urgency never`.
    default String inWords() {
      return "rule "
          + rule()
          + switch (this) {
            case Matched(_, var effect, var goesOn) ->
                ": matched, " + effect + (goesOn ? ", and goes on" : "");
            case Passed(_, var condition) -> ": no, " + condition + " is not so";
            case Named named -> named.service();
            case Failed(_, var why) -> ": failed, so it was passed over: " + why;
          };
    }
  }

  /// The rules that made it what it is; empty when none did.
  public List<String> rules() {
    return trail.stream().filter(Turn.Matched.class::isInstance).map(Turn::rule).toList();
  }

  private boolean isAsNamed() {
    return trail.stream().anyMatch(t -> t instanceof Turn.Named n && n.instead().isEmpty());
  }

  public List<Turn> failures() {
    return trail.stream().filter(Turn.Failed.class::isInstance).toList();
  }

  /// The same, after what the sender said of the service.
  public Route after(Turn.Named said) {
    List<Turn> whole = new ArrayList<>(trail);
    whole.addFirst(said);
    return new Route(service, calling, calledBy, group, timing, added, whole);
  }

  /// `rule batch`, `rules batch, night`; `no rule` when none matched; `the message`, when it alone
  /// named the service.
  public String byWhat() {
    List<String> rules = rules();
    return rules.isEmpty()
        ? isAsNamed() ? "the message" : "no rule"
        : (rules.size() == 1 ? "rule " : "rules ")
            + rules.stream().collect(Collectors.joining(", "));
  }
}
