package watchbill.server.config;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.Person;
import watchbill.catalog.Service;
import watchbill.catalog.Team;
import watchbill.engine.Configuration;
import watchbill.escalation.EscalationPolicy;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.ledger.DutyRules;
import watchbill.ledger.RuleBook;
import watchbill.restraint.Restraints;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.route.Branch;
import watchbill.route.RoutePlan;
import watchbill.server.config.alertmanager.AlertmanagerFile;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Reading;
import watchbill.server.config.source.YamlFiles;

/// Reads a configuration, whole or not at all.
public final class Configurations {
  private Configurations() {}

  /// Reads the file, or all files of the folder.
  ///
  /// @param environment what `${NAME}` stands for
  public static Loaded load(Path path, Map<String, String> environment) {
    var reading = new Reading(environment);
    Sections sections = Sections.merge(YamlFiles.read(path, reading), reading);
    Declared declared = read(sections, reading);
    List<Mistake> mistakes = reading.mistakes();
    return mistakes.isEmpty()
        ? new Loaded.Valid(declared.settings(), reading.warnings())
        : new Loaded.Invalid(mistakes, reading.tooMany());
  }

  /// What could be read. Only where nothing is wrong does it hold together.
  private record Declared(
      ChannelSettings channels,
      ServerSettings server,
      CalendarSettings calendars,
      LineSettings lines,
      Optional<BackupSettings> backup,
      List<Person> people,
      List<Team> teams,
      List<Rota> rotas,
      Map<RotaId, Instant> effective,
      List<EscalationPolicy> policies,
      List<Service> services,
      List<Integration> integrations,
      List<DutyRules> dutyRules,
      IntegrationSettings ofIntegrations,
      RoutePlan routing,
      Restraints restraints,
      List<HeartbeatPlan> heartbeats,
      Map<IntegrationId, AlertmanagerFile> alertmanagers) {

    Settings settings() {
      var catalog = new Catalog(people, teams, services, integrations);
      List<EscalationPolicy> sorted =
          policies.stream().sorted(Comparator.comparing(EscalationPolicy::handle)).toList();
      var rules = new RuleBook(dutyRules);
      var configuration =
          new Configuration(catalog, rotas, sorted, rules, effective)
              .with(routing)
              .with(restraints)
              .with(server.keepers());
      return new Settings(
          configuration,
          sorted,
          channels,
          server,
          calendars,
          heartbeats,
          ofIntegrations,
          alertmanagers,
          lines,
          backup);
    }
  }

  private static Declared read(Sections sections, Reading reading) {
    Handles people = sections.handles(Section.PEOPLE);
    Handles teams = sections.handles(Section.TEAMS);
    Handles rotas = sections.handles(Section.ROTAS);
    Handles policies = sections.handles(Section.POLICIES);
    Handles services = sections.handles(Section.SERVICES);
    Handles integrations = sections.handles(Section.INTEGRATIONS);

    var channels = ChannelReader.read(sections.of(Section.CHANNELS));
    Handles regions = sections.handles(Section.REGIONS);
    var peopleReader = new PeopleReader(channels, regions, reading);
    List<Person> readPeople = people.read(peopleReader::read);
    var teamReader = new TeamReader(people);
    List<Team> readTeams = teams.read(teamReader::read);
    var rotaReader = new RotaReader(people, teams, rotas, readTeams);
    List<Rota> readRotas = rotas.read(rotaReader::read);
    var serviceReader = new ServiceReader(teams, policies, services);
    List<Service> readServices = services.read(serviceReader::read);
    var hours = new HoursReader(regions, new HoursReader.Homes(readTeams, readRotas, readPeople));
    var routing =
        new RoutingReader(services)
            .read(
                sections.of(Section.ROUTING),
                hours.ofTeams(teamReader.hours()),
                hours.ofServices(serviceReader.hours(), readServices));
    var alertmanagers = new AlertmanagerFiles(services, reading);
    ServerSettings server = new ServerReader(people, services).read(sections.of(Section.SERVER));
    var lines = new LineReader(server.mailIn().isPresent());
    var integrationReader = new IntegrationReader(services, alertmanagers, lines);
    List<Integration> readIntegrations = integrations.read(integrationReader::read);
    var declared =
        new Declared(
            channels.settings(),
            server,
            new CalendarSettings(peopleReader.leave(), RegionReader.read(regions)),
            lines.settings(),
            BackupReader.read(sections.of(Section.BACKUP)),
            readPeople,
            readTeams,
            readRotas,
            rotaReader.effective(),
            policies.read(new PolicyReader(people, teams, rotas, readRotas)::read),
            readServices,
            readIntegrations,
            sections.handles(Section.DUTY_RULES).read(new DutyRuleReader(teams, regions)::read),
            integrationReader.settings(),
            routing.withTrees(roots(alertmanagers.files())),
            new RestraintReader(sections, services, people)
                .read(alertmanagers.inhibitions(), integrationReader, serviceReader),
            heartbeats(
                sections.handles(Section.HEARTBEATS),
                new HeartbeatReader(services, integrations, readIntegrations),
                Stream.concat(integrationReader.sources().stream(), server.expected())),
            alertmanagers.files());
    new Wakefulness(declared.policies, declared.teams, declared.rotas)
        .check(declared.people, people);
    new Uses(declared.policies, declared.services, declared.rotas).warn(rotas, policies);
    ServiceReader.warnOfCircles(declared.services, services);
    return declared;
  }

  private static List<HeartbeatPlan> heartbeats(
      Handles jobs, HeartbeatReader reader, Stream<HeartbeatPlan> others) {
    return Stream.concat(jobs.read(reader::read).stream(), others).toList();
  }

  private static Map<IntegrationId, Branch> roots(Map<IntegrationId, AlertmanagerFile> files) {
    return files.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().root()));
  }
}
