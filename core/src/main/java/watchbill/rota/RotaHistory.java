package watchbill.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.rota.turn.Piece;

/// A rota through its edits. The past is what it was: an edit holds from its instant on.
///
/// @param versions those that take effect, by when they do: one made later replaces those planned
///   for after it
public record RotaHistory(RotaId id, List<RotaVersion> versions) {
  public RotaHistory {
    versions = List.copyOf(versions);
  }

  /// Sorts out which versions take effect.
  ///
  /// @param made in any order
  public static RotaHistory of(RotaId id, List<RotaVersion> made) {
    List<RotaVersion> effective = new ArrayList<>();
    made.stream()
        .sorted(Comparator.comparing(RotaVersion::madeAt))
        .forEach(version -> {
          effective.removeIf(planned -> !planned.from().isBefore(version.from()));
          effective.add(version);
        });
    return new RotaHistory(id, effective);
  }

  /// A rota that has been like this for ever.
  public static RotaHistory always(Rota rota) {
    return new RotaHistory(rota.id(), List.of(new RotaVersion(rota, Instant.MIN, "", Instant.MIN)));
  }

  /// As it is at the instant; empty before the first version.
  public Optional<Rota> at(Instant at) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (!versions.get(i).from().isAfter(at)) {
        return Optional.of(versions.get(i).rota());
      }
    }
    return Optional.empty();
  }

  /// As it was made last, though it may take effect only later.
  public Optional<Rota> latest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast().rota());
  }

  /// Whether it is no longer declared.
  public boolean isEnded() {
    return latest().filter(rota -> !rota.isEnded()).isEmpty();
  }

  /// When the next version takes effect.
  Instant nextAfter(Instant at) {
    for (RotaVersion version : versions) {
      if (version.from().isAfter(at)) {
        return version.from();
      }
    }
    return Piece.NEVER;
  }
}
