package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.kernel.Secret;

/// Where calendars lie, as the configuration says it.
class CalendarSettingsTest {
  private static final PersonId ANA = new PersonId("ana");
  private static final RegionId MADRID = new RegionId("es-madrid");

  @TempDir Path folder;

  @Test
  void aFileLiesBesideTheFileThatNamesIt() throws IOException {
    Settings settings = read("calendars/ana.ics", "../madrid.ics");
    assertThat(settings.calendars().leave())
        .isEqualTo(Map.of(ANA, new CalendarSource.InFile(folder.resolve("calendars/ana.ics"))));
    assertThat(settings.calendars().holidays())
        .isEqualTo(Map.of(MADRID, new CalendarSource.InFile(folder.resolveSibling("madrid.ics"))));
    assertThat(settings.configuration().catalog().person(ANA).orElseThrow().region())
        .isEqualTo(Optional.of(MADRID));
  }

  @Test
  void anAddressIsASecretAndWebcalIsHttps() throws IOException {
    Settings settings = read("webcal://example.org/hidden.ics", "https://example.org/m.ics?a=b");
    assertThat(settings.calendars().leave())
        .isEqualTo(
            Map.of(ANA, new CalendarSource.Web(Secret.of("https://example.org/hidden.ics"))));
    assertThat(settings.calendars().toString()).doesNotContain("hidden");
  }

  private Settings read(String leave, String holidays) throws IOException {
    Path file = folder.resolve("watchbill.yaml");
    Files.writeString(
        file,
        """
        people:
          ana: { name: Ana, region: es-madrid, leave: "%s", notify: { now: [ push 0m ] } }
        regions: { es-madrid: { holidays: "%s" } }
        channels: { push: { demo: {} } }
        """
            .formatted(leave, holidays));
    return ((Loaded.Valid) Configurations.load(file, Map.of())).settings();
  }
}
