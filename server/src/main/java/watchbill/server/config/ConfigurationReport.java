package watchbill.server.config;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.catalog.Catalog;
import watchbill.rota.Deviations;
import watchbill.rota.OnDuty;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaHistory;
import watchbill.rota.Rotas;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Warning;
import watchbill.time.TimeSource;

/// What `check-config` says: every mistake, or in short what is declared.
public final class ConfigurationReport {
  private ConfigurationReport() {}

  /// Reads, reports, and answers as a command does: 0 when it is valid, 1 when it is not.
  ///
  /// @param environment what `${NAME}` stands for
  /// @param clock to say who is on duty now; without it that is left out
  public static int check(
      Path path, Map<String, String> environment, Optional<TimeSource> clock, PrintStream out) {
    Loaded loaded = Configurations.load(path, environment);
    lines(loaded, clock.map(TimeSource::now)).forEach(out::println);
    return switch (loaded) {
      case Loaded.Valid _ -> 0;
      case Loaded.Invalid _ -> 1;
    };
  }

  /// The report, line by line.
  public static List<String> lines(Loaded loaded, Optional<Instant> now) {
    return switch (loaded) {
      case Loaded.Valid(var settings, var warnings) -> valid(settings, warnings, now);
      case Loaded.Invalid(var mistakes, var more) -> invalid(mistakes, more);
    };
  }

  private static List<String> invalid(List<Mistake> mistakes, boolean more) {
    List<String> lines = new ArrayList<>(mistakes.stream().map(Mistake::inWords).toList());
    String count = counted(mistakes.size(), "mistake", "mistakes");
    lines.add(more ? count + ", and more that were not counted" : count);
    return List.copyOf(lines);
  }

  private static List<String> valid(
      Settings settings, List<Warning> warnings, Optional<Instant> now) {
    List<String> lines = new ArrayList<>();
    warnings.forEach(warning -> lines.add("warning: " + warning.inWords()));
    nothingComes(settings.configuration().catalog()).ifPresent(lines::add);
    lines.add(counts(settings));
    now.ifPresent(at -> lines.addAll(onDuty(settings, at)));
    lines.add("the configuration is valid");
    return List.copyOf(lines);
  }

  private static Optional<String> nothingComes(Catalog catalog) {
    return catalog.integrations().isEmpty()
        ? Optional.of("warning: no integration is declared, so no alert can come in")
        : Optional.empty();
  }

  private static String counts(Settings settings) {
    Catalog catalog = settings.configuration().catalog();
    return String.join(
        ", ",
        counted(catalog.people().size(), "person", "people"),
        counted(catalog.teams().size(), "team", "teams"),
        counted(settings.configuration().rotas().size(), "rota", "rotas"),
        counted(settings.policies().size(), "policy", "policies"),
        counted(catalog.services().size(), "service", "services"),
        counted(catalog.integrations().size(), "integration", "integrations"));
  }

  /// By the files alone: overrides live in the store.
  private static List<String> onDuty(Settings settings, Instant at) {
    return settings.configuration().rotas().values().stream()
        .sorted(Comparator.comparing(rota -> rota.id().handle()))
        .map(rota -> onDuty(rota, at))
        .toList();
  }

  private static String onDuty(Rota rota, Instant at) {
    return "on duty now: "
        + switch (Rotas.onDuty(RotaHistory.always(rota), Deviations.NONE, Role.PRIMARY, at)) {
          case OnDuty.Somebody somebody ->
              somebody.watchers().stream()
                  .map(w -> w.person() + ", " + somebody.inWords(w, rota.zone()))
                  .collect(Collectors.joining("; "));
          case OnDuty.Nobody nobody -> nobody.inWords();
        };
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
