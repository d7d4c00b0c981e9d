package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.law.House;

/// What the guides to webhooks say is to be pasted is accepted as it stands there.
class IntegrationGuidesTest {
  private static final String PEOPLE =
      """
      people: { ana: { name: Ana Ruiz, notify: { now: [ push 0m ] } } }
      channels: { push: { demo: {} } }
      teams: { payments: { people: [ ana ] } }
      policies: { payments: { steps: [ { notify: [ ana ] } ], fallback: [ ana ] } }
      services: { checkout: { team: payments, policy: payments } }
      """;

  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cloudevents",
        "github",
        "gitlab",
        "grafana",
        "opsgenie",
        "sentry",
        "sns",
        "uptime-kuma",
        "zabbix"
      })
  void whatIsToBePastedIsAccepted(String kind) throws IOException {
    String guide = Files.readString(guide(kind));
    String shown =
        BLOCK.matcher(guide).results().map(found -> found.group(1)).findFirst().orElseThrow();
    Settings settings = Written.file(folder, PEOPLE + shown).with(values(shown)).settings();
    assertThat(settings.configuration().catalog().integrations())
        .extracting(Integration::kind)
        .extracting(IntegrationKind::word)
        .containsExactly(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab", "grafana", "sentry", "sns", "uptime-kuma"})
  void aGuideSaysWhereToWhatForAndWhatNot(String kind) throws IOException {
    assertThat(Files.readString(guide(kind)))
        .contains("https://watchbill.example.org/in/" + kind + "/KEY")
        .containsSubsequence(
            "\n## What to paste\n", "\n## What it maps to\n", "\n## What is not supported\n");
  }

  private static Path guide(String kind) {
    return House.root().resolve("docs/guides/integrations/" + kind + ".md");
  }

  /// A value for each variable, no two of which are the same.
  private static Map<String, String> values(String yaml) {
    Map<String, String> values = new HashMap<>();
    VARIABLE
        .matcher(yaml)
        .results()
        .map(found -> found.group(1))
        .forEach(name -> values.put(name, name.toLowerCase(Locale.ROOT) + "0123456789"));
    return values;
  }
}
