package watchbill.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.CHO;
import static watchbill.crew.Crew.MADRID;
import static watchbill.crew.Crew.PAYMENTS;
import static watchbill.crew.Crew.ROTA;
import static watchbill.crew.Crew.weekly;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.rota.turn.Fixed;
import watchbill.rota.turn.Seat;
import watchbill.rota.turn.Turns;

class RotaChangesTest {
  private static final Lieutenant NEXT = new Lieutenant.Next();
  private static final Rota BEFORE = rota(NEXT, weekly(ANA, BEN));

  @Test
  void whatIsEqualHasNoChanges() {
    assertThat(RotaChanges.between(BEFORE, rota(NEXT, weekly(ANA, BEN)))).isEmpty();
  }

  @Test
  void peopleAreNamedBeforeAndAfter() {
    assertThat(RotaChanges.between(BEFORE, rota(NEXT, weekly(ANA, null, CHO))))
        .containsExactly("layer weeks, people: ana, ben → ana, an empty seat, cho");
  }

  @Test
  void theLieutenantTheTeamTheWakeTestAndLeaveAreSaid() {
    var after =
        new Rota(
            ROTA,
            ZoneId.of("UTC"),
            BEFORE.layers(),
            new Lieutenant.Named(CHO),
            Optional.of(PAYMENTS),
            Optional.of(Duration.ofMinutes(15)),
            OnLeave.OPEN);
    assertThat(RotaChanges.between(BEFORE, after))
        .containsExactly(
            "zone: Europe/Madrid → UTC",
            "lieutenant: whoever is next → cho",
            "team: none → payments",
            "wake test: none → 15 min",
            "on leave: warn → open");
  }

  @Test
  void layersComeAndGo() {
    var night = Layer.of("nights", 2, new Fixed(Seat.of(CHO)));
    var after = new Rota(ROTA, MADRID, List.of(night), NEXT);
    assertThat(RotaChanges.between(BEFORE, after))
        .containsExactly(
            "layer weeks is gone (ana, ben; each week from 2024-12-30T09:00)",
            "layer nights is new: cho; always");
    assertThat(RotaChanges.between(BEFORE, BEFORE.ended()))
        .containsExactly("it is no longer declared");
  }

  private static Rota rota(Lieutenant lieutenant, Turns turns) {
    return new Rota(ROTA, MADRID, List.of(Layer.of("weeks", 1, turns)), lieutenant);
  }
}
