package watchbill.law;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What core must never ask of the machine: the time, chance, a thread, its settings, the disk.
final class Impurities {
  private static final Set<String> THREADS =
      Set.of(
          "java.lang.Thread",
          "java.lang.Thread$Builder",
          "java.util.Timer",
          "java.util.concurrent.Executors",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.StructuredTaskScope");

  private static final Set<String> CHANCE =
      Set.of("java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom");

  private static final Set<String> ASKS_THE_MACHINE =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.System.console",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.err",
          "java.lang.System.exit",
          "java.lang.System.getProperty",
          "java.lang.System.getenv",
          "java.lang.System.in",
          "java.lang.System.nanoTime",
          "java.lang.System.out",
          "java.time.InstantSource.system",
          "java.time.ZoneId.systemDefault",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.util.UUID.randomUUID",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of");

  private static final Set<String> NETWORK_ALLOWED =
      Set.of("java.net.URI", "java.net.URISyntaxException");

  private Impurities() {}

  static List<String> of(JavaClass type) {
    List<String> faults = new ArrayList<>();
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      if (isImpure(access)) {
        faults.add(
            "%s asks %s.%s: %s"
                .formatted(
                    access.getOrigin().getFullName(),
                    access.getTargetOwner().getName(),
                    access.getName(),
                    access.getSourceCodeLocation()));
      }
    }
    return faults;
  }

  private static boolean isImpure(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return ASKS_THE_MACHINE.contains(owner + "." + access.getName())
        || THREADS.contains(owner)
        || CHANCE.contains(owner)
        || readsTheClock(owner, access.getName())
        || rollsUnseededDice(owner, access)
        || touchesTheWorld(owner);
  }

  /// `Instant.now()`, `LocalDate.now(zone)`, `Clock.systemUTC()`, `Clock.tickSeconds(zone)`, ...
  private static boolean readsTheClock(String owner, String method) {
    boolean clock = owner.equals("java.time.Clock");
    return (owner.startsWith("java.time.") && method.equals("now"))
        || (clock && (method.startsWith("system") || method.startsWith("tick")));
  }

  /// Dice with a seed are a function of the seed; dice without one differ at each run.
  private static boolean rollsUnseededDice(String owner, JavaAccess<?> access) {
    int parameters =
        access.getTarget() instanceof CodeUnitAccessTarget called
            ? called.getRawParameterTypes().size()
            : 0;
    boolean unseeded =
        (owner.equals("java.util.Random") || owner.equals("java.util.SplittableRandom"))
            && access.getName().equals("<init>")
            && parameters == 0;
    boolean shuffles =
        owner.equals("java.util.Collections")
            && access.getName().equals("shuffle")
            && parameters == 1;
    return unseeded || shuffles;
  }

  private static boolean touchesTheWorld(String owner) {
    boolean network = owner.startsWith("java.net.") && !NETWORK_ALLOWED.contains(owner);
    return network || owner.startsWith("java.nio.file.") || owner.startsWith("java.io.File");
  }
}
