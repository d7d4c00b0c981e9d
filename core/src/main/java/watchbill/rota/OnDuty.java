package watchbill.rota;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.time.TimeWords;

/// The answer to "who is on duty?".
public sealed interface OnDuty {
  RotaId rota();

  Role role();

  /// When this changes; empty when it does not, as far as anybody can see.
  Optional<Instant> until();

  /// Nobody's list is empty.
  default List<PersonId> people() {
    return switch (this) {
      case Somebody(_, _, var watchers, _) -> watchers.stream().map(Watcher::person).toList();
      case Nobody _ -> List.of();
    };
  }

  /// These people are.
  ///
  /// @param watchers one or more
  record Somebody(RotaId rota, Role role, List<Watcher> watchers, Optional<Instant> until)
      implements OnDuty {
    public Somebody {
      watchers = List.copyOf(watchers);
    }

    /// `primary of rota payments until Mon 12 Jan 09:00 CET, standing in for ben, who is on leave`.
    public String inWords(Watcher watcher, ZoneId zone) {
      String end = until.map(u -> " until " + TimeWords.dayAndTime(u, zone)).orElse("");
      String how = watcher.because().inWords();
      return role.word() + " of rota " + rota + end + (how.isEmpty() ? "" : ", " + how);
    }
  }

  /// Nobody is, and why.
  record Nobody(RotaId rota, Role role, Gap gap, Optional<Instant> until) implements OnDuty {
    public String inWords() {
      return "nobody is " + role.word() + " of rota " + rota + ": " + gap.inWords();
    }
  }
}
