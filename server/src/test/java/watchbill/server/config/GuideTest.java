package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.law.House;
import watchbill.server.config.source.Shape;

/// The guide says what the code does, in the words of its messages.
class GuideTest {
  private final String guide =
      String.join(" ", Files.readAllLines(House.root().resolve("docs/guides/configuration.md")));

  /// Their keys are ours.
  private static final Set<Section> WITHOUT_HANDLES =
      EnumSet.of(Section.CHANNELS, Section.ROUTING, Section.SERVER, Section.BACKUP);

  private static final List<Shape<?>> OF_PEOPLE =
      List.of(
          Shapes.NAME,
          Shapes.PHONE,
          Shapes.TOPIC,
          Shapes.ZONE,
          Shapes.RULE,
          RotaShapes.EVERY,
          RotaShapes.TIME,
          RotaShapes.MOMENT,
          RotaShapes.WAKE_TEST,
          RotaShapes.ON_LEAVE,
          RotaShapes.HOURS,
          RotaShapes.DAYS,
          RotaShapes.LENGTH,
          RotaShapes.ROLE,
          RotaShapes.PRIORITY,
          RotaShapes.KEEP,
          Shapes.HANDOFF,
          Shapes.WAIT,
          Shapes.REPEAT,
          Shapes.TIER,
          Shapes.FOLDER,
          Shapes.BACKUP_EVERY,
          Shapes.BEAT_EVERY,
          Addresses.WATCHER,
          PeerReader.KEY,
          PeerReader.EVERY,
          Shapes.BACKUP_KEEP,
          DutyShapes.CURRENCY,
          DutyShapes.DATE,
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
          Addresses.STORE,
          Addresses.CALENDAR,
          Addresses.TOKEN,
          Addresses.SIGNING_SECRET);

  private static final List<Shape<?>> OF_ALERTS =
      List.of(
          Shapes.INTEGRATION_KEY,
          Shapes.SNS_TOPIC,
          HoursReader.OPEN,
          RoutingShapes.CALLING,
          RoutingShapes.AGAIN,
          RoutingShapes.GROUP_WAIT,
          RoutingShapes.GROUP_INTERVAL,
          RoutingShapes.EXPRESSION,
          RoutingShapes.YES_OR_NO,
          RoutingShapes.STORM_PAGES,
          RoutingShapes.STORM_WITHIN,
          HeartbeatReader.EVERY,
          HeartbeatReader.CRON,
          HeartbeatReader.GRACE,
          SourceReader.GRACE,
          HeartbeatReader.SEVERITY,
          LineShapes.PATTERN,
          LineShapes.LEVEL,
          LineShapes.TEMPLATE,
          LineShapes.TRUTH,
          LineShapes.LOCAL_PART,
          LineShapes.DOMAIN,
          LineShapes.THREAD_BY,
          LineShapes.SIZE,
          RestraintShapes.LENGTH);

  @TempDir Path folder;

  GuideTest() throws IOException {}

  @Test
  void itSaysWhatIsAllowedAsTheMessagesDo() {
    assertThat(Stream.concat(OF_PEOPLE.stream(), OF_ALERTS.stream()))
        .allSatisfy(shape -> assertThat(guide).contains(shape.allowed()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theRotasItShowsAreAccepted(String example) throws IOException {
    String people =
        Stream.of("ana", "ben", "cho", "dev")
            .map(p -> "  %s: { name: %s, notify: { now: [ push 0m ] } }%n".formatted(p, p))
            .collect(Collectors.joining("", "people:\n", ""));
    String yaml = people + "channels: { push: { demo: {} } }\n" + example;
    assertThat(Written.file(folder, yaml).settings().configuration().rotas()).isNotEmpty();
  }

  static List<String> examples() throws IOException {
    String rotas = Files.readString(House.root().resolve("docs/guides/rotas.md"));
    List<String> examples =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(rotas)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(examples).hasSizeGreaterThan(3);
    return examples;
  }

  @Test
  void itSaysHowManyThereMayBe() {
    Stream.of(Section.values())
        .filter(section -> !WITHOUT_HANDLES.contains(section))
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
