package watchbill.adapter.web.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Option;
import watchbill.catalog.PersonId;
import watchbill.escalation.Roster;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.Shift;
import watchbill.time.Span;

/// What can be swapped in a rota: the reader's shifts, and everybody else's.
record Offers(Rota rota, Roster roster, Span window, String reader) {
  /// Of whom nothing more is shown; a list on a phone must end somewhere.
  private static final int SHIFTS_MAX = 6;

  List<Option> mine() {
    List<Option> options = new ArrayList<>();
    for (Role role : duties()) {
      String as = role.equals(Role.PRIMARY) ? "" : " as " + role.word();
      for (Shift shift : of(new PersonId(reader), role)) {
        String words = Entry.said(shift.span(), rota.zone()) + as;
        options.add(new Option(Wanted.mine(role, shift.span()), words));
      }
    }
    return options;
  }

  List<Option> theirs() {
    var names = new Names(roster);
    List<Option> options = new ArrayList<>();
    for (PersonId person : rota.people()) {
      if (!person.handle().equals(reader)) {
        String name = names.of(person);
        options.add(
            new Option(name, Wanted.theirs(person, Optional.empty()), name + ", for nothing back"));
        of(person, Role.PRIMARY).stream()
            .limit(SHIFTS_MAX)
            .forEach(shift ->
                options.add(
                    new Option(
                        name,
                        Wanted.theirs(person, Optional.of(shift.span())),
                        name + ", " + Entry.said(shift.span(), rota.zone()))));
      }
    }
    return options;
  }

  /// Nobody swaps being lieutenant by rule: it follows from the primaries.
  private List<Role> duties() {
    return rota.roles().stream()
        .filter(r -> !r.equals(Role.LIEUTENANT) || !rota.layersOf(r).isEmpty())
        .toList();
  }

  private List<Shift> of(PersonId person, Role role) {
    return roster.shifts(rota.id(), role, window).stream()
        .filter(s -> s.people().contains(person))
        .toList();
  }
}
