package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.escalation.Target;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Every;
import watchbill.rota.turn.Fixed;
import watchbill.rota.turn.Occurrences;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;
import watchbill.rota.turn.Window;

/// All that a rota can be, as it is written in a file.
class RotaFilesTest {
  private static final PersonId ANA = new PersonId("ana");
  private static final PersonId BEN = new PersonId("ben");
  private static final PersonId CHO = new PersonId("cho");
  private static final String PEOPLE =
      """
      people:
        ana: { name: Ana Ruiz, notify: { now: [ push 0m ] } }
        ben: { name: Ben Okoye, notify: { now: [ push 0m ] } }
        cho: { name: Cho Min, notify: { now: [ push 0m ] } }
      channels: { push: { demo: {} } }
      teams: { payments: { people: [ ana, ben, cho ] }, search: { people: [ ana ] } }
      """;

  @TempDir Path folder;

  private Settings settings(String rest) throws IOException {
    return Written.file(folder, PEOPLE + rest).settings();
  }

  private Layer layer(String entry) throws IOException {
    String yaml = "rotas: { payments: { zone: Europe/Madrid, rotations: [ " + entry + " ] } }\n";
    return rota(settings(yaml), "payments").layers().getFirst();
  }

  private static Rota rota(Settings settings, String handle) {
    return Optional.ofNullable(settings.configuration().rotas().get(new RotaId(handle)))
        .orElseThrow();
  }

  @Test
  void aTurnMayHaveAnyLengthAndGroups() throws IOException {
    Layer layer =
        layer(
            """
            { name: nights, role: shadow, priority: 7, every: 36 hours, handoff: 08:00,
              from: 2026-01-05, people: [ [ ana, ben ], cho, empty ], hours: [ 20:00-08:00 ],
              counts-from: 2026-02-01, until: 2026-06-01T12:00 }
            """);

    assertThat(layer)
        .isEqualTo(
            new Layer(
                "nights",
                new Role("shadow"),
                7,
                Optional.of(Instant.parse("2026-01-31T23:00:00Z")),
                Optional.of(Instant.parse("2026-06-01T10:00:00Z")),
                List.of(new Window(new Window.Days.All(), LocalTime.of(20, 0), LocalTime.of(8, 0))),
                new Rotation(
                    new Every(36, Every.Unit.HOUR),
                    LocalDateTime.parse("2026-01-05T08:00"),
                    List.of(Seat.of(ANA, BEN), Seat.of(CHO), Seat.EMPTY))));
  }

  @Test
  void theFirstTurnBeginsAtTheFirstHandOffOnOrAfterFrom() throws IOException {
    assertThat(layer("{ handoff: Mon 09:00, from: 2026-01-06, people: [ ana ] }").turns())
        .isEqualTo(
            new Rotation(
                new Every(1, Every.Unit.WEEK),
                LocalDateTime.parse("2026-01-12T09:00"),
                List.of(Seat.of(ANA))));
    assertThat(
            layer("{ every: day, handoff: 09:00, from: 2026-01-06T10:00, people: [ ana ] }")
                .turns())
        .isEqualTo(
            new Rotation(
                new Every(1, Every.Unit.DAY),
                LocalDateTime.parse("2026-01-07T09:00"),
                List.of(Seat.of(ANA))));
  }

  @Test
  void separateShifts() throws IOException {
    assertThat(
            layer(
                    """
                    { from: 2026-01-05, people: [ ana, ben ],
                      shifts: { every: 2 weeks, days: [ Mon-Wed, Fri ], start: 08:00,
                                length: 12 h, keep: 2 } }
                    """)
                .turns())
        .isEqualTo(
            new Occurrences(
                new Every(2, Every.Unit.WEEK),
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
                LocalDateTime.parse("2026-01-05T08:00"),
                Duration.ofHours(12),
                2,
                List.of(Seat.of(ANA), Seat.of(BEN))));
  }

  @Test
  void alwaysTheSamePeople() throws IOException {
    Layer layer = layer("{ always: [ ana, ben ], from: 2026-01-05T09:00, until: 2027-01-01 }");
    assertThat(layer.turns()).isEqualTo(new Fixed(Seat.of(ANA, BEN)));
    assertThat(layer.from()).contains(Instant.parse("2026-01-05T08:00:00Z"));
    assertThat(layer.until()).contains(Instant.parse("2026-12-31T23:00:00Z"));
  }

  @Test
  void teamLieutenantAndWhenItHolds() throws IOException {
    Settings settings =
        settings(
            """
            rotas:
              payments:
                zone: Europe/Madrid
                effective: 2026-12-01T09:00
                lieutenant: rota standby
                rotations: [ { handoff: Mon 09:00, from: 2026-01-05, people: [ ana, ben ] } ]
              standby: { zone: UTC, rotations: [ always: [ ana ] ], team: search }
              both: { zone: UTC, rotations: [ always: [ ana ] ] }
            """);

    Rota payments = rota(settings, "payments");
    assertThat(payments.team()).contains(new TeamId("payments"));
    assertThat(payments.lieutenant()).isEqualTo(new Lieutenant.OfRota(new RotaId("standby")));
    assertThat(settings.configuration().effective(payments.id()))
        .contains(Instant.parse("2026-12-01T08:00:00Z"));
    assertThat(rota(settings, "standby").team()).contains(new TeamId("search"));
    assertThat(settings.configuration().effective(new RotaId("standby"))).isEmpty();
    assertThat(rota(settings, "both").team()).as("two teams hold all its people").isEmpty();
  }

  @Test
  void aPolicyMayNameAnyRoleThatARotationHas() throws IOException {
    Settings settings =
        settings(
            """
            rotas:
              payments:
                zone: UTC
                rotations: [ always: [ ana ], { role: shadow, always: [ ben ] } ]
            policies:
              payments: { steps: [ { notify: [ rota payments shadow ] } ], fallback: [ cho ] }
            """);

    assertThat(settings.policies().getFirst().steps().getFirst().targets())
        .containsExactly(new Target.ToRota(new RotaId("payments"), new Role("shadow")));
  }

  @Test
  void aRotaWithoutPrimaryIsWarnedOf() throws IOException {
    assertThat(
            Written.file(
                    folder,
                    PEOPLE
                        + """
                        rotas:
                          payments: { zone: UTC, rotations: [ { role: shadow, always: [ ben ] } ] }
                        """)
                .warnings())
        .contains("no rotation has the role primary, so nobody is woken first");
  }
}
