package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import watchbill.law.House;
import watchbill.server.config.source.Shape;

/// The guide says what the code does, in the words of its messages.
class GuideTest {
  private final String guide =
      String.join(" ", Files.readAllLines(House.root().resolve("docs/guides/configuration.md")));

  GuideTest() throws IOException {}

  @Test
  void itSaysWhatIsAllowedAsTheMessagesDo() {
    List<Shape<?>> shapes =
        List.of(
            Shapes.NAME,
            Shapes.PHONE,
            Shapes.TOPIC,
            Shapes.ZONE,
            Shapes.RULE,
            Shapes.WEEKS,
            Shapes.HANDOFF,
            Shapes.DATE,
            Shapes.WAIT,
            Shapes.REPEAT,
            Shapes.TIER,
            Shapes.INTEGRATION_KEY,
            Shapes.FOLDER,
            DutyShapes.CURRENCY,
            DutyShapes.REGION,
            DutyShapes.SHARE,
            DutyShapes.WINDOW_OF_DAY,
            DutyShapes.DAY,
            DutyShapes.CHOICE,
            DutyShapes.NIGHTS,
            DutyShapes.WEEKENDS,
            DutyShapes.amount(Currency.getInstance("EUR")),
            Addresses.EMAIL,
            Addresses.SENDER,
            Addresses.RUNBOOK,
            Addresses.OWN_URL,
            Addresses.NTFY,
            Addresses.WEBHOOK,
            Addresses.SMTP,
            Addresses.LISTEN,
            Addresses.CALENDAR,
            Addresses.TOKEN,
            Addresses.SIGNING_SECRET);

    assertThat(shapes).allSatisfy(shape -> assertThat(guide).contains(shape.allowed()));
  }

  @Test
  void itSaysHowManyThereMayBe() {
    Stream.of(Section.values())
        .filter(section -> section != Section.CHANNELS && section != Section.SERVER)
        .forEach(section ->
            assertThat(guide)
                .contains(
                    String.format(
                        Locale.ROOT, "## %s  Up to %,d, by handle", section.key(), section.max())));
  }

  @Test
  void itSaysTheDefaults() {
    assertThat(guide)
        .contains(
            Addresses.MAIL_FROM,
            "port " + Addresses.SMTP_PORT + " for smtp and " + Addresses.SMTPS_PORT + " for smtps");
  }
}
