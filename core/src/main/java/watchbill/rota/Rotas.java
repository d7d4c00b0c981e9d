package watchbill.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.catalog.PersonId;

/// Answers who is on duty. Pure: the same rota, overrides and instant give the same answer.
public final class Rotas {
  /// Somebody whose turn is further away than this does not follow the primary in any useful sense.
  private static final Duration NEXT_WITHIN = Duration.ofDays(2 * 365);

  private Rotas() {}

  /// Who holds `role` at `at`.
  ///
  /// @param overrides of any rota; those of others are passed over
  public static OnDuty onDuty(Rota rota, List<RotaOverride> overrides, Role role, Instant at) {
    Optional<RotaOverride> override = inForce(rota, overrides, role, at);
    if (override.isPresent()) {
      return byOverride(rota, overrides, override.get(), at);
    }
    return switch (role) {
      case PRIMARY -> primary(rota, overrides, at);
      case LIEUTENANT -> lieutenant(rota, overrides, at);
    };
  }

  private static OnDuty byOverride(
      Rota rota, List<RotaOverride> overrides, RotaOverride o, Instant at) {
    Stream<Instant> newer =
        of(rota, overrides, o.role())
            .filter(other -> other.id().compareTo(o.id()) > 0)
            .map(other -> other.span().from());
    Optional<Instant> until = firstAfter(at, Stream.concat(newer, Stream.of(o.span().until())));
    var because = new OnDuty.Because.ByOverride(o.id(), o.madeBy());
    return new OnDuty.Somebody(o.person(), rota.id(), o.role(), until, because);
  }

  private static OnDuty primary(Rota rota, List<RotaOverride> overrides, Instant at) {
    Optional<Instant> until =
        firstAfter(
            at,
            Stream.concat(nextHandoff(rota, at).stream(), starts(rota, overrides, Role.PRIMARY)));
    for (Rotation rotation : rota.rotations().reversed()) {
      Optional<Long> turn = rotation.turnAt(at, rota.zone());
      Optional<PersonId> person = turn.flatMap(rotation::seat);
      if (person.isPresent()) {
        var because = new OnDuty.Because.ByTurn(turn.get());
        return new OnDuty.Somebody(person.get(), rota.id(), Role.PRIMARY, until, because);
      }
    }
    boolean begun = rota.rotations().stream().anyMatch(r -> r.turnAt(at, rota.zone()).isPresent());
    OnDuty.Gap gap = begun ? OnDuty.Gap.EMPTY_SEAT : OnDuty.Gap.NOT_BEGUN;
    return new OnDuty.Nobody(rota.id(), Role.PRIMARY, gap, until);
  }

  private static OnDuty lieutenant(Rota rota, List<RotaOverride> overrides, Instant at) {
    Optional<Instant> override = firstAfter(at, starts(rota, overrides, Role.LIEUTENANT));
    return switch (rota.lieutenant()) {
      case Lieutenant.None _ -> noLieutenant(rota, OnDuty.Gap.NO_LIEUTENANT, override);
      case Lieutenant.Named(var person) -> asLieutenant(rota, person, override);
      case Lieutenant.Next _ -> nextAfterPrimary(rota, overrides, at);
    };
  }

  /// Follows the turns after `at` until somebody other than the acting primary comes up.
  private static OnDuty nextAfterPrimary(Rota rota, List<RotaOverride> overrides, Instant at) {
    Optional<PersonId> acting = personOf(onDuty(rota, overrides, Role.PRIMARY, at));
    Optional<Instant> until = firstAfter(at, changesOfEitherRole(rota, overrides, at));
    if (hasSomebodyBeside(rota, acting)) {
      Instant horizon = at.plus(NEXT_WITHIN);
      Optional<Instant> cursor = nextHandoff(rota, at);
      while (cursor.isPresent() && cursor.get().isBefore(horizon)) {
        Optional<PersonId> next = personOf(primary(rota, List.of(), cursor.get()));
        if (next.isPresent() && !next.equals(acting)) {
          return asLieutenant(rota, next.get(), until);
        }
        cursor = nextHandoff(rota, cursor.get());
      }
    }
    return noLieutenant(rota, OnDuty.Gap.NOBODY_ELSE, until);
  }

  private static OnDuty asLieutenant(Rota rota, PersonId person, Optional<Instant> until) {
    var because = new OnDuty.Because.AsLieutenant();
    return new OnDuty.Somebody(person, rota.id(), Role.LIEUTENANT, until, because);
  }

  private static OnDuty noLieutenant(Rota rota, OnDuty.Gap gap, Optional<Instant> until) {
    return new OnDuty.Nobody(rota.id(), Role.LIEUTENANT, gap, until);
  }

  private static boolean hasSomebodyBeside(Rota rota, Optional<PersonId> acting) {
    return rota.rotations().stream()
        .flatMap(r -> r.seats().stream())
        .anyMatch(seat -> seat.isPresent() && !seat.equals(acting));
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

  /// Who follows the primary depends on who is primary, so on the overrides of both.
  private static Stream<Instant> changesOfEitherRole(
      Rota rota, List<RotaOverride> overrides, Instant at) {
    Stream<Instant> ofPrimary =
        of(rota, overrides, Role.PRIMARY)
            .flatMap(o -> Stream.of(o.span().from(), o.span().until()));
    return Stream.of(
            nextHandoff(rota, at).stream(), starts(rota, overrides, Role.LIEUTENANT), ofPrimary)
        .flatMap(changes -> changes);
  }

  private static Stream<Instant> starts(Rota rota, List<RotaOverride> overrides, Role role) {
    return of(rota, overrides, role).map(o -> o.span().from());
  }

  private static Optional<Instant> firstAfter(Instant at, Stream<Instant> changes) {
    return changes.filter(change -> change.isAfter(at)).min(Comparator.naturalOrder());
  }

  private static Stream<RotaOverride> of(Rota rota, List<RotaOverride> overrides, Role role) {
    return overrides.stream().filter(o -> o.rota().equals(rota.id()) && o.role() == role);
  }
}
