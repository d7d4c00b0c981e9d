package watchbill.rota;

import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;

/// Who stands watch, and when.
///
/// @param zone of its wall-clock times
/// @param layers whatever their roles
/// @param lieutenant how the lieutenant is found where no layer is theirs
/// @param team whose people these are: its manager is told of gaps; empty when nobody is
/// @param wakeTest how long whoever comes on duty may take to say that they can be woken, before
///   their lieutenant stands in; empty when nobody asks
/// @param onLeave what is done about the duty of somebody who is on leave
public record Rota(
    RotaId id,
    ZoneId zone,
    List<Layer> layers,
    Lieutenant lieutenant,
    Optional<TeamId> team,
    Optional<Duration> wakeTest,
    OnLeave onLeave) {
  public Rota {
    layers = List.copyOf(layers);
  }

  /// A rota that warns when somebody is on duty while on leave.
  public Rota(
      RotaId id,
      ZoneId zone,
      List<Layer> layers,
      Lieutenant lieutenant,
      Optional<TeamId> team,
      Optional<Duration> wakeTest) {
    this(id, zone, layers, lieutenant, team, wakeTest, OnLeave.WARN);
  }

  /// A rota that asks nobody whether they can be woken.
  public Rota(
      RotaId id, ZoneId zone, List<Layer> layers, Lieutenant lieutenant, Optional<TeamId> team) {
    this(id, zone, layers, lieutenant, team, Optional.empty());
  }

  /// A rota of no team.
  public Rota(RotaId id, ZoneId zone, List<Layer> layers, Lieutenant lieutenant) {
    this(id, zone, layers, lieutenant, Optional.empty());
  }

  /// The same rota once nobody declares it any more: nobody is on duty in it.
  public Rota ended() {
    return new Rota(id, zone, List.of(), new Lieutenant.None(), team, Optional.empty());
  }

  public boolean isEnded() {
    return layers.isEmpty() && lieutenant instanceof Lieutenant.None;
  }

  public List<Layer> layersOf(Role role) {
    return layers.stream().filter(layer -> layer.role().equals(role)).toList();
  }

  /// Primary and lieutenant, then the others its layers name, in their order.
  public List<Role> roles() {
    Set<Role> roles = new LinkedHashSet<>(Role.OF_EVERY_ROTA);
    layers.forEach(layer -> roles.add(layer.role()));
    return List.copyOf(roles);
  }

  /// Everybody it names.
  public Set<PersonId> people() {
    Set<PersonId> people = new LinkedHashSet<>();
    layers.forEach(layer -> layer.turns().seats().forEach(seat -> people.addAll(seat.people())));
    if (lieutenant instanceof Lieutenant.Named(var person)) {
      people.add(person);
    }
    return people;
  }
}
