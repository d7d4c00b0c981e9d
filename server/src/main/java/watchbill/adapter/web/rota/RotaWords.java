package watchbill.adapter.web.rota;

import java.util.List;
import watchbill.adapter.web.Names;
import watchbill.catalog.PersonId;
import watchbill.rota.Absence;
import watchbill.rota.Change;
import watchbill.rota.Gap;
import watchbill.rota.Shift;
import watchbill.rota.Watcher;
import watchbill.rota.turn.Vacancy;

/// What is true of a rota, with people's names.
record RotaWords(Names names, Days days) {

  /// `Ana and Ben`; empty in a gap.
  String names(Shift shift) {
    return people(shift.people());
  }

  String people(List<PersonId> people) {
    return Names.list(people.stream().map(names::of).toList());
  }

  /// Why nobody is on duty: `Ana is on leave, and no lieutenant can stand in`.
  String of(Gap gap) {
    return switch (gap) {
      case Gap.AllAway(var absences) -> absences(absences) + ", and no lieutenant can stand in";
      case Gap.Vacant _, Gap.TakenOff _, Gap.NoLieutenant _, Gap.NobodyElse _, Gap.UnknownRota _ ->
          gap.inWords();
    };
  }

  /// The same for a bar: `Ana is on leave`.
  String inShort(Gap gap) {
    return gap instanceof Gap.AllAway(var absences) ? absences(absences) : of(gap);
  }

  /// Whether nobody is wanted there: the rota has hours, and these are none of them.
  boolean isPlanned(Gap gap) {
    return gap instanceof Gap.Vacant(var vacancy)
        && (vacancy == Vacancy.OUTSIDE_HOURS || vacancy == Vacancy.BETWEEN);
  }

  /// What put them there, when it is not their turn: `swap with Cho`, `for Ana, who is on leave`.
  String differs(Shift shift) {
    return Names.list(
        shift.watchers().stream()
            .map(Watcher::because)
            .map(this::differs)
            .filter(words -> !words.isEmpty())
            .distinct()
            .toList());
  }

  private String differs(Watcher.Because because) {
    return switch (because) {
      case Watcher.Because.ByTurn _, Watcher.Because.AsLieutenant _ -> "";
      case Watcher.Because.ByOverride(_, var reason, var madeBy) ->
          reason.isEmpty() ? "entered by " + names.of(madeBy) : reason;
      case Watcher.Because.StandingIn(var away, var why) ->
          "for " + names.of(away) + ", who is " + why.inWords();
    };
  }

  /// `Cho stands in for Dev`.
  String of(Change change) {
    return switch (change) {
      case Change.Replace(var out, var in) -> names.of(in) + " stands in for " + names.of(out);
      case Change.Remove(var out) -> names.of(out) + " is taken off";
      case Change.Add(var in) -> names.of(in) + " joins";
      case Change.TakeOver(var seat, _) ->
          people(seat.people()) + (seat.people().size() > 1 ? " take over" : " takes over");
      case Change.FixedPeriod(var stints) -> "fixed period of " + stints.size() + " shifts";
    };
  }

  private String absences(List<Absence> absences) {
    return Names.list(
        absences.stream().map(a -> names.of(a.person()) + " is " + a.why().inWords()).toList());
  }
}
