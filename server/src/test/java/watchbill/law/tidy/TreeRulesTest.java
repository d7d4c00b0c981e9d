package watchbill.law.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeRulesTest {
  @Test
  void seesWhatTheRootShouldNotHoldAndWhatItLacks() {
    List<String> faults =
        TreeRules.faultsOfRoot(Set.of("notes.txt", "target", "README.md")).stream()
            .map(Fault::toString)
            .toList();
    assertThat(faults)
        .anyMatch(it -> it.startsWith("notes.txt: the root keeps what a newcomer must see"))
        .contains("check: is missing from the root")
        .noneMatch(it -> it.startsWith("target") || it.startsWith("README.md"));
  }

  @Test
  void seesAPackageWithoutCharter() {
    assertThat(
            TreeRules.faultsOfPackages(
                List.of(
                    "core/src/main/java/module-info.java",
                    "core/src/main/java/watchbill/alert/Alert.java",
                    "core/src/main/java/watchbill/rota/Rota.java",
                    "core/src/main/java/watchbill/rota/package-info.java",
                    "core/src/test/java/watchbill/rota/RotaTest.java")))
        .singleElement()
        .hasToString("core: watchbill.alert: has no package-info.java that says what it is for");
  }

  @Test
  void seesALinkThatLeadsNowhere(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("docs"));
    Files.writeString(root.resolve("README.md"), "");
    String text =
        """
        [there](../README.md) [part](../README.md#words) [out](https://example.org) [here](#words)
        ![gone](gone.png)
        ```
        [code](is-not-a-link.md)
        ```
        """;
    assertThat(TreeRules.faultsOfLinks(root, new SourceFile("docs/guide.md", text)))
        .singleElement()
        .hasToString("docs/guide.md: the link to gone.png leads nowhere");
  }

  @Test
  void leavesAloneWhatIsNotOurs() {
    assertThat(TreeRules.isOurs(Path.of("core/src/main/java/watchbill/kernel/Port.java"))).isTrue();
    assertThat(TreeRules.isOurs(Path.of("server/target/classes/A.java"))).isFalse();
    assertThat(TreeRules.isOurs(Path.of("server/src/main/resources/vendor/htmx.js"))).isFalse();
  }
}
