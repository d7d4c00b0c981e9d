package watchbill.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// The law, applied to the product. What each rule catches is shown in [PlantedSinsTest].
class ArchitectureTest {
  private final CorePackages packages = CorePackages.OF_WATCHBILL;
  private final CoreRules core = new CoreRules(packages);
  private final AdapterRules adapters = new AdapterRules("watchbill");

  @Test
  void everyPackageOfCoreHasItsPlaceInTheOrder() {
    assertThat(packages.differencesFrom(House.core())).isEmpty();
  }

  @Test
  void aFeatureUsesOnlyWhatStandsBeforeIt() {
    core.onlyWhatStandsBefore().check(House.core());
  }

  @Test
  void coreUsesOnlyTheLanguage() throws IOException {
    core.onlyTheLanguage().check(House.core());
    assertThat(core.faultsOf(moduleOfCore())).isEmpty();
  }

  @Test
  void coreIsToldTheTimeTheIdsAndTheChance() {
    core.onlyWhatItIsTold().check(House.core());
  }

  @Test
  void everyPackageOfTheServerIsOneTheRulesLookAt() {
    assertThat(House.server()).isNotEmpty();
    assertThat(adapters.strayPackages(House.server())).isEmpty();
  }

  @Test
  void adaptersAreBlindToEachOther() {
    adapters.blindToEachOther().check(House.server());
  }

  @Test
  void adaptersAreBlindToTheServer() {
    adapters.blindToTheServer().check(House.server());
  }

  @Test
  void onlyEgressReachesOutOverHttp() {
    adapters.reachOutThroughEgress().check(House.main());
  }

  @Test
  void everyPortHasAContractAndEveryImplementationIsHeldToIt() {
    assertThat(new PortRules("watchbill").faults(House.main(), House.tests())).isEmpty();
  }

  private static ModuleDescriptor moduleOfCore() throws IOException {
    try (InputStream bytes =
        Files.newInputStream(House.root().resolve("core/target/classes/module-info.class"))) {
      return ModuleDescriptor.read(bytes);
    }
  }
}
