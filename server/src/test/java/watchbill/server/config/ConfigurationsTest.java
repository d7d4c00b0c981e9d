package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.catalog.Catalog;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.escalation.Target;
import watchbill.kernel.Secret;
import watchbill.rota.Lieutenant;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Seat;

class ConfigurationsTest {
  private static final String DRAWN_PHONE = "channels: { push: { demo: {} } }\n";
  private static final String ANA_AND_BEN =
      """
      people:
        ana: { name: Ana Ruiz, notify: { now: [ push 0m ] } }
        ben: { name: Ben Okoye, notify: { now: [ push 0m ] } }
      """
          + DRAWN_PHONE;

  @TempDir Path folder;

  @Test
  void everyMistakeOfAFileIsReportedAtItsOwnLine() throws IOException {
    List<String> report =
        Written.file(
                folder,
                """
                people:
                  ana:
                    nmae: Ana Ruiz
                    phone: +34 600
                    notify: { now: [ push 0m, sms 2x ] }
                teams:
                  payments: { people: [ ana, bob ] }
                rotas:
                  payments:
                    rotations: [ { every: 0 weeks, handoff: 9, from: soon, people: [] } ]
                services:
                  checkout: { team: payment, policy: payments, tier: 5 }
                channels: { push: { demo: {} }, sms: [ twilio: {} ] }
                """)
            .report();

    assertThat(report.stream().map(line -> line.replaceFirst("  .*", "").replaceFirst("\n.*", "")))
        .containsExactly(
            "watchbill.yaml:3:5",
            "watchbill.yaml:3:5",
            "watchbill.yaml:4:12",
            "watchbill.yaml:5:31",
            "watchbill.yaml:7:30",
            "watchbill.yaml:10:5",
            "watchbill.yaml:10:27",
            "watchbill.yaml:10:45",
            "watchbill.yaml:10:54",
            "watchbill.yaml:10:68",
            "watchbill.yaml:12:21",
            "watchbill.yaml:12:38",
            "watchbill.yaml:12:54",
            "watchbill.yaml:13:40",
            "14 mistakes");
  }

  @Test
  void whoIsWrittenWrongIsStillThereForThoseWhoNameThem() throws IOException {
    assertThat(
            Written.file(
                    folder,
                    """
                    people: { ana: { name: "", zone: Europe/Madrid } }
                    teams: { payments: { people: [ ana ], manager: ana } }
                    """)
                .report())
        .hasSize(2)
        .last()
        .isEqualTo("1 mistake");
  }

  @Test
  void anEmptySeatIsAcceptedAndWarnedOf() throws IOException {
    Written written =
        Written.file(
            folder,
            ANA_AND_BEN
                + """
                rotas:
                  payments:
                    zone: Europe/Madrid
                    lieutenant: none
                    rotations:
                      - handoff: Sun 02:30
                        from: 2026-01-05
                        people: [ ana, ~, empty, null, ben ]
                """);

    Rota rota = rota(written);
    assertThat(rota.layers().getFirst().turns().seats())
        .containsExactly(
            Seat.of(new PersonId("ana")),
            Seat.EMPTY,
            Seat.EMPTY,
            Seat.EMPTY,
            Seat.of(new PersonId("ben")));
    assertThat(written.warnings())
        .contains("the seat is empty: in its turns this rotation has nobody on duty");
  }

  @Test
  void aLieutenantMayBeNamed() throws IOException {
    Written written =
        Written.file(
            folder,
            ANA_AND_BEN
                + """
                rotas:
                  payments:
                    zone: Europe/Madrid
                    lieutenant: ben
                    rotations: [ { handoff: Mon 09:00, from: 2026-01-05, people: [ ana ] } ]
                """);

    assertThat(rota(written).lieutenant()).isEqualTo(new Lieutenant.Named(new PersonId("ben")));
  }

  @Test
  void aStepThatWakesALieutenantWhoIsNotThereIsWarnedOf() throws IOException {
    String policy =
        """
        policies:
          payments:
            steps: [ { notify: [ rota payments lieutenant, person ben ] } ]
            fallback: [ rota payments primary ]
        """;
    String rota =
        """
        rotas:
          payments:
            zone: Europe/Madrid
            rotations: [ { handoff: Mon 09:00, from: 2026-01-05, people: [ ana, ana ] } ]
        """;

    Written written = Written.file(folder, ANA_AND_BEN + rota + policy);

    assertThat(written.warnings())
        .containsExactly(
            "rota payments has no lieutenant: this wakes nobody",
            "names rotas alone: in a gap of theirs nobody is woken",
            "no service uses this policy");
    assertThat(written.settings().policies().getFirst().steps().getFirst().targets())
        .contains(new Target.ToPerson(new PersonId("ben")));
  }

