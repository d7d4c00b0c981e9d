package watchbill.rota;

import java.util.List;
import java.util.stream.Collectors;
import watchbill.rota.turn.Vacancy;

/// Why nobody is on duty.
public sealed interface Gap {
  /// No layer has anybody.
  record Vacant(Vacancy vacancy) implements Gap {}

  /// Overrides took everybody off.
  record TakenOff() implements Gap {}

  /// Those who would be can't, and neither can their lieutenant.
  record AllAway(List<Absence> absences) implements Gap {
    public AllAway {
      absences = List.copyOf(absences);
    }
  }

  record NoLieutenant() implements Gap {}

  /// The lieutenant is whoever comes next, and nobody does.
  record NobodyElse() implements Gap {}

  record UnknownRota() implements Gap {}

  default String inWords() {
    return switch (this) {
      case Vacant(var vacancy) -> vacancy.inWords();
      case TakenOff _ -> "an override takes everybody off";
      case AllAway(var absences) ->
          absences.stream()
                  .map(a -> a.person() + " is " + a.why().inWords())
                  .collect(Collectors.joining(" and "))
              + ", and no lieutenant can stand in";
      case NoLieutenant _ -> "it names no lieutenant";
      case NobodyElse _ -> "nobody follows the primary";
      case UnknownRota _ -> "there is no such rota";
    };
  }
}
