package watchbill.rota;

import java.time.Instant;

/// A rota as it was from an instant on.
///
/// @param from when it takes effect
/// @param madeBy a person's handle, or the file it came from
/// @param madeAt when it became known; never after `from` but for the first
public record RotaVersion(Rota rota, Instant from, String madeBy, Instant madeAt) {
  /// From when the first version of a rota holds: it has always been so, as far as anybody knows.
  public static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
}
