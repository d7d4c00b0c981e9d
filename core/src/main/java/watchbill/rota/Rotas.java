package watchbill.rota;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.catalog.PersonId;

/// Answers who is on duty. Pure: the same rota, overrides and instant give the same answer.
public final class Rotas {
  private Rotas() {}

  /// Who holds `role` at `at`.
  ///
  /// @param overrides of any rota; those of others are passed over
  public static OnDuty onDuty(Rota rota, List<RotaOverride> overrides, Role role, Instant at) {
    Optional<RotaOverride> override = inForce(rota, overrides, role, at);
    if (override.isPresent()) {
      RotaOverride o = override.get();
      Instant until = nextChange(rota, overrides, role, at, Optional.of(o.span().until()));
      var because = new OnDuty.Because.ByOverride(o.id(), o.madeBy());
      return new OnDuty.Somebody(o.person(), rota.id(), role, Optional.of(until), because);
    }
    return switch (role) {
      case PRIMARY -> primary(rota, overrides, at);
      case LIEUTENANT -> lieutenant(rota, overrides, at);
    };
  }

  private static OnDuty primary(Rota rota, List<RotaOverride> overrides, Instant at) {
    for (Rotation rotation : rota.rotations().reversed()) {
      Optional<Long> turn = rotation.turnAt(at, rota.zone());
      Optional<PersonId> person = turn.flatMap(rotation::seat);
      if (person.isPresent()) {
        var because = new OnDuty.Because.ByTurn(turn.get());
        Optional<Instant> until =
            Optional.of(nextChange(rota, overrides, Role.PRIMARY, at, nextHandoff(rota, at)));
        return new OnDuty.Somebody(person.get(), rota.id(), Role.PRIMARY, until, because);
      }
    }
    boolean begun = rota.rotations().stream().anyMatch(r -> r.turnAt(at, rota.zone()).isPresent());
    OnDuty.Gap gap = begun ? OnDuty.Gap.EMPTY_SEAT : OnDuty.Gap.NOT_BEGUN;
    return new OnDuty.Nobody(rota.id(), Role.PRIMARY, gap, nextHandoff(rota, at));
  }

  private static OnDuty lieutenant(Rota rota, List<RotaOverride> overrides, Instant at) {
    return switch (rota.lieutenant()) {
      case Lieutenant.None _ -> noLieutenant(rota, OnDuty.Gap.NO_LIEUTENANT, Optional.empty());
      case Lieutenant.Named(var person) ->
          new OnDuty.Somebody(
              person,
              rota.id(),
              Role.LIEUTENANT,
              Optional.empty(),
              new OnDuty.Because.AsLieutenant());
      case Lieutenant.Next _ -> nextAfterPrimary(rota, overrides, at);
    };
  }

  /// Follows the turns after `at` until somebody other than the acting primary comes up. One round
  /// of the longest rotation is enough: after it, faces repeat.
  private static OnDuty nextAfterPrimary(Rota rota, List<RotaOverride> overrides, Instant at) {
    Optional<PersonId> acting = personOf(onDuty(rota, overrides, Role.PRIMARY, at));
    Optional<Instant> until = nextHandoff(rota, at);
    Optional<Instant> cursor = until;
    int longest = rota.rotations().stream().mapToInt(r -> r.seats().size()).max().orElse(0);
    for (int i = 0; i <= longest * rota.rotations().size() && cursor.isPresent(); i++) {
      Optional<PersonId> next = personOf(primary(rota, List.of(), cursor.get()));
      if (next.isPresent() && !next.equals(acting)) {
        return new OnDuty.Somebody(
            next.get(),
            rota.id(),
            Role.LIEUTENANT,
            Optional.of(nextChange(rota, overrides, Role.LIEUTENANT, at, until)),
            new OnDuty.Because.AsLieutenant());
      }
      cursor = nextHandoff(rota, cursor.get());
    }
    return noLieutenant(rota, OnDuty.Gap.NOBODY_ELSE, until);
  }

  private static OnDuty noLieutenant(Rota rota, OnDuty.Gap gap, Optional<Instant> until) {
    return new OnDuty.Nobody(rota.id(), Role.LIEUTENANT, gap, until);
  }

  private static Optional<PersonId> personOf(OnDuty duty) {
    return switch (duty) {
      case OnDuty.Somebody s -> Optional.of(s.person());
      case OnDuty.Nobody _ -> Optional.empty();
    };
  }

  private static Optional<RotaOverride> inForce(
      Rota rota, List<RotaOverride> overrides, Role role, Instant at) {
    return of(rota, overrides, role)
        .filter(o -> o.span().contains(at))
        .max(Comparator.comparing(RotaOverride::id));
  }

  /// The earliest hand-off of any layer after `at`.
  private static Optional<Instant> nextHandoff(Rota rota, Instant at) {
    ZoneId zone = rota.zone();
    return rota.rotations().stream()
        .map(r -> r.handoff(r.turnAt(at, zone).map(t -> t + 1).orElse(0L), zone))
        .min(Comparator.naturalOrder());
  }

  /// `end`, or the start of an override before it.
  private static Instant nextChange(
      Rota rota, List<RotaOverride> overrides, Role role, Instant at, Optional<Instant> end) {
    Instant latest = end.orElse(Instant.MAX);
    return of(rota, overrides, role)
        .map(o -> o.span().from())
        .filter(from -> from.isAfter(at) && from.isBefore(latest))
        .min(Comparator.naturalOrder())
        .orElse(latest);
  }

  private static Stream<RotaOverride> of(Rota rota, List<RotaOverride> overrides, Role role) {
    return overrides.stream().filter(o -> o.rota().equals(rota.id()) && o.role() == role);
  }
}
