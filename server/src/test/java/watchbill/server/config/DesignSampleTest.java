package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Catalog;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.catalog.Urgency;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.EscalationPolicy.Step;
import watchbill.escalation.Target;
import watchbill.kernel.Secret;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;

/// The sample everybody begins with, value by value.
class DesignSampleTest {
  private static final PersonId ANA = new PersonId("ana");
  private static final PersonId BEN = new PersonId("ben");
  private static final PersonId CHO = new PersonId("cho");
  private static final PersonId DEV = new PersonId("dev");
  private static final TeamId PAYMENTS = new TeamId("payments");
  private static final RotaId ROTA = new RotaId("payments");

  private final Written sample = Written.at(Written.testdata("good/design.yaml"));
  private final Settings settings = sample.settings();
  private final Catalog catalog = settings.configuration().catalog();

  @Test
  void nothingInItIsDoubtful() {
    assertThat(sample.warnings()).isEmpty();
  }

  @Test
  void peopleWithTheirAddressesAndRules() {
    Person ana = catalog.person(ANA).orElseThrow();

    assertThat(ana.name()).isEqualTo("Ana Ruiz");
    assertThat(ana.zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    assertThat(ana.addresses())
        .isEqualTo(
            Map.of(
                ContactMethod.EMAIL, "ana@example.org",
                ContactMethod.SMS, "+34600000001",
                ContactMethod.CALL, "+34600000001",
                ContactMethod.PUSH, "ana"));
    assertThat(ana.rules())
        .isEqualTo(
            Map.of(
                Urgency.NOW,
                List.of(
                    rule(ContactMethod.PUSH, Duration.ZERO),
                    rule(ContactMethod.SMS, Duration.ofMinutes(2)),
                    rule(ContactMethod.CALL, Duration.ofMinutes(5))),
                Urgency.WORKING_HOURS,
                List.of(rule(ContactMethod.EMAIL, Duration.ZERO))));
  }

  @Test
  void whoDoesNotSayHowToBeToldByDayIsMailed() {
    assertThat(catalog.person(BEN).orElseThrow().rules().get(Urgency.WORKING_HOURS))
        .containsExactly(rule(ContactMethod.EMAIL, Duration.ZERO));
  }

  @Test
  void orToldAsByNightWithoutAnAddressForMail() {
    Person cho = catalog.person(CHO).orElseThrow();

    assertThat(cho.rules().get(Urgency.WORKING_HOURS))
        .containsExactly(
            rule(ContactMethod.SMS, Duration.ZERO),
            rule(ContactMethod.CALL, Duration.ofSeconds(90)));
  }

  @Test
  void whoSaysNoZoneIsToldTheTimeInUtc() {
    assertThat(catalog.person(DEV).orElseThrow().zone()).isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void teamsServicesAndRotas() {
    assertThat(catalog.teams())
        .containsExactly(new Team(PAYMENTS, List.of(ANA, BEN, CHO, DEV), Optional.of(DEV)));
    assertThat(catalog.services())
        .containsExactly(
            new Service(
                new ServiceId("checkout"),
                PAYMENTS,
                "payments",
                1,
                Optional.of(URI.create("https://wiki.example.org/checkout"))));
    assertThat(settings.configuration().rotas().values())
        .containsExactly(
            new Rota(
                ROTA,
                ZoneId.of("Europe/Madrid"),
                List.of(
                    Layer.of(
                        "layer 1",
                        1,
                        Rotation.weekly(
                            1,
                            DayOfWeek.MONDAY,
                            LocalTime.of(9, 0),
                            LocalDate.of(2026, 1, 5),
                            Stream.of(ANA, BEN, CHO, DEV).map(Seat::of).toList()))),
                new Lieutenant.Next(),
                Optional.of(PAYMENTS)));
  }

  @Test
  void policies() {
    Target primary = new Target.ToRota(ROTA, Role.PRIMARY);
    Target lieutenant = new Target.ToRota(ROTA, Role.LIEUTENANT);

    assertThat(settings.policies())
        .containsExactly(
            new EscalationPolicy(
                "payments",
                List.of(
                    new Step(List.of(primary), Duration.ofMinutes(5)),
                    new Step(List.of(lieutenant), Duration.ofMinutes(10)),
                    new Step(List.of(new Target.ToTeam(PAYMENTS)), Step.DEFAULT_WAIT)),
                2,
                List.of(new Target.ToPerson(DEV))));
    Service checkout = catalog.services().getFirst();
    assertThat(settings.configuration().snapshotFor(checkout).policy())
        .isEqualTo(settings.policies().getFirst());
  }

  @Test
  void ofAnIntegrationsKeyOnlyTheHashIsKept() {
    String keyHash = "3eb1bd439947eb762998e566ccc2e099c791118b2f40579cc4f7da2b5061b7f9";

    var prometheus = catalog.integrations().getFirst();
    assertThat(prometheus.kind()).isEqualTo(IntegrationKind.ALERTMANAGER);
    assertThat(prometheus.service()).isEqualTo(new ServiceId("checkout"));
    assertThat(prometheus.keyHash()).isEqualTo(keyHash);
    assertThat(catalog.integrationByKeyHash(keyHash)).contains(prometheus);
  }

  @Test
  void channels() {
    assertThat(settings.channels())
        .isEqualTo(
            new ChannelSettings(
                Optional.of(
                    new ChannelSettings.Email.Smtp(
                        "127.0.0.1",
                        2525,
                        false,
                        Optional.empty(),
                        "Watchbill <watchbill@localhost>")),
                Optional.of(new ChannelSettings.Push.Demo()),
                Optional.of(new ChannelSettings.Webhook(Secret.of("hidden-hidden-hidden"))),
                List.of(new ChannelSettings.Phone.Demo()),
                List.of(new ChannelSettings.Phone.Demo()),
                Map.of()));
    assertThat(ContactMethod.values()).allMatch(settings.channels()::carries);
  }

  @Test
  void noSecretIsPrintedWithTheSettings() {
    assertThat(settings.toString()).doesNotContain("hidden", "0123456789abcdef");
  }

  private static ContactRule rule(ContactMethod method, Duration after) {
    return new ContactRule(method, after);
  }
}