  @Test
  void servicesMayDependOnEachOtherAndACircleIsWarnedOf() throws IOException {
    String services =
        """
        teams: { payments: { people: [ ana ] } }
        policies: { payments: { steps: [ { notify: [ ana ] } ], fallback: [ ana ] } }
        services:
          checkout: { team: payments, policy: payments, depends-on: [ ledger, mail ] }
          ledger: { team: payments, policy: payments, depends-on: [ database ] }
          database: { team: payments, policy: payments, depends-on: [ ledger ] }
          mail: { team: payments, policy: payments }
        """;

    Written written = Written.file(folder, ANA_AND_BEN + services);

    Catalog catalog = written.settings().configuration().catalog();
    assertThat(catalog.withDependencies(new ServiceId("checkout"), 10))
        .extracting(ServiceId::handle)
        .containsExactly("checkout", "ledger", "mail", "database");
    assertThat(catalog.withDependencies(new ServiceId("checkout"), 2)).hasSize(2);
    assertThat(written.warnings())
        .hasSize(2)
        .containsOnly("depends on itself through others; it is enough to name one direction");
  }

  @Test
  void whoIsNeverWokenNeedsNoRules() throws IOException {
    Person ana =
        Written.file(folder, "people: { ana: { name: Ana Ruiz } }")
            .settings()
            .configuration()
            .catalog()
            .people()
            .getFirst();

    assertThat(ana.rules()).doesNotContainKey(Urgency.NOW);
    assertThat(ana.addresses()).isEmpty();
  }

  @Test
  void aTopicIsUsedWhereThereIsARealServerForIt() throws IOException {
    Settings settings =
        Written.file(
                folder,
                """
                people: { ana: { name: Ana Ruiz, push: ana-4f2a, notify: { now: [ push 0m ] } } }
                channels: { push: { ntfy: "https://ntfy.example.org", token: "${TOKEN}" } }
                """)
            .with(Map.of("TOKEN", "tk_hidden"))
            .settings();

    assertThat(settings.configuration().catalog().people().getFirst().address(ContactMethod.PUSH))
        .contains("ana-4f2a");
    assertThat(settings.channels().push())
        .contains(
            new ChannelSettings.Push.Ntfy(
                URI.create("https://ntfy.example.org"), Optional.of(Secret.of("tk_hidden"))));
  }

  @Test
  void messagesThatLeaveTheMachineInTheClearAreWarnedOf() throws IOException {
    String push = "channels: { push: { ntfy: 'http://%s' } }";

    assertThat(Written.file(folder, push.formatted("ntfy.example.org")).warnings())
        .containsExactly("messages go to ntfy in the clear; https keeps them to yourselves");
    assertThat(Written.file(folder, push.formatted("127.0.0.1:2586")).warnings()).isEmpty();
  }

  @Test
  void aVariableMayBeAPartOfATextAndIsTakenAsItIs() throws IOException {
    Written written =
        Written.file(folder, "people: { ana: { name: 'Ana ${LAST} ${LAST}', push: '${A}-${B}' } }")
            .with(Map.of("LAST", "${LAST} $1", "A", "a", "B", "b"));

    Person ana = written.settings().configuration().catalog().people().getFirst();
    assertThat(ana.name()).isEqualTo("Ana ${LAST} $1 ${LAST} $1");
    assertThat(ana.address(ContactMethod.PUSH)).contains("a-b");
  }

  @Test
  void aVariableNeedsNoQuotesAndKeepsItsColumn() throws IOException {
    Written written = Written.file(folder, "people: { ana: { name: ${NAME}, phone: ${PHONE} } }");

    assertThat(written.with(Map.of("NAME", "Ana", "PHONE", "hidden")).report())
        .containsExactly(
            "watchbill.yaml:1:40  people.ana.phone: '${PHONE}' is not accepted; use E.164, like"
                + " +34600000001\n    a plus, the country code and the number, without spaces",
            "1 mistake");
  }

  @Test
  void anAliasStandsForTheWholeValue() throws IOException {
    Settings settings =
        Written.file(
                folder,
                """
                people:
                  ana: { name: Ana Ruiz, notify: &loud { now: [ push 0m ] } }
                  ben: { name: Ben Okoye, notify: *loud }
                """
                    + DRAWN_PHONE)
            .settings();

    var people = settings.configuration().catalog().people();
    assertThat(people.get(1).rules()).isEqualTo(people.get(0).rules());
  }

  @Test
  void whatFilesSayOfTheServerIsOptional() throws IOException {
    assertThat(Written.file(folder, "people: {}").settings().server())
        .isEqualTo(ServerSettings.NONE);
    ServerSettings server =
        Written.file(
                folder,
                """
                server: { listen: "[::1]:0", url: "https://watchbill.example.org/", data: /var/lib }
                """)
            .settings()
            .server();
    assertThat(server.listen()).contains(new ServerSettings.Listen("::1", 0));
    assertThat(server.listen().orElseThrow()).hasToString("[::1]:0");
    assertThat(server.url()).contains(URI.create("https://watchbill.example.org/"));
    assertThat(server.data()).contains(Path.of("/var/lib"));
  }

  private static Rota rota(Written written) {
    return written.settings().configuration().rotas().get(new RotaId("payments"));
  }
}
