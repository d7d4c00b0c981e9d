package watchbill.server.config;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.OnLeave;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Shape;
import watchbill.time.WallClock;

/// Reads `rotas`.
final class RotaReader {
  private static final int ROTATIONS = 10;
  private static final String LIEUTENANTS = "next, none, the handle of a person, or rota NAME";
  private static final String ROTA = "rota ";

  private final Handles people;
  private final Handles teams;
  private final Handles rotas;
  private final List<Team> readTeams;
  private final Map<RotaId, Instant> effective = new HashMap<>();

  /// Takes those of `teams` that could be read, too, to find a rota's own.
  RotaReader(Handles people, Handles teams, Handles rotas, List<Team> readTeams) {
    this.people = people;
    this.teams = teams;
    this.rotas = rotas;
    this.readTeams = List.copyOf(readTeams);
  }

  Optional<Rota> read(String handle, Field field) {
    return field
        .fields("zone", "rotations", "lieutenant", "team", "effective", "wake-test", "on-leave")
        .map(fields -> {
          var id = new RotaId(handle);
          ZoneId zone = fields.required("zone", Shapes.ZONE).orElse(PeopleReader.ZONE);
          List<Layer> layers = layers(fields, zone);
          Lieutenant lieutenant =
              fields
                  .field("lieutenant")
                  .flatMap(f -> lieutenant(id, f))
                  .orElseGet(Lieutenant.Next::new);
          fields
              .optional("effective", RotaShapes.MOMENT)
              .ifPresent(local -> effective.put(id, WallClock.first(local, zone)));
          return whole(new Rota(id, zone, layers, lieutenant), fields);
        });
  }

  /// From when on the rotas are as they were read, where they say so.
  Map<RotaId, Instant> effective() {
    return Map.copyOf(effective);
  }

  /// A later rotation lies over the earlier, unless their priorities say otherwise.
  private List<Layer> layers(Fields rota, ZoneId zone) {
    var reader = new LayerReader(new SeatReader(people), zone);
    List<Field> items =
        rota.required("rotations", "a list of 1 to " + ROTATIONS + " rotations")
            .map(f -> f.items(1, ROTATIONS, "rotations"))
            .orElse(List.of());
    List<Layer> layers = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      reader.read(items.get(i), i + 1, names).ifPresent(layers::add);
    }
    boolean primary = layers.stream().anyMatch(layer -> layer.role().equals(Role.PRIMARY));
    if (!primary && !layers.isEmpty() && layers.size() == items.size()) {
      rota.whole().warn("no rotation has the role primary, so nobody is woken first");
    }
    return layers;
  }

  private Optional<Lieutenant> lieutenant(RotaId id, Field field) {
    if (field.isOneOf(Set.of("next"))) {
      return Optional.of(new Lieutenant.Next());
    }
    if (field.isOneOf(Set.of("none"))) {
      return Optional.of(new Lieutenant.None());
    }
    Shape<String> named =
        Shape.of(
            LIEUTENANTS,
            text -> {
              String handle = text.startsWith(ROTA) ? text.substring(ROTA.length()) : text;
              return Shapes.HANDLE.parse().apply(handle).map(_ -> text);
            });
    return field.as(named).flatMap(text -> lieutenant(id, field, text));
  }

  private Optional<Lieutenant> lieutenant(RotaId id, Field field, String text) {
    if (!text.startsWith(ROTA)) {
      return people
          .named(field, text, "use " + LIEUTENANTS)
          .map(handle -> new Lieutenant.Named(new PersonId(handle)));
    }
    String handle = text.substring(ROTA.length());
    if (handle.equals(id.handle())) {
      field.refuse(
          Mistake.Kind.VALUE,
          field.shown(false) + " is this rota itself; use another",
          "whoever follows the primary of this rota is next");
      return Optional.empty();
    }
    return rotas.named(field, handle, "").map(rota -> new Lieutenant.OfRota(new RotaId(rota)));
  }

  /// Said, or else the only team that holds all its people.
  private Rota whole(Rota rota, Fields fields) {
    Optional<Field> said = fields.field("team");
    List<TeamId> whole =
        readTeams.stream()
            .filter(team -> team.people().containsAll(rota.people()) && !rota.people().isEmpty())
            .map(Team::id)
            .toList();
    Optional<TeamId> only = whole.size() == 1 ? Optional.of(whole.getFirst()) : Optional.empty();
    Optional<TeamId> team = said.isPresent() ? teams.named(said.get()).map(TeamId::new) : only;
    Optional<Duration> wakeTest = fields.optional("wake-test", RotaShapes.WAKE_TEST);
    OnLeave onLeave = fields.optional("on-leave", RotaShapes.ON_LEAVE).orElse(OnLeave.WARN);
    return new Rota(
        rota.id(), rota.zone(), rota.layers(), rota.lieutenant(), team, wakeTest, onLeave);
  }
}
