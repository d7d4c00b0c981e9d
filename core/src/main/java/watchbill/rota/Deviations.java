package watchbill.rota;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that makes duty differ from a rota's plan, and the other rotas it may point to.
///
/// @param overrides of any rota
/// @param absences of anybody
/// @param rotas those a lieutenant may be found in
public record Deviations(
    List<RotaOverride> overrides, List<Absence> absences, Map<RotaId, RotaHistory> rotas) {
  public static final Deviations NONE = new Deviations(List.of(), List.of(), Map.of());

  public Deviations {
    overrides = List.copyOf(overrides);
    absences = List.copyOf(absences);
  }

  /// Overrides alone.
  public static Deviations of(List<RotaOverride> overrides) {
    return new Deviations(overrides, List.of(), Map.of());
  }

  Optional<RotaHistory> rota(RotaId id) {
    return Optional.ofNullable(rotas.get(id));
  }
}
