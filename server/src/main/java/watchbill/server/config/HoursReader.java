package watchbill.server.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.rota.Rota;
import watchbill.rota.turn.Window;
import watchbill.route.Hours;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Shape;

/// Reads `hours` of teams and services: when people may be told what can wait.
final class HoursReader {
  private static final int WINDOWS = 20;
  private static final String ALWAYS = "always";
  private static final String RESPONDER = "responder";
  static final Shape<Window> OPEN =
      new Shape<>(
          RotaShapes.HOURS.allowed() + "; or always, or responder",
          RotaShapes.HOURS.hint(),
          false,
          List.of(ALWAYS, RESPONDER),
          RotaShapes.HOURS.parse());

  private static final Shape<Boolean> RESPONDERS_OWN =
      Shape.of(
              "team or responder",
              text ->
                  text.equals(RESPONDER) || text.equals("team")
                      ? Optional.of(text.equals(RESPONDER))
                      : Optional.empty())
          .hint("whose clock and calendar count");

  /// When neither team nor service says anything.
  private static final Window USUAL =
      new Window(
          new Window.Days.OfWeek(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
          LocalTime.of(9, 0),
          LocalTime.of(18, 0));

  private final Handles regions;
  private final Homes homes;

  HoursReader(Handles regions, Homes homes) {
    this.regions = regions;
    this.homes = homes;
  }

  /// Where teams are at home.
  record Homes(List<Team> teams, List<Rota> rotas, List<Person> people) {
    /// That of the team's rota, else of its manager, else of its first member.
    ZoneId zone(Team team) {
      return rotas.stream()
          .filter(r -> r.team().filter(team.id()::equals).isPresent())
          .map(Rota::zone)
          .findFirst()
          .or(() -> members(team).map(Person::zone).findFirst())
          .orElse(ZoneOffset.UTC);
    }

    /// That of the manager, else the one that all members share.
    Optional<RegionId> region(Team team) {
      Optional<RegionId> managers =
          members(team)
              .findFirst()
              .filter(p -> team.manager().filter(p.id()::equals).isPresent())
              .flatMap(Person::region);
      Set<Optional<RegionId>> all = members(team).map(Person::region).collect(Collectors.toSet());
      return managers.or(() -> all.size() == 1 ? all.iterator().next() : Optional.empty());
    }

    /// The manager first.
    private Stream<Person> members(Team team) {
      return Stream.concat(team.manager().stream(), team.people().stream())
          .map(this::person)
          .flatMap(Optional::stream);
    }

    private Optional<Person> person(PersonId id) {
      return people.stream().filter(p -> p.id().equals(id)).findFirst();
    }
  }

  /// Of every team; one that is always told at once has none.
  Map<TeamId, Hours> ofTeams(Map<TeamId, Field> said) {
    Map<TeamId, Hours> hours = new LinkedHashMap<>();
    for (Team team : homes.teams()) {
      var base =
          new Hours(
              team.id().handle(), List.of(USUAL), homes.zone(team), homes.region(team), false);
      Optional<Hours> read =
          said.containsKey(team.id())
              ? read(Objects.requireNonNull(said.get(team.id())), base)
              : Optional.of(base);
      read.ifPresent(h -> hours.put(team.id(), h));
    }
    return hours;
  }

  /// Of those services that say something. `always` is every minute of the week.
  Map<ServiceId, Hours> ofServices(Map<ServiceId, Field> said, List<Service> services) {
    Map<ServiceId, Hours> hours = new LinkedHashMap<>();
    for (Service service : services) {
      Field field = said.get(service.id());
      Optional<Team> team =
          homes.teams().stream().filter(t -> t.id().equals(service.team())).findFirst();
      if (field != null && team.isPresent()) {
        var base =
            new Hours(
                service.id().handle(),
                List.of(USUAL),
                homes.zone(team.get()),
                homes.region(team.get()),
                false);
        hours.put(service.id(), read(field, base).orElseGet(() -> always(base)));
      }
    }
    return hours;
  }

  private static Hours always(Hours base) {
    var all = new Window(new Window.Days.All(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    return new Hours(base.of(), List.of(all), base.zone(), Optional.empty(), false);
  }

  /// Empty when people may always be told.
  private Optional<Hours> read(Field field, Hours base) {
    if (field.isOneOf(Set.of(ALWAYS))) {
      return Optional.empty();
    }
    if (field.isOneOf(Set.of(RESPONDER))) {
      return Optional.of(new Hours(base.of(), base.windows(), base.zone(), base.region(), true));
    }
    if (field.hasKey("open")
        || field.hasKey("zone")
        || field.hasKey("of")
        || field.hasKey("region")) {
      return field.fields("open", "zone", "region", "of").map(f -> whole(f, base));
    }
    return Optional.of(
        new Hours(base.of(), windows(field, base), base.zone(), base.region(), false));
  }

  private Hours whole(Fields hours, Hours base) {
    Optional<RegionId> region = hours.field("region").flatMap(regions::named).map(RegionId::new);
    return new Hours(
        base.of(),
        hours.field("open").map(f -> windows(f, base)).orElse(base.windows()),
        hours.optional("zone", Shapes.ZONE).orElse(base.zone()),
        region.or(base::region),
        hours.optional("of", RESPONDERS_OWN).orElse(false));
  }

  /// One text, or a list of them. Where all are mistakes the usual ones stand in.
  private static List<Window> windows(Field field, Hours base) {
    List<Field> written =
        field.isListing() ? field.items(1, WINDOWS, "hours on days") : List.of(field);
    List<Window> windows = written.stream().map(f -> f.as(OPEN)).flatMap(Optional::stream).toList();
    return windows.isEmpty() ? base.windows() : windows;
  }
}
