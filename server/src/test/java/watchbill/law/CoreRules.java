package watchbill.law;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What core may use: itself in order, the language, and the annotations that say what may be null.
record CoreRules(CorePackages packages) {

  ArchRule onlyWhatStandsBefore() {
    return Faults.none(
        "use only features that stand before theirs",
        "a feature read alone must be understood alone, and a circle never is. Two features that"
            + " meet do so through an event that engine handles: return the event, let engine ask"
            + " the other feature. The order is in law/CorePackages.java",
        dependencies(this::againstTheOrder));
  }

  ArchRule onlyTheLanguage() {
    return Faults.none(
        "use nothing but the language and jspecify",
        "core is replayed in simulated time and outlives every library. What needs one belongs in"
            + " an adapter in server, behind a port",
        dependencies(this::outside));
  }

  ArchRule onlyWhatItIsTold() {
    return Faults.none(
        "be told the time, the ids and the chance",
        "the same seed must give the same run: a decision that asks the clock, the dice or the"
            + " machine can't be replayed. Take it as a parameter, or through a port",
        Impurities::of);
  }

  private List<String> againstTheOrder(Dependency dependency) {
    String user = packages.featureOf(dependency.getOriginClass());
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    String used = packages.featureOf(target);
    if (used.isEmpty() || packages.place(used) <= packages.place(user)) {
      return List.of();
    }
    return List.of(
        "%s uses %s, but %s stands after %s: %s"
            .formatted(
                dependency.getOriginClass().getSimpleName(),
                target.getSimpleName(),
                used,
                user,
                dependency.getSourceCodeLocation()));
  }

  private List<String> outside(Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    String name = target.getName();
    boolean allowed =
        target.isPrimitive()
            || name.startsWith("java.")
            || name.startsWith("javax.crypto.") // Lies in java.base; a signature is arithmetic.
            || name.startsWith("org.jspecify.annotations.")
            || packages.place(packages.featureOf(target)) >= 0;
    return allowed
        ? List.of()
        : List.of(
            "%s uses %s: %s"
                .formatted(
                    dependency.getOriginClass().getSimpleName(),
                    name,
                    dependency.getSourceCodeLocation()));
  }

  private static Function<JavaClass, List<String>> dependencies(
      Function<Dependency, List<String>> faultsOf) {
    return type ->
        type.getDirectDependenciesFromSelf().stream()
            .flatMap(it -> faultsOf.apply(it).stream())
            .toList();
  }

  /// What is wrong with core's module: it needs too much, or does not show all its features.
  List<String> faultsOf(ModuleDescriptor module) {
    List<String> faults = new ArrayList<>();
    Set<String> allowed = Set.of("java.base", "org.jspecify");
    module.requires().stream()
        .map(ModuleDescriptor.Requires::name)
        .filter(it -> !allowed.contains(it))
        .forEach(it -> faults.add("requires " + it + ", but core may require only " + allowed));
    TreeSet<String> hidden = new TreeSet<>(packages.present());
    hidden.removeAll(
        module.exports().stream()
            .map(it -> it.source().substring(packages.root().length() + 1))
            .collect(Collectors.toSet()));
    hidden.forEach(it -> faults.add("does not export " + packages.root() + "." + it));
    return faults;
  }
}
