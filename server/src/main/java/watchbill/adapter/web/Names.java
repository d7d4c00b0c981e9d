package watchbill.adapter.web;

import java.util.List;
import java.util.Locale;
import watchbill.access.Session;
import watchbill.alert.AlertState;
import watchbill.audit.Deed;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.escalation.Roster;

/// Handles as people's names.
public record Names(Roster roster) {
  public String of(PersonId id) {
    return of(id.handle());
  }

  /// The name behind a handle; of the program and of sources too, since they also act.
  public String of(String handle) {
    return roster
        .person(new PersonId(handle))
        .map(Person::name)
        .orElseGet(() ->
            switch (handle) {
              case Session.ADMINISTRATOR -> "the administrator";
              case Deed.WATCHBILL, AlertState.Resolved.BY_SOURCE -> "its source";
              case AlertState.Resolved.BY_LEASE -> "nobody: its source went quiet";
              default -> handle;
            });
  }

  /// Whether a handle is a person's, and not a program's.
  public boolean isSomebody(String handle) {
    return handle.equals(Session.ADMINISTRATOR) || roster.person(new PersonId(handle)).isPresent();
  }

  /// `Ana`, `Ana and Ben`, `Ana, Ben and Cho`.
  public static String list(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /// The words with a capital at the front: `Payments` for the handle `payments`.
  public static String title(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
