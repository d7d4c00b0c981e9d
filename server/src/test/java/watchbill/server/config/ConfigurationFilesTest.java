package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One file or many, however large, however broken.
class ConfigurationFilesTest {
  @TempDir Path folder;

  @Test
  void aFolderIsReadAsOne() throws IOException {
    write("10-people.yaml", "people: { ana: { name: Ana Ruiz } }");
    write("20-people.yml", "people: { ben: { name: Ben Okoye } }");
    write("30-teams.yaml", "teams: { payments: { people: [ ana, ben ] } }");
    write(".40-editor.yaml", "neither: read");
    write("notes.txt", "nor: this");
    Files.createDirectory(folder.resolve("old.yaml"));

    var catalog = Written.at(folder).settings().configuration().catalog();

    assertThat(catalog.people()).extracting(p -> p.name()).containsExactly("Ana Ruiz", "Ben Okoye");
    assertThat(catalog.teams()).hasSize(1);
  }

  @Test
  void whatALinkLeadsToIsReadToo() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path file = Files.writeString(elsewhere.resolve("p.yaml"), "people: { ana: { name: Ana } }");
    Files.createSymbolicLink(folder.resolve("people.yaml"), file);

    assertThat(Written.at(folder).settings().configuration().catalog().people()).hasSize(1);
  }

  @Test
  void aPathThatLeadsNowhereIsSaid() {
    assertThat(Written.at(folder.resolve("watchbil.yaml")).report())
        .containsExactly(
            "watchbil.yaml  does not exist; use a YAML file, or a folder of them", "1 mistake");
  }

  @Test
  void linesMayEndAsOnWindowsAndAMarkMayStandFirst() throws IOException {
    Path file = write("watchbill.yaml", "\uFEFFpeople:\r\n  ana: { name: Ana Ruiz }\r\n");

    assertThat(Written.at(file).settings().configuration().catalog().people()).hasSize(1);
  }

  @Test
  void aFileOfTenMegabytesIsNotEvenParsed() throws IOException {
    Path file = write("watchbill.yaml", "people: {} # ".repeat(800_000));

    assertThat(Files.size(file)).isGreaterThan(10_000_000);
    assertThat(Written.at(file).report())
        .containsExactly(
            "watchbill.yaml  is larger than 1 MiB; use several files in a folder", "1 mistake");
  }

  @Test
  void aTextWithoutEndIsCutOffWithItsLength() throws IOException {
    Path file = write("watchbill.yaml", "people: { ana: { name: " + "a".repeat(200_000) + " } }");

    assertThat(Written.at(file).report().getFirst())
        .startsWith("watchbill.yaml:1:24  people.ana.name: a text of 200,000 characters is too")
        .hasSizeLessThan(300);
  }

  @Test
  void moreValuesThanAnybodyWritesAreRefused() throws IOException {
    Path file = write("watchbill.yaml", "people: [ " + "a,".repeat(100_001) + " ]");

    assertThat(Written.at(file).report().getFirst())
        .contains("the file has more than 100,000 values");
  }

  @Test
  void moreMistakesThanAnybodyReadsAreNotCounted() throws IOException {
    Path file = write("watchbill.yaml", "people:\n" + lines(1_001, "  p%d: {}\n"));

    assertThat(Written.at(file).report())
        .hasSize(1_001)
        .last()
        .isEqualTo("1000 mistakes, and more that were not counted");
  }

  @Test
  void moreFilesThanAnybodyKeepsAreRefused() throws IOException {
    for (int i = 0; i <= 200; i++) {
      write(i + ".yaml", "people: { p" + i + ": { name: Ana } }");
    }

    assertThat(Written.at(folder).report().getFirst())
        .endsWith("201 files are too many; use at most 200");
  }

  @Test
  void eachSectionHasALimitAndSaysIt() throws IOException {
    Path file = write("watchbill.yaml", "people:\n" + lines(2_001, "  p%d: { name: P }\n"));

    assertThat(Written.at(file).report().getFirst())
        .contains("people: 2001 are too many; use at most 2000 people");
  }

  /// Whatever is done to a file, the answer is a list of mistakes, and soon.
  @Test
  void nothingAnybodyWritesThrows() throws IOException {
    byte[] sample = Files.readAllBytes(Written.testdata("good/design.yaml"));
    byte[] sharp = "{}[]:,-&*!|>'\"%@`#?~<$\\\t\n \0\u00e9".getBytes(StandardCharsets.UTF_8);
    long seed = 20250106;
    var random = new Random(seed);
    for (int round = 0; round < 1_000; round++) {
      byte[] bytes = sample.clone();
      for (int slips = 1 + random.nextInt(4); slips > 0; slips--) {
        bytes[random.nextInt(bytes.length)] = sharp[random.nextInt(sharp.length)];
      }
      int cut = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
      Path file = folder.resolve("watchbill.yaml");
      Files.write(file, Arrays.copyOf(bytes, cut));
      assertThatCode(() -> Configurations.load(file, Map.of()))
          .as("seed %d, round %d", seed, round)
          .doesNotThrowAnyException();
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String lines(int count, String format) {
    var lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(format.formatted(i));
    }
    return lines.toString();
  }
}
