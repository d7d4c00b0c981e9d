package watchbill.rota;

import java.time.ZoneId;
import java.util.List;

/// Who stands watch, and when.
///
/// @param rotations layers; a later one lies over the earlier, which show through where it is empty
/// @param lieutenant how the lieutenant is found
public record Rota(RotaId id, ZoneId zone, List<Rotation> rotations, Lieutenant lieutenant) {
  public Rota {
    rotations = List.copyOf(rotations);
  }
}
