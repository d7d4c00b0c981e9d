package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.law.House;

/// What the guides to mail, syslog and OTLP show is accepted as it stands there.
class LineGuidesTest {
  private static final String PEOPLE =
      """
      people: { ana: { name: Ana Ruiz, notify: { now: [ push 0m ] } } }
      channels: { push: { demo: {} } }
      teams: { payments: { people: [ ana ] } }
      policies: { payments: { steps: [ { notify: [ ana ] } ], fallback: [ ana ] } }
      services: { checkout: { team: payments, policy: payments } }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"email", "syslog", "otlp"})
  void anIntegrationIsReadWithItsRules(String kind) throws IOException {
    String shown = blocks("docs/guides/integrations/" + kind + ".md").getFirst();
    Settings settings = Written.file(folder, PEOPLE + shown).settings();
    assertThat(settings.lines().rules().values())
        .singleElement()
        .satisfies(rules -> assertThat(rules.rules()).hasSizeGreaterThan(1));
    assertThat(settings.lines().mailboxes()).hasSize(kind.equals("email") ? 1 : 0);
    assertThat(settings.lines().syslog()).hasSize(kind.equals("syslog") ? 1 : 0);
    assertThat(settings.server().mailIn().isPresent()).isEqualTo(kind.equals("email"));
  }

  @Test
  void theRulesOfTheGuideAreRead() throws IOException {
    String rules =
        blocks("docs/guides/configuration.md").stream()
            .filter(b -> b.startsWith("rules:"))
            .findFirst()
            .orElseThrow()
            .replace("\n", "\n    ");
    String yaml =
        PEOPLE
            + "integrations:\n  logs:\n    kind: otlp\n    key: 0123456789abcdef\n"
            + "    service: checkout\n    "
            + rules;
    Settings settings = Written.file(folder, yaml).settings();
    assertThat(settings.lines().rules().values())
        .singleElement()
        .satisfies(read -> {
          assertThat(read.rules()).hasSize(4);
          assertThat(read.otherwise()).isEqualTo(LineRules.Otherwise.DROP);
        });
  }

  private static List<String> blocks(String guide) throws IOException {
    return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(House.root().resolve(guide)))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
