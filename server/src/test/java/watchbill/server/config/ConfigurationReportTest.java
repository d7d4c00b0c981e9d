package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.law.House;
import watchbill.time.TimeSource;

class ConfigurationReportTest {
  private static final TimeSource MONDAY_NIGHT = () -> Instant.parse("2026-01-12T03:00:00Z");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void aValidConfigurationIsSummedUpWithWhoIsOnDuty() {
    int exit = check("good/design.yaml", Written.ENVIRONMENT, Optional.of(MONDAY_NIGHT));

    assertThat(exit).isZero();
    assertThat(report())
        .isEqualTo(
            """
            4 people, 1 team, 1 rota, 1 policy, 1 service, 1 integration
            on duty now: ana, primary of rota payments until Mon 12 Jan 09:00 CET
            the configuration is valid
            """);
  }

  @Test
  void withoutAClockNobodyIsSaidToBeOnDuty() {
    check("good/design.yaml", Written.ENVIRONMENT, Optional.empty());

    assertThat(report()).doesNotContain("on duty");
  }

  @Test
  void anInvalidOneIsRefusedWithEveryMistakeAndTheirNumber() {
    int exit = check("good/design.yaml", Map.of(), Optional.of(MONDAY_NIGHT));

    assertThat(exit).isEqualTo(1);
    assertThat(report())
        .contains("integrations.prometheus.key: the variable PROM_KEY is not set\n    set it")
        .contains("channels.webhook.secret: the variable WEBHOOK_SECRET is not set")
        .endsWith("2 mistakes\n");
  }

  @Test
  void aRotaThatHasNotBegunIsSaidToHaveNobody() {
    check("good/design.yaml", Written.ENVIRONMENT, Optional.of(() -> Instant.EPOCH));

    assertThat(report())
        .contains("on duty now: nobody is primary of rota payments: its first turn has not begun");
  }

  @Test
  void theExampleOfTheGuideIsValid() {
    Path example = House.root().resolve("docs/guides/watchbill.example.yaml");

    Loaded loaded = Configurations.load(example, Map.of());

    assertThat(ConfigurationReport.lines(loaded, Optional.empty()))
        .containsExactly(
            "4 people, 1 team, 1 rota, 1 policy, 2 services, 2 integrations",
            "the configuration is valid");
  }

  private int check(String name, Map<String, String> environment, Optional<TimeSource> clock) {
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return ConfigurationReport.check(Written.testdata(name), environment, clock, out);
  }

  private String report() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
