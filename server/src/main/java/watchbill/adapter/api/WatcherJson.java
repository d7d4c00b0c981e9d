package watchbill.adapter.api;

import java.util.List;
import java.util.Optional;
import watchbill.catalog.Person;
import watchbill.escalation.Roster;
import watchbill.rota.Watcher;

/// Somebody on duty.
///
/// @param because what put them there; empty where it is their turn
record WatcherJson(String person, Optional<String> name, String because) {
  static List<WatcherJson> all(Roster roster, List<Watcher> watchers) {
    return watchers.stream()
        .map(w ->
            new WatcherJson(
                w.person().handle(),
                roster.person(w.person()).map(Person::name),
                w.because().inWords()))
        .toList();
  }
}
