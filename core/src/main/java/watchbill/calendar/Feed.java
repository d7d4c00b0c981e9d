package watchbill.calendar;

import java.time.Instant;

/// A calendar that programs subscribe to by a secret address.
///
/// @param id its id, ordered by when it was made; the name by which it is revoked
/// @param tokenHash SHA-256 of the secret in the address, in lower-case hex; the secret itself is
///   shown once and kept nowhere
/// @param madeBy the handle of whoever made it
public record Feed(String id, Subject subject, String tokenHash, String madeBy, Instant madeAt) {
  /// Whose shifts it shows.
  public sealed interface Subject {
    /// A handle: of a person, of a rota, or of a team.
    String handle();

    /// `person`, `rota` or `team`.
    default String word() {
      return switch (this) {
        case OfPerson _ -> "person";
        case OfRota _ -> "rota";
        case OfTeam _ -> "team";
      };
    }
  }

  /// The shifts of one person, of every rota.
  public record OfPerson(String handle) implements Subject {}

  /// The shifts of one rota, of everybody.
  public record OfRota(String handle) implements Subject {}

  /// What is left of one team's people for planned work, where it is less than all.
  public record OfTeam(String handle) implements Subject {}
}
