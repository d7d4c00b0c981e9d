package watchbill.engine;

import java.time.ZoneId;
import watchbill.alert.Suppression;
import watchbill.catalog.PersonId;
import watchbill.restraint.MaintenanceWindow;
import watchbill.silence.Matchers;
import watchbill.silence.Silence;
import watchbill.time.TimeWords;

/// Says why nobody is woken, with what one must know to agree or to object: whose silence, which
/// alert, what work.
final class SuppressionWords {
  private SuppressionWords() {}

  static String of(Suppression why, Stores stores, Configuration configuration, ZoneId zone) {
    return switch (why) {
      case Suppression.Silenced(var id, var until) ->
          stores
              .silences()
              .find(id)
              .map(s -> silence(s, configuration, zone))
              .orElse("silenced until " + TimeWords.dayAndTime(until, zone));
      case Suppression.Inhibited(var by) ->
          stores
              .alerts()
              .find(by)
              .map(a -> "inhibited: it is explained by \"" + a.condition().summary() + "\", open")
              .orElse("inhibited by another alert of the same message");
      case Suppression.InMaintenance(var window, var until) ->
          "in maintenance until "
              + TimeWords.dayAndTime(until, zone)
              + ": "
              + configuration.restraints().windows().stream()
                  .filter(w -> w.name().equals(window))
                  .findFirst()
                  .map(SuppressionWords::work)
                  .orElse(window);
      case Suppression.Flapping(var times, var until) ->
          "flapping: it opened "
              + times
              + " times; it pages if it still fires at "
              + TimeWords.dayAndTime(until, zone);
      case Suppression.ByRule(var rule) -> "rule " + rule + " says never";
    };
  }

  private static String silence(Silence silence, Configuration configuration, ZoneId zone) {
    String owner =
        configuration
            .catalog()
            .person(new PersonId(silence.createdBy()))
            .map(person -> person.name())
            .orElse(silence.createdBy());
    return "silenced by "
        + owner
        + " until "
        + TimeWords.dayAndTime(silence.endsAt(), zone)
        + ": "
        + Matchers.inWords(silence.matchers())
        + (silence.comment().isBlank() ? "" : ", \"" + silence.comment() + "\"");
  }

  private static String work(MaintenanceWindow window) {
    return window.name()
        + (window.reason().isBlank() ? "" : ", " + window.reason())
        + ", answered for by "
        + window.owner();
  }
}
