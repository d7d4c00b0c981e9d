package watchbill.adapter.web.entry;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import watchbill.adapter.web.Filled;
import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.request.Between;
import watchbill.time.Span;

/// A swap as somebody filled it in.
///
/// @param span of the asker's duty
record Wanted(Role role, Between span, PersonId other, Optional<Between> inReturn) {
  private static final String SEPARATOR = " ";
  private static final int MINE_PARTS = 3;

  /// What stands behind an option of one's own: `primary 2025-01-06T08:00:00Z 2025-…`.
  static String mine(Role role, Span span) {
    return String.join(SEPARATOR, role.word(), span.from().toString(), span.until().toString());
  }

  /// What stands behind another's option: `cho`, or `cho 2025-01-06T08:00:00Z 2025-…`.
  static String theirs(PersonId person, Optional<Span> inReturn) {
    return person.handle()
        + inReturn.map(s -> SEPARATOR + s.from() + SEPARATOR + s.until()).orElse("");
  }

  /// The field of our form that a field of the command was filled from.
  static String fieldOf(String field) {
    return switch (field) {
      case "span", "role", "asker" -> "mine";
      case "other", "person", "in-return", "in-return.from", "in-return.until" -> "theirs";
      default -> field;
    };
  }

  static Optional<Wanted> of(Filled filled, Rota rota) {
    String[] mine = filled.value("mine").split(SEPARATOR, -1);
    String[] theirs = filled.value("theirs").split(SEPARATOR, -1);
    Optional<Between> whole = between(mine);
    Optional<Role> role = rota.roles().stream().filter(r -> r.word().equals(mine[0])).findFirst();
    if (whole.isEmpty() || role.isEmpty()) {
      filled.wrong("mine", "Choose one of your shifts.");
    }
    if (theirs[0].isEmpty()) {
      filled.wrong("theirs", "Choose whom to ask.");
    }
    Optional<Between> span = whole.flatMap(w -> part(filled, w, rota));
    if (span.isEmpty() || role.isEmpty() || filled.isWrong()) {
      return Optional.empty();
    }
    return Optional.of(
        new Wanted(role.get(), span.get(), new PersonId(theirs[0]), between(theirs)));
  }

  /// The whole shift, or the part of it that was typed.
  private static Optional<Between> part(Filled filled, Between whole, Rota rota) {
    Optional<Instant> from =
        filled.value("from").isEmpty()
            ? Optional.of(whole.from())
            : filled.instant("from", rota.zone());
    Optional<Instant> until =
        filled.value("until").isEmpty()
            ? Optional.of(whole.until())
            : filled.instant("until", rota.zone());
    return from.flatMap(f -> until.map(u -> new Between(f, u)));
  }

  private static Optional<Between> between(String[] parts) {
    if (parts.length != MINE_PARTS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Between(Instant.parse(parts[1]), Instant.parse(parts[2])));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
