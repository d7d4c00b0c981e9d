package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.law.House;

/// Each file or folder in `testdata/config/bad` is a mistake somebody will make, and the report
/// beside it, `NAME.expected`, is what they will read, word for word.
class BadConfigurationTest {
  private static final Path BAD =
      House.root().resolve("server/src/test/resources/testdata/config/bad");

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "EMPTY", "",
          "WEBHOOK_SECRET", "hidden-hidden-hidden",
          "WRONG_PHONE", "hidden 555");

  static List<Path> mistakes() throws IOException {
    try (Stream<Path> files = Files.list(BAD)) {
      return files.filter(f -> !f.toString().endsWith(".expected")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isReportedInTheExpectedWords(Path bad) throws IOException {
    Loaded loaded = Configurations.load(bad, ENVIRONMENT);

    String report =
        String.join("\n", ConfigurationReport.lines(loaded, Optional.empty()))
            .replace(BAD + "/", "");
    assertThat(loaded).isInstanceOf(Loaded.Invalid.class);
    assertThat(report).isEqualTo(Files.readString(expected(bad)).strip());
    assertThat(report).as("a secret must not be shown").doesNotContain("hidden");
  }

  @Test
  void noExpectedReportHasLostItsMistake() throws IOException {
    List<Path> expected = mistakes().stream().map(BadConfigurationTest::expected).toList();
    try (Stream<Path> files = Files.list(BAD)) {
      assertThat(files.filter(f -> f.toString().endsWith(".expected")))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(expected).hasSizeGreaterThan(100);
  }

  private static Path expected(Path bad) {
    String name = bad.getFileName().toString();
    return BAD.resolve(name.replaceFirst("\\.yaml$", "") + ".expected");
  }
}
