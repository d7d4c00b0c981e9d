package watchbill.rota;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.time.TimeWords;

/// The answer to "who is on duty?".
public sealed interface OnDuty {
  /// This person is.
  ///
  /// @param until when this duty ends; empty when it has no end
  record Somebody(PersonId person, RotaId rota, Role role, Optional<Instant> until, Because because)
      implements OnDuty {
    /// `primary of rota payments until Mon 12 Jan 09:00 CET, standing in by override`.
    public String inWords(ZoneId zone) {
      String end = until.map(u -> " until " + TimeWords.dayAndTime(u, zone)).orElse("");
      String how = because.inWords();
      return role.word() + " of rota " + rota + end + (how.isEmpty() ? "" : ", " + how);
    }
  }

  /// Nobody is, and why.
  ///
  /// @param until when this gap ends; empty when nobody ever follows
  record Nobody(RotaId rota, Role role, Gap gap, Optional<Instant> until) implements OnDuty {
    public String inWords() {
      return "nobody is " + role.word() + " of rota " + rota + ": " + gap.inWords();
    }
  }

  /// What put somebody on duty.
  sealed interface Because {
    record ByTurn(long number) implements Because {}

    record ByOverride(String id, PersonId madeBy) implements Because {}

    record AsLieutenant() implements Because {}

    default String inWords() {
      return switch (this) {
        case ByTurn _, AsLieutenant _ -> "";
        case ByOverride(_, var madeBy) -> "standing in (entered by " + madeBy + ")";
      };
    }
  }

  /// Why nobody is.
  enum Gap {
    NOT_BEGUN("its first turn has not begun"),
    EMPTY_SEAT("the seat whose turn it is is empty"),
    NO_LIEUTENANT("it names no lieutenant"),
    NOBODY_ELSE("nobody follows the primary"),
    UNKNOWN_ROTA("there is no such rota");

    private final String words;

    Gap(String words) {
      this.words = words;
    }

    public String inWords() {
      return words;
    }
  }
}
