package watchbill.server.neutral;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.Deviations;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaHistory;
import watchbill.rota.RotaId;
import watchbill.rota.RotaOverride;
import watchbill.rota.Rotas;

/// A case of the vocabulary, as a rota and what differs from its plan.
record NeutralCase(RotaHistory rota, Deviations deviations) {
  private static final int LAYERS = 1_000;
  private static final int OVERRIDES = 10_000;
  private static final RotaId ID = new RotaId("case");
  private static final PersonId NOBODY = new PersonId("case");

  static NeutralCase read(Part part, Optional<Variant> variant) {
    if (!part.value().isObject()) {
      throw part.wrong("an object");
    }
    // Paths begin inside the case: `layers[0]`, as its author sees them.
    var inside = new Part("", part.value());
    ZoneId zone = inside.field("time_zone").optional(NeutralCase::zone).orElse(ZoneOffset.UTC);
    List<Layer> layers =
        inside.field("layers").items(LAYERS, "layers").stream().map(LayerReader::read).toList();
    var rota = new Rota(ID, zone, layers, new Lieutenant.None());
    List<Part> overrides =
        inside.field("overrides").optional(p -> p.items(OVERRIDES, "overrides")).orElse(List.of());
    boolean chained = variant.equals(Optional.of(Variant.OVERRIDE_CHAIN));
    return new NeutralCase(RotaHistory.always(rota), Deviations.of(overrides(overrides, chained)));
  }

  /// Who is on duty, sorted by name.
  List<String> onCall(Instant at) {
    return Rotas.people(rota, deviations, Role.PRIMARY, at).stream()
        .map(PersonId::handle)
        .sorted()
        .toList();
  }

  /// @param chained whether each was made after the one before it, or all at the same instant
  private static List<RotaOverride> overrides(List<Part> parts, boolean chained) {
    List<RotaOverride> overrides = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Instant madeAt = Instant.EPOCH.plusSeconds(chained ? i : 0);
      OverrideReader.Read read = OverrideReader.read(parts.get(i));
      read.changes()
          .forEach(change -> {
            String id = "%08d".formatted(overrides.size());
            overrides.add(
                new RotaOverride(id, ID, Role.PRIMARY, read.span(), change, "", NOBODY, madeAt));
          });
    }
    return overrides;
  }

  private static ZoneId zone(Part part) {
    return part.parsed(ZoneId::of, "an IANA time zone, like Europe/Madrid");
  }
}
