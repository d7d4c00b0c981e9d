package watchbill.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Each rule is run on sins planted for it, and must catch them all and nothing else.
class PlantedSinsTest {
  private static final String ROOT = "watchbill.law.sin";

  private final JavaClasses sins = House.sins();
  private final CorePackages packages = CorePackages.read(ROOT, "kernel | alert (heartbeat)");
  private final CoreRules core = new CoreRules(packages);
  private final AdapterRules adapters = new AdapterRules(ROOT);

  @Test
  void aPackageWithoutAPlaceIsSeen() {
    assertThat(packages.differencesFrom(only("kernel", "alert", "stranger")))
        .singleElement()
        .asString()
        .startsWith("stranger has no place in the order");
  }

  @Test
  void aPlaceWithoutAPackageIsSeen() {
    assertThat(packages.differencesFrom(only("kernel")))
        .singleElement()
        .asString()
        .startsWith("alert stands in law/CorePackages.java but has no class");
  }

  @Test
  void aPackageThatHasComeLosesItsBrackets() {
    CorePackages planned = CorePackages.read(ROOT, "kernel (alert)");
    assertThat(planned.differencesFrom(only("kernel", "alert")))
        .singleElement()
        .asString()
        .startsWith("alert has come");
  }

  @Test
  void usingALaterFeatureIsSeen() {
    assertThat(Faults.of(core.onlyWhatStandsBefore(), only("kernel", "alert")))
        .isNotEmpty()
        .allSatisfy(it ->
            assertThat(it)
                .startsWith("KnowsALaterFeature uses Alert, but alert stands after kernel"));
  }

  @Test
  void aLibraryInCoreIsSeen() {
    CorePackages alone = CorePackages.read(ROOT, "kernel alert testkit");
    JavaClasses classes = sins.that(Named.simply("KnowsALibrary", "Pure", "KnowsALaterFeature"));
    assertThat(Faults.of(new CoreRules(alone).onlyTheLanguage(), classes))
        .isNotEmpty()
        .allSatisfy(
            it -> assertThat(it).startsWith("KnowsALibrary uses org.junit.jupiter.api.TestInfo"));
  }

  @Test
  void aModuleThatNeedsOrHidesTooMuchIsSeen() {
    ModuleDescriptor module =
        ModuleDescriptor.newModule("sin")
            .requires("java.base")
            .requires("java.sql")
            .packages(Set.of(ROOT + ".kernel"))
            .exports(ROOT + ".kernel")
            .build();
    assertThat(core.faultsOf(module))
        .satisfiesExactly(
            it -> assertThat(it).startsWith("requires java.sql"),
            it -> assertThat(it).isEqualTo("does not export " + ROOT + ".alert"));
  }

  @Test
  void everyWayToAskTheMachineIsSeen() {
    JavaClass impure = sins.get(ROOT + ".kernel.Impure");
    List<String> faults = Faults.of(core.onlyWhatItIsTold(), only("kernel"));
    assertThat(faults).allSatisfy(it -> assertThat(it).startsWith(impure.getName()));
    for (JavaMethod sin : impure.getMethods()) {
      assertThat(faults)
          .as("the rule must see what Impure.%s does", sin.getName())
          .anyMatch(it -> it.startsWith(sin.getFullName() + " asks"));
    }
  }

  @Test
  void anAdapterThatKnowsAnotherIsSeen() {
    assertOnlySinner(adapters.blindToEachOther(), "KnowsAnotherChannel");
  }

  @Test
  void anAdapterThatKnowsTheServerIsSeen() {
    assertOnlySinner(adapters.blindToTheServer(), "KnowsTheServer");
  }

  @Test
  void everyUnguardedWayOutIsSeen() {
    assertOnlySinner(adapters.reachOutThroughEgress(), "ReachesOut");
    assertThat(String.join("\n", Faults.of(adapters.reachOutThroughEgress(), sins)))
        .contains("byClient", "bySocket", "byStream", "byConnection", "byMaking")
        .doesNotContain("byNobody");
  }

  @Test
  void aPackageTheRulesWouldNotLookAtIsSeen() {
    assertThat(adapters.strayPackages(only("server", "adapter", "surprise")))
        .satisfiesExactly(
            it -> assertThat(it).startsWith(ROOT + ".adapter.surprise is neither"),
            it -> assertThat(it).startsWith(ROOT + ".surprise is neither"));
  }

  @Test
  void portsWithoutContractAndImplementationsWithoutTestAreSeen() {
    List<String> faults = new PortRules(ROOT).faults(sins, sins);
    assertThat(new TreeSet<>(faults))
        .satisfiesExactly(
            it -> assertThat(it).startsWith(ROOT + ".kernel.Bell is a port without a contract"),
            it -> assertThat(it).startsWith(ROOT + ".kernel.Concrete is marked @Port but is no"),
            it -> assertThat(it).startsWith(ROOT + ".kernel.UntestedLamp keeps Lamp by no test"),
            it -> assertThat(it).startsWith(ROOT + ".testkit.contract.WhistleContract must be"));
  }

  private void assertOnlySinner(ArchRule rule, String sinner) {
    assertThat(Faults.of(rule, sins))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).contains("." + sinner));
  }

  /// The sins below these packages.
  private JavaClasses only(String... features) {
    return sins.that(Named.below(ROOT, features));
  }
}
